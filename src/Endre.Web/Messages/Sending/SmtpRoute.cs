using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Endre.Domain.Messages;
using Endre.Web.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Endre.Web.Messages.Sending;

/// <summary>By a mail server. Certificates are validated, and without the encryption that was asked for nothing is sent.</summary>
internal sealed class SmtpRoute(Settings settings) : IMailRoute
{
    // A server that does not answer holds one round of one node.
    private const int LongestStep = 30_000;

    private MailSettings Mail => settings.Mail;

    public string Done => MailState.Sent;

    public async Task<IMailLine> OpenAsync(CancellationToken ct)
    {
        var client = new SmtpClient { Timeout = LongestStep };
        try
        {
            Trust(client);
            await client.ConnectAsync(Mail.Host!, Mail.Port, Options, ct);
            await SignInAsync(client, ct);
            return new Line(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private SecureSocketOptions Options =>
        Mail.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };

    private void Trust(SmtpClient client)
    {
        // Lists of revoked certificates lie on servers that closed networks do not reach.
        client.CheckCertificateRevocation = false;
        if (Mail.CaFile is not { } file)
        {
            return;
        }
        client.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            if (
                certificate is not X509Certificate2 server
                || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None
            )
            {
                return false;
            }
            using var own = new X509Chain();
            own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            own.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
            own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            foreach (var sent in chain?.ChainElements.Skip(1) ?? [])
            {
                own.ChainPolicy.ExtraStore.Add(sent.Certificate);
            }
            return own.Build(server);
        };
    }

    private async Task SignInAsync(SmtpClient client, CancellationToken ct)
    {
        if (Mail.OauthTokenFile is { } file)
        {
            // Whoever keeps the token fresh writes a new one every hour or so.
            var token = (await File.ReadAllTextAsync(file, ct)).Trim();
            await client.AuthenticateAsync(new SaslMechanismOAuth2(Mail.User!, token), ct);
        }
        else if (Mail.User is { } user)
        {
            await client.AuthenticateAsync(user, Mail.Password ?? "", ct);
        }
    }

    private sealed class Line(SmtpClient client) : IMailLine
    {
        // It returns with the server's 250, after which the message is the server's.
        public Task SendAsync(MimeMessage mail, CancellationToken ct) => client.SendAsync(mail, ct);

        public async ValueTask DisposeAsync()
        {
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                await client.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SmtpProtocolException)
            {
                // What was taken is taken; only the goodbye was not heard.
            }
            client.Dispose();
        }
    }
}

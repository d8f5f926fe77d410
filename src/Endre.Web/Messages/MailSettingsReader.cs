using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Endre.Web.Hosting;

namespace Endre.Web.Messages;

/// <summary>Reads <c>mail-…</c>. What is wrong is said a line each, in the operator's own spelling.</summary>
internal sealed class MailSettingsReader(Func<string, GivenSetting?> given, List<string> faults)
{
    private const string Host = "mail-host";
    private const string From = "mail-from";
    private const string User = "mail-user";
    private const string Password = "mail-password";
    private const string TokenFile = "mail-oauth-token-file";
    private const string CaFile = "mail-ca-file";
    private const string Security = "mail-security";
    private const string Port = "mail-port";
    private const string FromName = "mail-from-name";

    // Without a server these would be believed to do something.
    private static readonly string[] OfServer = [Port, Security, User, Password, TokenFile, CaFile];

    public MailSettings Read()
    {
        var security = SecurityOf();
        var settings = new MailSettings
        {
            Host = HostOf(),
            Port = PortOf(security == MailSecurity.Tls ? 465 : 587),
            Security = security,
            User = Text(User),
            Password = Text(Password),
            OauthTokenFile = FileAt(TokenFile),
            From = FromOf(),
            FromName = Text(FromName),
            CaFile = CaOf(),
        };
        if (given(Host) is null)
        {
            faults.AddRange(
                OfServer
                    .Select(given)
                    .OfType<GivenSetting>()
                    // What is wrong in itself has been said.
                    .Where(lonely => !faults.Exists(said => said.StartsWith(lonely.Where, StringComparison.Ordinal)))
                    .Select(lonely => $"{lonely.Where} must stand beside {Host}: without it, mail becomes files.")
                    .ToList()
            );
        }
        if (!settings.IsServer)
            return settings;
        if (given(From) is null)
            faults.Add($"{given(Host)!.Where} needs {From}, the address that mail comes from.");
        if (given("public-address") is null)
            faults.Add($"{given(Host)!.Where} needs public-address, so that links in mail lead here.");
        CheckSignIn(settings);
        if (settings.Security == MailSecurity.None && !IsThisMachine(settings.Host!))
            faults.Add(
                $"{given(Security)!.Where} can be none only when {Host} is this machine itself, such as localhost."
            );
        return settings;
    }

    private void CheckSignIn(MailSettings settings)
    {
        if (settings.Password is not null && settings.OauthTokenFile is not null)
            faults.Add($"{given(Password)!.Where} and {given(TokenFile)!.Where} are both given; keep one of them.");
        else if (settings.User is null && (given(Password) ?? given(TokenFile)) is { } secret)
            faults.Add($"{secret.Where} needs {User}.");
        else if (settings.User is not null && settings.Password is null && given(TokenFile) is null)
            faults.Add($"{given(User)!.Where} needs {Password}, or {TokenFile}.");
    }

    private string? HostOf()
    {
        if (Text(Host) is not { } host)
            return null;
        if (Uri.CheckHostName(host) != UriHostNameType.Unknown)
            return host;
        faults.Add($"{given(Host)!.Where} must be a name such as smtp.kommune.no, not \"{host}\".");
        return null;
    }

    private MailSecurity SecurityOf()
    {
        switch (Text(Security))
        {
            case null or "starttls":
                return MailSecurity.StartTls;
            case "tls":
                return MailSecurity.Tls;
            case "none":
                return MailSecurity.None;
            case { } other:
                faults.Add($"{given(Security)!.Where} must be starttls, tls or none, not \"{other}\".");
                return MailSecurity.StartTls;
        }
    }

    private int PortOf(int standard)
    {
        if (Text(Port) is not { } text)
            return standard;
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535)
            return port;
        faults.Add($"{given(Port)!.Where} must be a whole number from 1 to 65535, not \"{text}\".");
        return standard;
    }

    private string FromOf()
    {
        if (Text(From) is not { } address)
            return new MailSettings().From;
        if (MailAddress.TryCreate(address, out var mail) && mail.Address == address)
            return address;
        faults.Add($"{given(From)!.Where} must be an address such as endre@kommune.no, not \"{address}\".");
        return address;
    }

    private string? FileAt(string name)
    {
        if (Text(name) is not { } path)
            return null;
        try
        {
            using var file = File.OpenRead(path);
            return Path.GetFullPath(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{given(name)!.Where} must be a file that can be read: {problem.Message}");
            return null;
        }
    }

    private string? CaOf()
    {
        if (FileAt(CaFile) is not { } path)
            return null;
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(path);
            if (certificates.Count > 0)
                return path;
        }
        catch (CryptographicException)
        {
            // Said below.
        }
        faults.Add($"{given(CaFile)!.Where} must be a file of certificates in PEM form.");
        return null;
    }

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private string? Text(string name) => given(name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}

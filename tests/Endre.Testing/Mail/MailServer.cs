using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using MimeKit;
using Xunit;

namespace Endre.Testing.Mail;

/// <summary>A fact that needs Debian's python3-aiosmtpd; skipped without, except with <c>CI=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MailFactAttribute : FactAttribute
{
    public MailFactAttribute(
        bool withPostgres = false,
        [CallerFilePath] string? sourceFilePath = null,
        [CallerLineNumber] int sourceLineNumber = -1
    )
        : base(sourceFilePath, sourceLineNumber) =>
        Skip =
            PostgresServer.MayBeSkipped(MailServer.Program, Environment.GetEnvironmentVariable("CI"))
                ? "aiosmtpd is not installed here: apt-get install python3-aiosmtpd"
            : withPostgres ? PostgresServer.ReasonToSkip
            : null;
}

/// <summary>A real mail server with STARTTLS and a certificate of its own, which refuses and hangs up when it is told to.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private const string Module = "/usr/lib/python3/dist-packages/aiosmtpd";

    private readonly TemporaryFolder _folder = new();
    private readonly Channel<int> _got = Channel.CreateUnbounded<int>();
    private readonly string[] _secret;
    private Process? _process;

    private MailServer(string[] secret)
    {
        _secret = secret;
        Port = FreePort();
        MakeCertificate();
    }

    public static string? Program { get; } = Directory.Exists(Module) ? "/usr/bin/python3" : null;

    public int Port { get; }

    /// <summary>A file with the certificate, for those who trust it.</summary>
    public string CaFile => Path.Combine(_folder.Path, "certificate.pem");

    /// <summary>The settings of an Endre that sends by this server.</summary>
    public string[] Args =>
        [
            "--mail-host",
            "localhost",
            "--mail-port",
            Port.ToString(CultureInfo.InvariantCulture),
            "--mail-ca-file",
            CaFile,
            "--mail-from",
            "endre@fjordvik.example",
            "--mail-from-name",
            "Endre på Ærøy",
            "--public-address",
            "https://endre.fjordvik.example",
        ];

    /// <summary>What it has taken, in the order in which it took it.</summary>
    public IReadOnlyList<MimeMessage> Taken =>
        [
            .. Directory
                .GetFiles(_folder.Path, "*.eml")
                .OrderBy(file => int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture))
                .Select(file => MimeMessage.Load(file)),
        ];

    /// <summary>Starts one that asks for this user and secret, or for none.</summary>
    public static async Task<MailServer> StartAsync(params string[] secret)
    {
        var server = new MailServer(secret);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>One that is not running yet; its port is free.</summary>
    public static MailServer Stopped() => new([]);

    /// <summary>What it does with the next messages: take, 451, 550, 550-recipient, drop, lose.</summary>
    public void Order(params string[] orders) => File.WriteAllLines(Path.Combine(_folder.Path, "orders"), orders);

    /// <summary>Waits until it has taken so many in all.</summary>
    public async Task TakenAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Taken.Count < count)
        {
            await _got.Reader.ReadAsync(patience.Token);
        }
    }

    public async Task StartAgainAsync()
    {
        var script = Path.Combine(Repository.Root, "tests", "Endre.Testing", "Mail", "smtp_server.py");
        var start = new ProcessStartInfo(
            Program!,
            [script, _folder.Path, CaFile, Path.Combine(_folder.Path, "key.pem"), .. _secret]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["SMTP_PORT"] = Port.ToString(CultureInfo.InvariantCulture);
        _process = Process.Start(start)!;
        var listens = new TaskCompletionSource();
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("port ", StringComparison.Ordinal) is true)
                listens.TrySetResult();
            else if (line.Data?.StartsWith("got ", StringComparison.Ordinal) is true)
                _got.Writer.TryWrite(1);
            else if (line.Data is null)
                listens.TrySetException(new InvalidOperationException("The mail server does not start."));
        };
        _process.BeginOutputReadLine();
        await listens.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        _process?.Dispose();
        _folder.Dispose();
    }

    private void MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(CaFile, made.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder.Path, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

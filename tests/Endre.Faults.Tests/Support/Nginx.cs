using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Endre.Testing;

namespace Endre.Faults.Tests.Support;

/// <summary>A test that needs Debian's nginx, and PostgreSQL when it says so; skipped without, except with <c>CI=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute(
        bool withPostgres = false,
        [CallerFilePath] string? sourceFilePath = null,
        [CallerLineNumber] int sourceLineNumber = -1
    )
        : base(sourceFilePath, sourceLineNumber) =>
        Skip =
            PostgresServer.MayBeSkipped(Nginx.Program, Environment.GetEnvironmentVariable("CI"))
                ? "nginx is not installed here: apt-get install nginx-light"
            : withPostgres ? PostgresServer.ReasonToSkip
            : null;
}

/// <summary>
/// nginx with <c>deploy/nginx/endre.conf</c> as it stands there: only the ports, the certificate's place and the number
/// of nodes are other ones. It runs in a folder of its own and ends with the test.
/// </summary>
internal sealed partial class Nginx : IAsyncDisposable
{
    public const string Name = "endre.fjordvik.no";

    private readonly TemporaryFolder folder = new();
    private readonly X509Certificate2 certificate;
    private readonly Process process;

    private Nginx(int[] nodes)
    {
        (Plain, Secure) = (FreePort(), FreePort());
        certificate = MakeCertificate();
        var main = Path.Combine(folder.Path, "nginx.conf");
        File.WriteAllText(main, Configuration(folder.Path));
        File.WriteAllText(Path.Combine(folder.Path, "endre.conf"), Example(nodes));
        process = Process.Start(
            new ProcessStartInfo(Program!, ["-p", folder.Path, "-c", main, "-e", "error.log"])
            {
                UseShellExecute = false,
            }
        )!;
    }

    public static string? Program { get; } =
        new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx" }.FirstOrDefault(File.Exists);

    public int Plain { get; }

    public int Secure { get; }

    public static string ExampleFile { get; } = Deploy.FileAt("nginx/endre.conf");

    /// <summary>Starts in front of the nodes on these ports, and returns when it answers.</summary>
    public static async Task<Nginx> StartAsync(params int[] nodes)
    {
        var nginx = new Nginx(nodes);
        using var client = nginx.Client();
        for (var i = 0; i < 200; i++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/healthz/live", UriKind.Relative));
                return nginx;
            }
            catch (HttpRequestException) when (!nginx.process.HasExited)
            {
                await Task.Delay(25);
            }
        }
        var log = Path.Combine(nginx.folder.Path, "error.log");
        throw new InvalidOperationException($"nginx does not answer: {await File.ReadAllTextAsync(log)}");
    }

    /// <summary>Somebody out there, who knows the place by its name and trusts its certificate and no other.</summary>
    /// <param name="from">The address of this machine that they come from.</param>
    /// <param name="name">The name they ask for.</param>
    /// <param name="http">The version of HTTP that they speak.</param>
    public HttpClient Client(string from = "127.0.0.1", string name = Name, Version? http = null) =>
        new(Handler(from))
        {
            BaseAddress = new Uri($"https://{name}"),
            DefaultRequestVersion = http ?? HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

    public SocketsHttpHandler Handler(string from = "127.0.0.1") =>
        new()
        {
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 200,
            ConnectCallback = async (context, ct) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                var port = context.DnsEndPoint.Port == 80 ? Plain : Secure;
                await socket.ConnectAsync(IPAddress.Loopback, port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) =>
                    shown?.GetCertHashString() == certificate.GetCertHashString(),
            },
        };

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync();
        }
        process.Dispose();
        certificate.Dispose();
        folder.Dispose();
    }

    private string Example(int[] nodes)
    {
        var text = File.ReadAllText(ExampleFile)
            .Replace("/etc/endre/tls", folder.Path, StringComparison.Ordinal)
            .Replace("listen 443", $"listen 127.0.0.1:{Secure}", StringComparison.Ordinal)
            .Replace("listen 80", $"listen 127.0.0.1:{Plain}", StringComparison.Ordinal);
        var servers = new Queue<int>(nodes);
        return NodeLine()
            .Replace(
                text,
                line =>
                    servers.TryDequeue(out var port)
                        ? line.Value.Replace(line.Groups["port"].Value, $"{port}", StringComparison.Ordinal)
                        : ""
            );
    }

    private static string Configuration(string folder) =>
        $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            daemon off;
            worker_processes 1;
            pid {{folder}}/pid;
            error_log {{folder}}/error.log;
            events { worker_connections 1024; }
            http {
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                include {{folder}}/endre.conf;
            }
            """;

    private X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Name);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder.Path, "certificate.pem"), made.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder.Path, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        return made;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(
        @"^ +server 127\.0\.0\.1:(?<port>\d+) .*\n",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NodeLine();
}

using Endre.Web.Access.Providers;
using Endre.Web.Messages;

namespace Endre.Web.Hosting;

/// <summary>
/// How this installation is set up: command line before environment (<c>ENDRE_…</c>) before <c>endre.json</c>.
/// </summary>
internal sealed record Settings
{
    public int Port { get; init; } = 5080;

    /// <summary>Where to listen instead of <c>http://localhost:{Port}</c>; several are separated by semicolons.</summary>
    public string? Urls { get; init; }

    public string Data { get; init; } = "data";

    public bool Demo { get; init; }

    /// <summary>A PostgreSQL connection string; without one the data lies in SQLite in <see cref="Data"/>.</summary>
    public string? Database { get; init; }

    /// <summary>The address people use, when a proxy stands in front; for links and QR codes.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>
    /// The names people may come here by, such as <c>endre.kommune.no</c> or <c>*.kommune.no</c>. Empty: the host of
    /// <see cref="PublicAddress"/>, and without one, every name.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>How long somebody who does nothing stays signed in, when they have not asked to be remembered.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How long anybody stays signed in, whatever they do, when they have not asked to be remembered.</summary>
    public TimeSpan SessionLength { get; init; } = TimeSpan.FromHours(12);

    /// <summary>What the place that runs Endre is called, shown in the header.</summary>
    public string? Organization { get; init; }

    /// <summary>Proxies whose forwarded addresses are believed: addresses or networks, separated by commas.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>The bearer token that opens <c>/metrics</c> for others than this machine.</summary>
    public string? MetricsToken { get; init; }

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    /// <summary>How long a stopping node answers "not ready" before it lets its streams go.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.Zero;

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    public SignInSettings SignIn { get; init; } = new();

    public MailSettings Mail { get; init; } = new();

    /// <summary>Things worth telling the operator that do not stop the start.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What was given and where, a line each, secrets left out.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    // Kestrel cannot choose a free port on both addresses of "localhost" at once.
    public string ListenUrls => Urls ?? (Port == 0 ? "http://127.0.0.1:0" : $"http://localhost:{Port}");
}

using System.Collections;
using System.Globalization;
using System.Net;

namespace Endre.Web.Hosting;

/// <summary>Turns what was given into <see cref="Settings"/>, or says everything that is wrong at once.</summary>
internal sealed class SettingsReader
{
    private readonly Dictionary<string, GivenSetting> _given;
    private readonly List<string> _faults = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private SettingsReader(IReadOnlyList<string> args, IDictionary environment, string folder) =>
        _given = SettingsSource.Collect(args, environment, folder, _faults);

    public static Settings Read(IReadOnlyList<string> args) =>
        Read(args, Environment.GetEnvironmentVariables(), Environment.CurrentDirectory);

    public static Settings Read(IReadOnlyList<string> args, IDictionary environment, string folder)
    {
        var reader = new SettingsReader(args, environment, folder);
        var settings = reader.Build();
        return reader._faults.Count == 0 ? settings : throw new SettingsFault(reader._faults);
    }

    private Settings Build()
    {
        var standard = new Settings();
        var settings = new Settings
        {
            Port = Number("port", standard.Port, 0, 65535),
            Urls = Urls(),
            Data = Path.GetFullPath(Text("data") ?? standard.Data),
            Demo = Flag("demo"),
            Database = Database(),
            PublicAddress = PublicAddress(),
            Organization = Text("organization"),
            Proxies = Proxies(),
            MetricsToken = MetricsToken(),
            TimeZone = Zone(standard.TimeZone),
            Drain = TimeSpan.FromSeconds(Number("drain-seconds", 0, 0, 600)),
            LogLevel = Level(standard.LogLevel),
        };
        var unknown = _given.Where(pair => !_known.Contains(pair.Key)).Select(pair => pair.Value).ToList();
        _faults.AddRange(unknown.Where(given => !given.IsFromEnvironment).Select(Unknown));
        // Somebody else's variable may begin like ours, so an unknown one does not stop the start.
        return settings with { Warnings = [.. unknown.Where(given => given.IsFromEnvironment).Select(Unknown)] };
    }

    private static string Unknown(GivenSetting given) =>
        $"{given.Where} is no setting of Endre. It knows {string.Join(", ", Spellings)}.";

    private static string[] Spellings =>
        [
            "--port",
            "--urls",
            "--data",
            "--demo",
            "--database",
            "--public-address",
            "--organization",
            "--proxies",
            "--metrics-token",
            "--time-zone",
            "--drain-seconds",
            "--log-level",
        ];

    private GivenSetting? Given(string name)
    {
        var key = SettingsSource.Name(name);
        _known.Add(key);
        return _given.GetValueOrDefault(key);
    }

    private string? Text(string name) => Given(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private int Number(string name, int standard, int least, int most)
    {
        if (Given(name) is not { } given)
            return standard;
        if (
            int.TryParse(given.Value, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
            return number;
        _faults.Add($"{given.Where} must be a whole number from {least} to {most}, not \"{given.Value}\".");
        return standard;
    }

    private bool Flag(string name)
    {
        if (Given(name) is not { } given)
            return false;
        switch (given.Value.ToLowerInvariant())
        {
            case "true" or "1" or "yes":
                return true;
            case "false" or "0" or "no":
                return false;
            default:
                _faults.Add($"{given.Where} must be true or false, not \"{given.Value}\".");
                return false;
        }
    }

    private string? Urls()
    {
        if (Given("urls") is not { } given)
            return null;
        foreach (
            var url in given.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            try
            {
                var address = BindingAddress.Parse(url);
                if (address.Scheme is "http" or "https" && address.PathBase.Length == 0)
                    continue;
            }
            catch (FormatException) { }

            _faults.Add($"{given.Where} must look like http://0.0.0.0:5080, not \"{url}\".");
        }

        return given.Value;
    }

    // A connection string holds a password, so the fault never repeats it.
    private string? Database()
    {
        if (Given("database") is not { } given)
            return null;
        if (
            given.Value.Contains("Host", StringComparison.OrdinalIgnoreCase)
            && given.Value.Contains('=', StringComparison.Ordinal)
        )
            return given.Value;
        _faults.Add(
            $"{given.Where} must be a PostgreSQL connection string such as Host=localhost;Database=endre;Username=endre."
        );
        return null;
    }

    private Uri? PublicAddress()
    {
        if (Given("public-address") is not { } given)
            return null;
        if (
            Uri.TryCreate(given.Value, UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https", AbsolutePath: "/" }
        )
            return address;
        _faults.Add($"{given.Where} must be an address such as https://endre.kommune.no, not \"{given.Value}\".");
        return null;
    }

    private string[] Proxies()
    {
        if (Given("proxies") is not { } given)
            return [];
        var proxies = given.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (
            var proxy in proxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
        )
            _faults.Add($"{given.Where} must be addresses or networks such as 10.0.0.5,10.1.0.0/16, not \"{proxy}\".");
        return proxies;
    }

    private string? MetricsToken()
    {
        if (Given("metrics-token") is not { } given)
            return null;
        if (given.Value.Length >= 16)
            return given.Value;
        _faults.Add($"{given.Where} must have at least 16 characters.");
        return null;
    }

    private TimeZoneInfo Zone(TimeZoneInfo standard)
    {
        if (Given("time-zone") is not { } given)
            return standard;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(given.Value, out var zone))
            return zone;
        _faults.Add($"{given.Where} must be a time zone such as Europe/Oslo, not \"{given.Value}\".");
        return standard;
    }

    private LogLevel Level(LogLevel standard)
    {
        if (Given("log-level") is not { } given)
            return standard;
        if (Enum.TryParse<LogLevel>(given.Value, ignoreCase: true, out var level) && Enum.IsDefined(level))
            return level;
        _faults.Add(
            $"{given.Where} must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}, not \"{given.Value}\"."
        );
        return standard;
    }
}

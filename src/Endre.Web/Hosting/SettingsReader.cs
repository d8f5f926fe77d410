using System.Collections;
using System.Globalization;
using System.Net;
using Endre.Web.Access.Providers;
using Endre.Web.Messages;

namespace Endre.Web.Hosting;

/// <summary>Turns what was given into <see cref="Settings"/>, or says everything that is wrong at once.</summary>
internal sealed class SettingsReader
{
    private readonly Dictionary<string, GivenSetting> _given;
    private readonly List<string> _faults = [];

    // Each provider has settings of its own, under the name that the operator gave it.
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

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
            Data = Data(standard.Data),
            Demo = Flag("demo"),
            Database = Database(),
            PublicAddress = PublicAddress(),
            AllowedHosts = AllowedHosts(),
            SessionIdle = TimeSpan.FromMinutes(
                Number("session-idle-minutes", (int)standard.SessionIdle.TotalMinutes, 5, 7 * 24 * 60)
            ),
            SessionLength = TimeSpan.FromHours(
                Number("session-hours", (int)standard.SessionLength.TotalHours, 1, 30 * 24)
            ),
            Organization = Text("organization"),
            Proxies = Proxies(),
            MetricsToken = MetricsToken(),
            TimeZone = Zone(standard.TimeZone),
            Drain = TimeSpan.FromSeconds(Number("drain-seconds", 0, 0, 600)),
            LogLevel = Level(standard.LogLevel),
            SignIn = new SignInSettingsReader(Given, _faults).Read(),
            Mail = new MailSettingsReader(Given, _faults).Read(),
        };
        var unknown = _given
            .Values.Where(given => KnownSettings.Find(given.Name) is null && !_asked.Contains(given.Name))
            .ToLookup(given => given.IsFromEnvironment, Unknown);
        _faults.AddRange(unknown[false]);
        // Somebody else's variable may begin like ours, so an unknown one does not stop the start.
        return settings with
        {
            Warnings = [.. unknown[true]],
            Given = [.. KnownSettings.All.Select(known => Given(known.Name)).OfType<GivenSetting>().Select(Shown)],
        };
    }

    private static string Unknown(GivenSetting given) =>
        KnownSettings.Nearest(given.Name) is { } nearest
            ? $"{given.Where} is no setting of Endre. Did you mean {nearest.SpelledLike(given)}?"
            : $"{given.Where} is no setting of Endre. See endre --help.";

    private static string Shown(GivenSetting given)
    {
        var known = KnownSettings.Find(given.Name)!;
        return $"{known.Name} = {(known.IsSecret ? "(secret)" : given.Value)}, from {given.Where}";
    }

    private GivenSetting? Given(string name)
    {
        var key = SettingsSource.Name(name);
        _asked.Add(key);
        return _given.GetValueOrDefault(key);
    }

    private string? Text(string name) => Given(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private string Data(string standard)
    {
        var data = Text("data") ?? standard;
        if (!data.Contains('\0', StringComparison.Ordinal))
            return Path.GetFullPath(data);
        _faults.Add($"{Given("data")!.Where} must be a folder, not a text with a zero byte in it.");
        return standard;
    }

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

    private string? Database()
    {
        if (Given("database") is not { } given)
            return null;
        if (ConnectionString.Fault(given.Value) is not { } fault)
            return given.Value;
        _faults.Add($"{given.Where} {fault}");
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

    private string[] AllowedHosts()
    {
        if (Given("allowed-hosts") is not { } given)
            return [];
        var hosts = given.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var host in hosts.Where(host => !HostNames.IsPattern(host)))
            _faults.Add(
                $"{given.Where} must be names such as endre.kommune.no,*.kommune.no without port, not \"{host}\"."
            );
        return hosts;
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

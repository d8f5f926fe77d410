using System.Collections;
using System.Text.Json;

namespace Endre.Web.Hosting;

/// <summary>Where a setting was given, so that a fault can be told in the operator's own words.</summary>
/// <param name="Name">As <see cref="SettingsSource.Name"/> makes it.</param>
/// <param name="Value">As it was written.</param>
/// <param name="Where">On the command line, in the environment or in the file.</param>
internal sealed record GivenSetting(string Name, string Value, string Where)
{
    public bool IsFromEnvironment => Where.StartsWith(SettingsSource.EnvironmentPrefix, StringComparison.Ordinal);
}

/// <summary>Collects what was given on the command line, in the environment and in <c>endre.json</c>.</summary>
internal sealed class SettingsSource
{
    public const string EnvironmentPrefix = "ENDRE_";
    private const string StandardFile = "endre.json";
    private const string InFile = "file";
    private const string Config = "config";
    private const string SignIn = "signin";

    private readonly Dictionary<string, GivenSetting> _given = new(StringComparer.Ordinal);
    private readonly List<string> _faults;

    private SettingsSource(List<string> faults) => _faults = faults;

    public static Dictionary<string, GivenSetting> Collect(
        IReadOnlyList<string> args,
        IDictionary environment,
        string folder,
        List<string> faults
    )
    {
        var nearer = new SettingsSource(faults);
        nearer.ReadEnvironment(environment);
        nearer.ReadArguments(args);
        var all = new SettingsSource(faults);
        all.ReadFile(folder, nearer._given.GetValueOrDefault(Config));
        nearer._given.Remove(Config);
        foreach (var (name, given) in nearer._given)
            all._given[name] = given;
        all.ReadSecrets(folder);
        return all._given;
    }

    /// <summary><c>--metrics-token</c>, <c>ENDRE_METRICS_TOKEN</c> and <c>"metricsToken"</c> are one setting.</summary>
    public static string Name(string spelled) =>
        spelled
            .Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal)
            .Replace(".", "", StringComparison.Ordinal)
            .ToLowerInvariant();

    private void Take(string spelled, string value, string where) =>
        _given[Name(spelled)] = new(Name(spelled), value, where);

    private void ReadEnvironment(IDictionary environment)
    {
        foreach (DictionaryEntry variable in environment)
        {
            var name = (string)variable.Key;
            if (
                name.StartsWith(EnvironmentPrefix, StringComparison.Ordinal)
                && variable.Value is string { Length: > 0 } value
            )
                Take(name[EnvironmentPrefix.Length..], value, name);
        }
    }

    private void ReadFile(string folder, GivenSetting? config)
    {
        var path = Path.Combine(folder, config?.Value ?? StandardFile);
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            if (config is not null)
                _faults.Add($"{config.Where}: there is no file {path}.");
            return;
        }
        try
        {
            using var json = JsonDocument.Parse(
                File.ReadAllBytes(path),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            foreach (var property in json.RootElement.EnumerateObject())
                ReadProperty(property.Value, property.Name, name);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            var at = problem is JsonException { LineNumber: { } line } ? $" (line {line + 1})" : "";
            _faults.Add($"{name} is not a JSON object{at}. It looks like {{ \"port\": 5080 }}.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _faults.Add($"{name} cannot be read: {problem.Message}");
        }
    }

    private void ReadProperty(JsonElement value, string path, string file)
    {
        var where = $"{file}: {path}";
        if (_given.ContainsKey(Name(path)))
        {
            _faults.Add($"{where} stands there twice.");
            return;
        }
        if (value.ValueKind == JsonValueKind.Null)
            return;
        if (Name(path).StartsWith(SignIn, StringComparison.Ordinal))
        {
            ReadSignIn(value, path, file);
            return;
        }
        var separator = KnownSettings.Find(Name(path))?.Separator;
        if (separator is not null && value.ValueKind == JsonValueKind.Array)
            Take(path, string.Join(separator.Value, value.EnumerateArray()), where);
        else if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            _faults.Add(
                KnownSettings.Find(Name(path)) is null
                    ? $"{where} is no setting of Endre. See endre --help."
                    : $"{where} must be one value, not a list or an object."
            );
        else
            Take(path, value.ToString(), where);
    }

    // {"signin": {"entra": {"client-id": "…"}}} is signin-entra-client-id, and a list is its values with commas.
    private void ReadSignIn(JsonElement value, string path, string file)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
                ReadProperty(property.Value, $"{path}.{property.Name}", file);
            return;
        }
        var isList =
            value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(one => one.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array));
        Take(path, isList ? string.Join(',', value.EnumerateArray()) : value.ToString(), $"{file}: {path}");
    }

    // systemd's credentials and containers' secrets are files.
    private void ReadSecrets(string folder)
    {
        foreach (var secret in KnownSettings.All.Where(known => known.IsSecret))
        {
            if (!_given.Remove(Name(secret.Name) + InFile, out var given))
                continue;
            if (_given.TryGetValue(Name(secret.Name), out var other))
            {
                _faults.Add($"{given.Where} and {other.Where} are both given; keep one of them.");
                continue;
            }
            try
            {
                var value = File.ReadAllText(Path.Combine(folder, given.Value)).Trim();
                Take(secret.Name, value, given.Where);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                _faults.Add($"{given.Where} cannot be read: {problem.Message}");
            }
        }
    }

    private void ReadArguments(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var spelled = args[i];
            if (!spelled.StartsWith("--", StringComparison.Ordinal))
            {
                _faults.Add($"\"{spelled}\" is not a setting; settings are written --name value.");
                continue;
            }

            var parts = spelled.Split('=', 2);
            if (parts.Length == 2)
                Take(parts[0], parts[1], parts[0]);
            else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                Take(parts[0], args[++i], parts[0]);
            else if (KnownSettings.Find(Name(parts[0])) is { IsFlag: true })
                Take(parts[0], "true", parts[0]);
            else
                _faults.Add($"{spelled} needs a value, such as {spelled} value.");
        }
    }
}

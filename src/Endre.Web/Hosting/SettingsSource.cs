using System.Collections;
using System.Text.Json;

namespace Endre.Web.Hosting;

/// <summary>Where a setting was given, so that a fault can be told in the operator's own words.</summary>
internal sealed record GivenSetting(string Value, string Where)
{
    public bool IsFromEnvironment => Where.StartsWith(SettingsSource.EnvironmentPrefix, StringComparison.Ordinal);
}

/// <summary>Collects what was given on the command line, in the environment and in <c>endre.json</c>.</summary>
internal static class SettingsSource
{
    public const string EnvironmentPrefix = "ENDRE_";
    private static readonly string[] Flags = ["demo"];

    public static Dictionary<string, GivenSetting> Collect(
        IReadOnlyList<string> args,
        IDictionary environment,
        string folder,
        List<string> faults
    )
    {
        var given = new Dictionary<string, GivenSetting>(StringComparer.Ordinal);
        ReadFile(Path.Combine(folder, "endre.json"), given, faults);
        foreach (DictionaryEntry variable in environment)
        {
            var name = (string)variable.Key;
            if (
                name.StartsWith(EnvironmentPrefix, StringComparison.Ordinal)
                && variable.Value is string { Length: > 0 } value
            )
                given[Name(name[EnvironmentPrefix.Length..])] = new(value, name);
        }

        ReadArguments(args, given, faults);
        return given;
    }

    /// <summary><c>--metrics-token</c>, <c>ENDRE_METRICS_TOKEN</c> and <c>"metricsToken"</c> are one setting.</summary>
    public static string Name(string spelled) =>
        spelled
            .Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal)
            .ToLowerInvariant();

    private static void ReadFile(string path, Dictionary<string, GivenSetting> given, List<string> faults)
    {
        if (!File.Exists(path))
            return;
        try
        {
            using var json = JsonDocument.Parse(
                File.ReadAllBytes(path),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            foreach (var property in json.RootElement.EnumerateObject())
                given[Name(property.Name)] = new(property.Value.ToString(), $"endre.json: {property.Name}");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            faults.Add($"endre.json is not a JSON object: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            faults.Add($"endre.json cannot be read: {problem.Message}");
        }
    }

    private static void ReadArguments(
        IReadOnlyList<string> args,
        Dictionary<string, GivenSetting> given,
        List<string> faults
    )
    {
        for (var i = 0; i < args.Count; i++)
        {
            var spelled = args[i];
            if (!spelled.StartsWith("--", StringComparison.Ordinal))
            {
                faults.Add($"\"{spelled}\" is not a setting; settings are written --name value.");
                continue;
            }

            var parts = spelled.Split('=', 2);
            var name = Name(parts[0]);
            if (parts.Length == 2)
                given[name] = new(parts[1], parts[0]);
            else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                given[name] = new(args[++i], parts[0]);
            else if (Flags.Contains(name))
                given[name] = new("true", parts[0]);
            else
                faults.Add($"{spelled} needs a value, such as {spelled} value.");
        }
    }
}

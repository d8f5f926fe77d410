using Endre.Web.Hosting;

namespace Endre.Web.Operation;

/// <summary>Tells a verb's own argument and options from the settings that the server has too.</summary>
internal sealed class VerbArguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _settings = [];
    private readonly List<string> _faults = [];
    private string? _target;

    public static VerbCall Read(Verb verb, IReadOnlyList<string> args, TextWriter console)
    {
        var read = new VerbArguments();
        read.Sort(verb, args);
        if (verb.Target is { } target && read._target is null)
            read._faults.Add($"endre {verb.Name} needs a {target}: endre {verb.Usage}.");
        Settings? settings = null;
        try
        {
            settings = SettingsReader.Read(read._settings);
        }
        catch (SettingsFault fault)
        {
            read._faults.AddRange(fault.Lines);
        }
        return read._faults.Count == 0
            ? new VerbCall(settings!, read._target ?? "", read._options, console)
            : throw new SettingsFault(read._faults);
    }

    private void Sort(Verb verb, IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            if (!parts[0].StartsWith("--", StringComparison.Ordinal))
            {
                TakeTarget(verb, args[i]);
                continue;
            }
            var option = verb.Options.FirstOrDefault(option => $"--{option.Name}" == parts[0]);
            var isFlag =
                option is { Value: null } || KnownSettings.Find(SettingsSource.Name(parts[0])) is { IsFlag: true };
            var hasNext = i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            var value =
                parts.Length == 2 ? parts[1]
                : !isFlag && hasNext ? args[++i]
                : null;
            if (option is not null)
                TakeOption(option, value);
            else
                _settings.Add(value is null ? parts[0] : $"{parts[0]}={value}");
        }
    }

    private void TakeTarget(Verb verb, string target)
    {
        if (verb.Target is null || _target is not null)
            _faults.Add($"\"{target}\" is one too many: endre {verb.Usage}.");
        else
            _target = target;
    }

    private void TakeOption(VerbOption option, string? value)
    {
        if (option.Value is null == value is null)
            _options[option.Name] = value ?? "";
        else
            _faults.Add(
                option.Value is null
                    ? $"--{option.Name} takes no value."
                    : $"--{option.Name} needs a value, such as {option.Value}."
            );
    }
}

using System.Reflection;
using System.Text;
using Endre.Web.Hosting;

namespace Endre.Web.Operation;

/// <summary>What <c>--help</c> answers.</summary>
internal static class HelpText
{
    public static string Version =>
        typeof(HelpText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static string OfEverything()
    {
        var text = new StringBuilder();
        text.AppendLine("endre [settings]                 serve people, until stopped");
        foreach (var verb in Verbs.All)
            text.AppendLine(Line("endre " + verb.Usage, 32, verb.Summary));
        text.AppendLine("endre --version                  the version");
        text.AppendLine();
        text.AppendLine("endre <verb> --help tells more about each.");
        text.AppendLine();
        text.AppendLine(
            "Settings stand on the command line (--public-address …), in the environment (ENDRE_PUBLIC_ADDRESS)"
        );
        text.AppendLine("or in endre.json ({ \"publicAddress\": … }); the first of these that has one is used.");
        text.AppendLine();
        text.AppendLine(
            "  --config endre.json            Where the file is, when it is not endre.json in this folder."
        );
        foreach (var known in KnownSettings.All)
            text.AppendLine(Line($"  --{known.Name} {known.Value}", 32, known.About));
        text.AppendLine();
        text.AppendLine("A secret may lie in a file of its own: --database-file, --metrics-token-file.");
        return text.ToString();
    }

    public static string Of(Verb verb)
    {
        var text = new StringBuilder();
        text.AppendLine($"endre {verb.Usage}");
        text.AppendLine();
        text.AppendLine(verb.About);
        text.AppendLine();
        foreach (var option in verb.Options)
            text.AppendLine(Line($"  --{option.Name} {option.Value}", 24, option.About));
        text.AppendLine(Line("  settings", 24, "The same as the server's: see endre --help."));
        return text.ToString();
    }

    private static string Line(string left, int width, string right) =>
        left.Length <= width ? $"{left.PadRight(width)} {right}" : $"{left}\n{new string(' ', width)} {right}";
}

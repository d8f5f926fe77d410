using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Endre.Web.Look.Logos;

/// <summary>
/// The style sheets of a drawing, as drawing programs write them (<c>.cls-1{fill:#0a6}</c>): they are turned into
/// attributes, so that the drawing needs no styles. Everything else that style sheets can do is not understood.
/// </summary>
internal sealed partial class SvgStyles
{
    private readonly List<(string Selector, List<KeyValuePair<string, string>> Look)> rules = [];

    public static SvgStyles Read(IEnumerable<string> sheets)
    {
        var styles = new SvgStyles();
        foreach (var sheet in sheets)
        {
            foreach (Match rule in Rule().Matches(Comment().Replace(sheet, "")))
            {
                var look = Declarations(rule.Groups["look"].Value);
                styles.rules.AddRange(
                    rule.Groups["who"]
                        .Value.Trim()
                        .Split(',', StringSplitOptions.TrimEntries)
                        .Select(who => (who, look))
                );
            }
        }
        return styles;
    }

    /// <summary>What the sheets and the element's own style say of it, the stronger last.</summary>
    public IEnumerable<KeyValuePair<string, string>> For(XElement element)
    {
        var classes = (element.Attribute("class")?.Value ?? "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(name => $".{name}")
            .ToHashSet(StringComparer.Ordinal);
        var id = $"#{element.Attribute("id")?.Value}";
        return rules
            .Where(rule => rule.Selector == element.Name.LocalName)
            .Concat(rules.Where(rule => classes.Contains(rule.Selector)))
            .Concat(rules.Where(rule => rule.Selector == id))
            .SelectMany(rule => rule.Look)
            .Concat(Declarations(element.Attribute("style")?.Value ?? ""));
    }

    private static List<KeyValuePair<string, string>> Declarations(string text) =>
        [
            .. text.Split(';')
                .Select(declaration => declaration.Split(':', 2, StringSplitOptions.TrimEntries))
                .Where(parts => parts.Length == 2)
                .Select(parts =>
                    KeyValuePair.Create(
                        parts[0].ToLowerInvariant(),
                        parts[1].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim()
                    )
                ),
        ];

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<who>[^{}@]+)\{(?<look>[^{}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Endre.Conventions.Tests;

public sealed partial class TextTests
{
    private static readonly string[] Neutral =
    [
        .. Source
            .Files(["src"], ".resx")
            .Where(file =>
                !file.EndsWith(".nn.resx", StringComparison.Ordinal)
                && !file.EndsWith(".en.resx", StringComparison.Ordinal)
            ),
    ];

    [Fact]
    public void Every_text_exists_in_bokmål_nynorsk_and_english()
    {
        var wrong = new List<string>();
        foreach (var file in Neutral)
        {
            var bokmål = Read(file);
            foreach (var ending in new[] { ".nn.resx", ".en.resx" })
            {
                var other = Read(Path.ChangeExtension(file, null) + ending);
                wrong.AddRange(
                    bokmål
                        .Keys.Except(other.Keys)
                        .Select(key => $"{Source.Relative(file)}: {key} is missing in {ending}")
                );
                wrong.AddRange(
                    other.Keys.Except(bokmål.Keys).Select(key => $"{Source.Relative(file)}: {key} is only in {ending}")
                );
                wrong.AddRange(
                    bokmål
                        .Keys.Intersect(other.Keys)
                        .Where(key => !Places(bokmål[key]).SetEquals(Places(other[key])))
                        .Select(key => $"{Source.Relative(file)}: {key} has other places to fill in {ending}")
                );
            }
        }

        Neutral.ShouldNotBeEmpty();
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_empty_or_waits_to_be_written()
    {
        var wrong =
            from file in Source.Files(["src"], ".resx")
            from text in Read(file)
            where string.IsNullOrWhiteSpace(text.Value) || Unwritten().IsMatch(text.Value)
            select $"{Source.Relative(file)}: {text.Key}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_that_is_asked_for_exists()
    {
        var areas = Neutral.ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => Read(file).Keys.ToHashSet(),
            StringComparer.Ordinal
        );
        var shared = areas["SharedTexts"];
        var wrong =
            from file in Source.Files(["src/Endre.Web"], ".cs", ".razor")
            let text = File.ReadAllText(file)
            from Match place in Place().Matches(Inherited(file) + text)
            let area = place.Groups["area"].Value
            where areas.ContainsKey(area)
            let name = place.Groups["name"].Value
            from Match use in Regex.Matches(
                text,
                $@"(?<![\w.]){name}\[""(?<key>[\w-]+)""",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromMinutes(1)
            )
            let key = use.Groups["key"].Value
            where !areas[area].Contains(key) && !shared.Contains(key)
            select $"{Source.Relative(file)}: {area} has no \"{key}\"";
        wrong.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    // A folder's _Imports.razor gives its components their texts.
    private static string Inherited(string file)
    {
        if (!file.EndsWith(".razor", StringComparison.Ordinal))
            return "";
        var imports = Path.Combine(Path.GetDirectoryName(file)!, "_Imports.razor");
        return File.Exists(imports) && imports != file ? File.ReadAllText(imports) : "";
    }

    private static Dictionary<string, string> Read(string file) =>
        File.Exists(file)
            ? XDocument
                .Load(file)
                .Root!.Elements("data")
                .ToDictionary(
                    data => data.Attribute("name")!.Value,
                    data => data.Element("value")!.Value,
                    StringComparer.Ordinal
                )
            : [];

    private static HashSet<string> Places(string text) => [.. PlaceToFill().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex PlaceToFill();

    [GeneratedRegex(@"^(TODO|TBD|XXX|FIXME|\?+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Unwritten();

    [GeneratedRegex(@"Texts<(?<area>\w+)> (?<name>\w+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Place();
}

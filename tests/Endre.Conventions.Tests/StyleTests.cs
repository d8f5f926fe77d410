using System.Text.RegularExpressions;

namespace Endre.Conventions.Tests;

/// <summary>A class has one home: two that use the same word for different things change each other's looks unseen.</summary>
public sealed partial class StyleTests
{
    // These say more of the same thing.
    private static readonly string[] Shared =
    [
        ".endre-interpretation",
        ".endre-place-text",
        ".endre-quote",
        ".endre-sheet",
    ];

    [Fact]
    public void A_class_is_described_in_one_file()
    {
        var homes =
            from file in Source.Files([Path.Combine("src", "Endre.Web", "Client", "styles")], ".css")
            from line in File.ReadLines(file)
            let rule = Rule().Match(line)
            where rule.Success
            select (Class: rule.Groups["class"].Value, File: Source.Relative(file));
        homes
            .Distinct()
            .GroupBy(home => home.Class, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ShouldBe(Shared, ignoreOrder: true);
    }

    [GeneratedRegex("^(?<class>\\.endre-[\\w-]+) \\{", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();
}

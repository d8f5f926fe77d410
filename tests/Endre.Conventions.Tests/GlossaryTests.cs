using System.Text.RegularExpressions;

namespace Endre.Conventions.Tests;

/// <summary>docs/glossary.md is the one list of words: what it calls built, the code calls by the same name.</summary>
public sealed partial class GlossaryTests
{
    private static readonly IReadOnlyList<(string Norwegian, string[] Terms, string State)> Rows = Read();

    [Fact]
    public void Every_term_that_is_built_is_the_name_of_a_type()
    {
        var types = Assemblies
            .Types(Assemblies.All)
            .Select(type => type.Name.Split('`')[0])
            .ToHashSet(StringComparer.Ordinal);
        var missing =
            from row in Rows
            where row.State == "built"
            from term in row.Terms
            where !types.Contains(term)
            select $"{row.Norwegian}: {term}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_says_whether_it_is_built_later_or_no_type() =>
        Rows.Where(row => row.State is not ("built" or "later" or "no type")).ShouldBeEmpty();

    [Fact]
    public void The_glossary_is_read() => Rows.Count.ShouldBeGreaterThan(30);

    private static List<(string, string[], string)> Read()
    {
        var lines = File.ReadLines(Path.Combine(Source.Root, "docs", "glossary.md"));
        return
        [
            .. lines
                .Where(line =>
                    line.StartsWith("| ", StringComparison.Ordinal)
                    && !line.StartsWith("| ---", StringComparison.Ordinal)
                )
                .Skip(1)
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(cells =>
                    (cells[1], Term().Matches(cells[2]).Select(match => match.Groups["term"].Value).ToArray(), cells[3])
                ),
        ];
    }

    [GeneratedRegex("`(?<term>\\w+)`", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Term();
}

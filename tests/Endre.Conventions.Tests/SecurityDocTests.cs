using System.Text.RegularExpressions;

namespace Endre.Conventions.Tests;

/// <summary>docs/security.md goes through ASVS 5.0 without a gap, and every test it names exists.</summary>
public sealed partial class SecurityDocTests
{
    /// <summary>How many groups of requirements each chapter of OWASP ASVS 5.0.0 has, V1 first.</summary>
    private static readonly int[] Groups = [5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3];

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Source.Root, "docs", "security.md"));

    private static readonly string TestCode = string.Join(
        '\n',
        Source.Files(["tests"], ".cs").Select(File.ReadAllText)
    );

    private static IEnumerable<string[]> Rows =>
        Lines
            .Where(line => Group().IsMatch(line))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]);

    [Fact]
    public void Every_group_of_requirements_is_gone_through_once_and_in_order()
    {
        var all = Groups.SelectMany(
            (count, chapter) => Enumerable.Range(1, count).Select(group => $"V{chapter + 1}.{group}")
        );
        Rows.Select(row => row[0].Split(' ')[0]).ShouldBe(all);
    }

    [Fact]
    public void Every_group_says_whether_it_applies_how_and_how_one_knows()
    {
        foreach (var row in Rows)
        {
            row.Length.ShouldBe(4, row[0]);
            row[1].ShouldBeOneOf("yes", "partly", "no");
            row[2].Length.ShouldBeGreaterThan(20, row[0]);
            row[3].ShouldNotBeEmpty(row[0]);
            if (row[1] == "yes")
                row[3].ShouldContain("`", customMessage: $"{row[0]} applies and names no test.");
        }
    }

    [Fact]
    public void Every_test_that_is_named_exists() =>
        Rows.SelectMany(row => Named().Matches(row[3]).Select(match => match.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal)
            .Where(name => !Exists(name))
            .ShouldBeEmpty();

    [Fact]
    public void What_is_not_reached_stands_in_a_list_of_its_own() =>
        Lines.ShouldContain(line => line.StartsWith("## Not reached", StringComparison.Ordinal));

    // `Class`, or `Class.Method_in_words`.
    private static bool Exists(string name) =>
        name.Split('.') is [var type, .. var method]
        && Regex.IsMatch(TestCode, $@"\bclass {type}\b", RegexOptions.None, TimeSpan.FromMinutes(1))
        && method.All(word => TestCode.Contains($" {word}(", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| V\d+\.\d+ ", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Group();

    [GeneratedRegex("`(?<name>[A-Za-z_.]+)`", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Named();
}

using System.Text.RegularExpressions;

namespace Endre.Conventions.Tests;

/// <summary>What must not be written in code, and what to write instead.</summary>
public sealed partial class WordTests
{
    [Fact]
    public void Time_is_read_from_a_time_provider_and_ids_are_ordered_by_time()
    {
        var wrong =
            from file in Source.Files(["src", "tests", "bench"], ".cs", ".razor")
            where Path.GetFileName(file) != "WordTests.cs"
            from line in File.ReadLines(file).Index()
            where Banned().IsMatch(line.Item) && !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal)
            select $"{Source.Relative(file)}:{line.Index + 1}: {line.Item.Trim()}";
        wrong.ShouldBeEmpty("Use TimeProvider, Guid.CreateVersion7 and waiting for events.");
    }

    [Fact]
    public void The_machines_uptime_measures_quiet_lines_and_nothing_else()
    {
        // How long a line has been silent and a workshop unused is nobody's time: it is asked at every write.
        string[] live = ["LiveWorkshop.cs", "LiveWorkshops.cs", "StreamConnection.cs"];
        var wrong =
            from file in Source.Files(["src"], ".cs", ".razor")
            where !live.Contains(Path.GetFileName(file))
            where Uptime().IsMatch(File.ReadAllText(file))
            select Source.Relative(file);
        wrong.ShouldBeEmpty("Use TimeProvider.");
    }

    [Fact]
    public void Markup_holds_no_style_and_no_script_that_the_content_security_policy_forbids()
    {
        var wrong =
            from file in Source.Files(["src"], ".razor")
            from line in File.ReadLines(file).Index()
            where Inline().IsMatch(line.Item)
            select $"{Source.Relative(file)}:{line.Index + 1}: {line.Item.Trim()}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void An_address_is_written_in_a_links_class_and_nowhere_else()
    {
        var wrong =
            from file in Source.Files(["src"], ".razor")
            from line in File.ReadLines(file).Index()
            where Address().IsMatch(line.Item)
            select $"{Source.Relative(file)}:{line.Index + 1}: {line.Item.Trim()}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Lock_files_name_no_host_and_no_place_on_somebodys_machine()
    {
        var files = Source
            .Files(["src", "tests", "bench"], ".json", ".npmrc")
            .Where(file => Path.GetFileName(file) is "package-lock.json" or "packages.lock.json" or ".npmrc");
        files.Where(file => Host().IsMatch(File.ReadAllText(file))).Select(Source.Relative).ShouldBeEmpty();
    }

    [GeneratedRegex(
        @"\b(DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|Guid\.NewGuid|Thread\.Sleep)\b",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Banned();

    [GeneratedRegex(
        @"\b(Stopwatch|Environment\.TickCount|TimeProvider\.System\.Get)",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Uptime();

    [GeneratedRegex(
        @"\sstyle=""|<script(?![^>]*\s(src=|type=""application/json""))|\son[a-z]+=""|javascript:",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Inline();

    [GeneratedRegex(@"(href|action|src|hx-get|hx-post)=""/", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"""resolved""\s*:\s*""|registry\s*=|file:/|""/(home|root|work|tmp|Users)/",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Host();
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Endre.Conventions.Tests;

/// <summary>The build writes what the program consists of, and all of it may be used, changed and shared.</summary>
public sealed class SbomTests
{
    private const string Rewrite = "REWRITE_DOCS";

    // Free to use, change and share, also inside something else. Another license is a decision, not a line here.
    private static readonly string[] Allowed =
    [
        "MIT",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "0BSD",
        "ISC",
        "PostgreSQL",
        "OFL-1.1",
        "Unlicense",
        "BlueOak-1.0.0",
        "BSD-3-Clause AND Apache-2.0",
    ];

    private static readonly string Web = Path.Combine(Source.Root, "src", "Endre.Web");
    private static readonly string Text = File.ReadAllText(BuiltFile());
    private static readonly JsonElement Bom = JsonDocument.Parse(Text).RootElement;
    private static readonly IReadOnlyList<Part> Parts =
    [
        .. Bom.GetProperty("components").EnumerateArray().Select(Read),
    ];

    [Fact]
    public void It_is_cyclonedx_as_the_schema_says()
    {
        foreach (var beside in new[] { "spdx", "jsf-0.82" })
            SchemaRegistry.Global.Register(
                new Uri($"http://cyclonedx.org/schema/{beside}.SNAPSHOT.schema.json"),
                Schema(beside)
            );
        var answer = Schema("bom-1.6")
            .Evaluate(JsonNode.Parse(Text), new EvaluationOptions { OutputFormat = OutputFormat.List });
        answer.IsValid.ShouldBeTrue(
            string.Join(
                '\n',
                answer.Details.Where(found => found.HasErrors).Select(found => $"{found.InstanceLocation}")
            )
        );
    }

    [Fact]
    public void A_license_that_does_not_exist_would_be_noticed()
    {
        var wrong = JsonNode.Parse(Text)!;
        wrong["components"]![0]!["licenses"] = JsonNode.Parse("""[{"license":{"id":"Finnes-Ikke-1.0"}}]""");
        foreach (var beside in new[] { "spdx", "jsf-0.82" })
            SchemaRegistry.Global.Register(
                new Uri($"http://cyclonedx.org/schema/{beside}.SNAPSHOT.schema.json"),
                Schema(beside)
            );
        Schema("bom-1.6").Evaluate(wrong).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void Every_part_has_a_license_that_is_allowed() =>
        Parts
            .Where(part => !Allowed.Contains(part.License))
            .Select(part => $"{part.Name} {part.Version}: {part.License ?? "none"}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_package_that_was_restored_is_there()
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(Web, "obj", "project.assets.json")));
        var restored = assets
            .RootElement.GetProperty("targets")
            .EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject())
            .Where(found => found.Value.GetProperty("type").GetString() == "package")
            .Select(found => $"pkg:nuget/{found.Name.Replace('/', '@')}")
            .ToList();
        restored.Count.ShouldBeGreaterThan(20);
        restored.Except(Parts.Select(part => part.Ref), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_package_of_the_client_is_there()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Web, "Client", "package-lock.json")));
        var names = locked
            .RootElement.GetProperty("packages")
            .EnumerateObject()
            .Where(found => found.Name.Length > 0)
            .Select(found =>
                $"pkg:npm/{found.Name.Split("node_modules/")[^1].Replace("@", "%40", StringComparison.Ordinal)}@{found.Value.GetProperty("version")}"
            )
            .ToList();
        names.Count.ShouldBeGreaterThan(10);
        names.Except(Parts.Select(part => part.Ref), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void What_the_program_needs_is_told_from_what_only_builds_it()
    {
        Parts.Single(part => part.Name == "Npgsql").IsInProgram.ShouldBeTrue();
        Parts.Single(part => part.Name == "htmx.org").IsInProgram.ShouldBeTrue();
        Parts.Single(part => part.Name == "esbuild").IsInProgram.ShouldBeFalse();
        Parts.Single(part => part.Name == "Meziantou.Analyzer").IsInProgram.ShouldBeFalse();
    }

    [Fact]
    public void Everything_that_is_needed_by_something_is_itself_there()
    {
        var known = Parts.Select(part => part.Ref).Append("endre").ToHashSet(StringComparer.Ordinal);
        Bom.GetProperty("dependencies")
            .EnumerateArray()
            .SelectMany(needs =>
                (needs.TryGetProperty("dependsOn", out var on) ? on.EnumerateArray() : [])
                    .Select(need => need.GetString()!)
                    .Append(needs.GetProperty("ref").GetString()!)
            )
            .Where(need => !known.Contains(need))
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_place_that_packages_are_fetched_from_is_named() => Text.ShouldNotContain("://");

    [Fact]
    public void The_list_in_the_docs_is_that_of_the_build()
    {
        var file = Path.Combine(Source.Root, "docs", "licences.md");
        var now = ToMarkdown();
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
            File.WriteAllText(file, now);
        (File.Exists(file) && File.ReadAllText(file) == now).ShouldBeTrue(
            $"docs/licences.md differs from what was built. Look at what changed, then: {Rewrite}=1 ./test conventions \"*SbomTests*\""
        );
    }

    private static string ToMarkdown()
    {
        var text = new StringBuilder(
            """
            # Licenses

            What Endre consists of, and under which license. This file is made from `sbom.cdx.json` (CycloneDX 1.6), which
            the build puts beside the program, and is never written by hand: a test fails when the two differ. After a change
            of packages, write it anew with

                REWRITE_DOCS=1 ./test conventions "*SbomTests*"

            Endre itself is [MIT](../LICENSE). Another test refuses a part without a license, or with one that is not free to
            use, change and share.

            """.ReplaceLineEndings("\n")
        );
        Table(text, "In the program", Parts.Where(part => part.IsInProgram && !part.IsFramework));
        Table(text, "Only while building", Parts.Where(part => !part.IsInProgram && !part.IsOfOnePlatform));
        text.Append(
            "\nThe framework is .NET and ASP.NET Core (MIT). esbuild and TypeScript bring one package for each platform, under\n"
                + "their own license; all stand in `sbom.cdx.json`.\n"
        );
        return text.ToString();
    }

    private static void Table(StringBuilder text, string heading, IEnumerable<Part> parts)
    {
        text.Append($"\n## {heading}\n\n| part | version | license |\n| --- | --- | --- |\n");
        foreach (var part in parts.OrderBy(part => part.Name, StringComparer.OrdinalIgnoreCase))
            text.Append($"| {part.Name} | {part.Version} | {part.License} |\n");
    }

    private static Part Read(JsonElement found) =>
        new(
            found.GetProperty("bom-ref").GetString()!,
            found.GetProperty("name").GetString()!,
            found.GetProperty("version").GetString()!,
            found.TryGetProperty("licenses", out var licenses) ? LicenseOf(licenses[0]) : null,
            found.GetProperty("scope").GetString() == "required",
            found.GetProperty("type").GetString() == "framework"
        );

    private static string? LicenseOf(JsonElement stated) =>
        stated.TryGetProperty("expression", out var expression)
            ? expression.GetString()
            : stated.GetProperty("license").GetProperty("id").GetString();

    private static JsonSchema Schema(string name) =>
        JsonSchema.FromText(
            File.ReadAllText(
                Path.Combine(Source.Root, "tests", "Endre.Conventions.Tests", "CycloneDX", $"{name}.schema.json")
            )
        );

    // The tests lie in bin/<configuration>/<framework>, and so does the program.
    private static string BuiltFile()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Web, "bin", own.Parent!.Name, own.Name, "sbom.cdx.json");
    }

    private sealed record Part(
        string Ref,
        string Name,
        string Version,
        string? License,
        bool IsInProgram,
        bool IsFramework
    )
    {
        public bool IsOfOnePlatform =>
            Name.StartsWith("@esbuild/", StringComparison.Ordinal)
            || Name.StartsWith("@typescript/", StringComparison.Ordinal);
    }
}

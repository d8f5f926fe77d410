using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Endre.Documents.Csv;
using Endre.Domain.Shared;
using Endre.Testing;

namespace Endre.Fuzz.Tests;

/// <summary>Whatever comes in, a parser reads it or refuses it; it never throws and never takes long.</summary>
public sealed class ParserTests
{
    // A slow machine that does other things meanwhile is no fault; a text that takes a hundred times as long is.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly Type[] Outside =
    [
        typeof(string),
        typeof(byte[]),
        typeof(ReadOnlySpan<byte>),
        typeof(JsonObject),
    ];

    private static readonly string[] Elsewhere =
    [
        // Over the wire, in Requests.cs.
        "ScimProjection",
        "ScimQuery",
        "UserInput",
        "GroupInput",
        // Inside one that is tried.
        "PngFile",
        "PngHeader",
        "WorkbookTable",
        // What Endre wrote itself.
        "LetterJson",
        "TemplateLibrary",
    ];

    public static TheoryData<string> Names => [.. Parsers.All.Select(parser => parser.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_or_refuses(string name)
    {
        var parser = Parsers.All.Single(found => found.Name == name);
        Mutation
            .Of(parser.Samples)
            .Sample(
                bytes =>
                {
                    var clock = Stopwatch.StartNew();
                    parser.Read(bytes);
                    clock.Elapsed.ShouldBeLessThan(Longest);
                },
                seed: Rounds.Seed,
                iter: Rounds.Of(parser.Samples.Max(sample => sample.Length) > 5_000 ? 500 : 4_000),
                threads: 1,
                print: Print
            );
    }

    [Fact]
    public void What_is_right_is_read()
    {
        foreach (var parser in Parsers.All)
        foreach (var sample in parser.Samples)
            Should.NotThrow(() => parser.Read(sample), parser.Name);
    }

    [Fact]
    public void Whatever_reads_something_from_outside_is_among_them()
    {
        var tried = string.Concat(
            new[] { "Parsers.cs", "ParsersAround.cs" }.Select(file =>
                File.ReadAllText(Path.Combine(Repository.Root, "tests", "Endre.Fuzz.Tests", file))
            )
        );
        var readers =
            from assembly in new[]
            {
                typeof(FreeText).Assembly,
                typeof(CsvReader).Assembly,
                typeof(Web.Program).Assembly,
            }
            from type in assembly.GetTypes()
            // Those read the fields of forms, which FormTests sends.
            where !type.IsNestedPrivate && !type.Name.EndsWith("Acts", StringComparison.Ordinal)
            // And these one of a few words, or nothing.
            where !type.Name.EndsWith("Word", StringComparison.Ordinal)
            where !type.Name.EndsWith("Words", StringComparison.Ordinal) && !Elsewhere.Contains(type.Name)
            from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where method.Name == "Read" && (method.IsPublic || method.IsAssembly)
            where method.GetParameters() is [{ ParameterType: var first }, ..] && Outside.Contains(first)
            select type.Name;
        readers
            .Distinct(StringComparer.Ordinal)
            .Where(name => !tried.Contains($"{name}.Read", StringComparison.Ordinal))
            .ShouldBeEmpty("Give it a line in Parsers.cs, or tell here where it is tried.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_long_text_takes_no_longer_than_its_length(string name)
    {
        var parser = Parsers.All.Single(found => found.Name == name);
        string[] long_ =
        [
            new('a', 1_000_000),
            new('[', 1_000_000),
            new('"', 1_000_000),
            new('9', 1_000_000),
            new(' ', 1_000_000),
            new('\n', 1_000_000),
            string.Concat(Enumerable.Repeat("e\u0301\u200D", 300_000)),
            string.Concat(Enumerable.Repeat("{\"a\":", 200_000)),
            string.Concat(Enumerable.Repeat("nb;q=0.1,", 100_000)),
        ];
        foreach (var text in long_)
        {
            var clock = Stopwatch.StartNew();
            parser.Read(Encoding.UTF8.GetBytes(text));
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), text[..20]);
        }
    }

    private static string Print(byte[] bytes) =>
        $"{Encoding.UTF8.GetString(bytes)[..Math.Min(200, Encoding.UTF8.GetString(bytes).Length)]} = {Convert.ToBase64String(bytes)}";
}

using System.Diagnostics;
using System.Text;
using CsCheck;

namespace Endre.Fuzz.Tests;

/// <summary>Whatever comes in, a parser reads it or refuses it; it never throws and never takes long.</summary>
public sealed class ParserTests
{
    // A slow machine that does other things meanwhile is no fault; a text that takes a hundred times as long is.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

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

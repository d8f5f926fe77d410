using CsCheck;
using Endre.Norwegian.Searching;

namespace Endre.Norwegian.Tests.Searching;

/// <summary>The index answers what looking at every text would.</summary>
public sealed class ExactnessTests
{
    private static readonly string[] Words =
    [
        "skriver",
        "skriveren",
        "skirveren",
        "skriverane",
        "fargeskriver",
        "nøkkel",
        "nøkler",
        "nøklane",
        "nykelen",
        "nøkkelskap",
        "skap",
        "medisinskapet",
        "sykehjem",
        "sjukeheimen",
        "sykepleier",
        "løfteheis",
        "loefteheis",
        "heis",
        "heisen",
        "vaktrom",
        "vaktrommet",
        "rom",
        "treg",
        "treige",
        "ikke",
        "ikkje",
        "bil",
        "bilene",
        "bilar",
        "tjenestebil",
        "e-post",
        "čállin",
        "callin",
        "rutine",
        "rutinane",
    ];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(at => Words[at]);

    private static readonly Gen<string> Text = Word.Array[1, 8].Select(words => string.Join(' ', words));

    // Also unfinished, and with a wrong key.
    private static readonly Gen<string> Typed = Gen.Select(
        Word.Array[1, 4],
        Gen.Int[0, 5],
        Gen.Int[0, 3],
        (words, cut, swap) =>
        {
            var typed = string.Join(' ', words);
            typed = typed[..Math.Max(1, typed.Length - cut)];
            return swap > 0 && typed.Length > swap + 4
                ? $"{typed[..swap]}{typed[swap + 1]}{typed[swap]}{typed[(swap + 2)..]}"
                : typed;
        }
    );

    [Fact]
    public void The_index_finds_what_the_slow_way_finds() =>
        Gen.Select(Text.Array[0, 40], Typed)
            .Sample(
                (texts, typed) =>
                {
                    var all = texts.Select((text, at) => (TextIndexTests.Id(at + 1), text)).ToList();
                    using var index = new TextIndex();
                    foreach (var (id, text) in all)
                        index.Put(id, Guid.Empty, 1, text);
                    var query = TextQuery.Read(typed);
                    var wanted = new SlowSearch(all).Find(query, 10);
                    var found = index.Find(query, 10).Hits;
                    // Sums of the same numbers in another order differ in the last digit: rounding could part them.
                    found.Select(hit => hit.Score).ShouldBe(wanted.Select(hit => hit.Score), tolerance: 1e-6);
                    index
                        .Find(query, 1_000)
                        .Hits.Select(hit => hit.Id)
                        .ShouldBe(new SlowSearch(all).Find(query, 1_000).Select(hit => hit.Id), ignoreOrder: true);
                },
                iter: 2_000
            );

    [Fact]
    public void What_changes_meanwhile_makes_no_difference() =>
        Gen.Select(Text.Array[1, 20], Gen.Int[0, 19].Array[0, 15], Word)
            .Sample(
                (texts, gone, typed) =>
                {
                    using var index = new TextIndex();
                    var all = new Dictionary<Guid, string>();
                    foreach (var (at, text) in texts.Index())
                    {
                        all[TextIndexTests.Id(at)] = text;
                        index.Put(TextIndexTests.Id(at), Guid.Empty, 1, "noe annet");
                        index.Put(TextIndexTests.Id(at), Guid.Empty, 2, text);
                    }
                    foreach (var at in gone)
                        index.Remove(TextIndexTests.Id(at)).ShouldBe(all.Remove(TextIndexTests.Id(at)));
                    index.Tidy();
                    var query = TextQuery.Read(typed, isTyping: false);
                    var wanted = new SlowSearch(all.Select(pair => (pair.Key, pair.Value))).Find(query, 100);
                    index
                        .Find(query, 100)
                        .Hits.Select(hit => hit.Id)
                        .ShouldBe(wanted.Select(hit => hit.Id), ignoreOrder: true);
                },
                iter: 500
            );
}

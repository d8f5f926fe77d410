using Endre.Norwegian.Searching;

namespace Endre.Norwegian.Tests.Searching;

public sealed class TextIndexTests
{
    private static readonly Guid Here = new("00000000-0000-0000-0000-0000000000aa");
    private static readonly Guid There = new("00000000-0000-0000-0000-0000000000bb");

    [Fact]
    public void A_better_kind_of_match_comes_first()
    {
        using var index = Of(
            "Han bruker skriverbordet",
            "Ny fargeskriver",
            "Skirver er borte",
            "Skriverane står",
            "Skriver uten papir"
        );
        Find(index, "skriver").ShouldBe([5, 4, 3, 1, 2]);
    }

    [Theory]
    [InlineData("skrivere", "Skriveren på vaktrommet står")]
    [InlineData("skriver vaktrom", "Skriveren på vaktrommet står")]
    [InlineData("Hvordan får vi ikke tid", "Korleis får vi ikkje tid")]
    [InlineData("sykehjem", "Sjukeheimen manglar nøklar")]
    [InlineData("sjukeheim", "Sykehjemmet mangler nøkler")]
    [InlineData("nøkkel", "Nøkkelskapet er låst")]
    [InlineData("skap", "Nøkkelskapet er låst, og nøkkelen er borte")]
    [InlineData("loefteheis", "Løfteheisen står aldri der den skal")]
    [InlineData("løfteheis", "Loefteheisen staar der")]
    [InlineData("gronn", "Den grønne lampa")]
    [InlineData("mediisn", "Medisinen kommer sent")]
    [InlineData("medsinromet", "Medisinrommet er stengt")]
    [InlineData("čálli", "Čállinmášiidna lea billašuvvan")]
    [InlineData("callinmasiidna", "Čállinmášiidna lea billašuvvan")]
    [InlineData("dearvvas", "Đearvvaš buohkaide")]
    [InlineData("skirver", "Skriveren er borte")]
    [InlineData("losning", "Løsningen kom for seint")]
    [InlineData("e-post", "Vi får epost og e-post om det samme")]
    [InlineData("PC", "PC-en bruker ti minutter på å starte")]
    [InlineData("KAFÉ", "Kafeen stenger for tidlig")]
    [InlineData("ikke", "Det går ikkje")]
    public void It_is_found(string typed, string text)
    {
        using var index = Of("Noko heilt anna om parkeringa", text, "Bilene lades i garasjen");
        Find(index, typed).ShouldBe([2]);
    }

    [Theory]
    [InlineData("leder", "Leveren er syk")]
    [InlineData("skap", "Kunnskap om fellesskapet i selskapet")]
    [InlineData("hus", "Buss til byen")]
    [InlineData("rom 12", "Rom 13 er kaldt")]
    [InlineData("vaktbytte", "Parkering for ansatte")]
    public void It_is_not_found(string typed, string text)
    {
        using var index = Of(text, "Lederen kom, rom 12 i huset, vaktbytte, skap");
        Find(index, typed).ShouldNotContain(1);
    }

    [Fact]
    public void Every_letter_that_is_typed_finds_it()
    {
        using var index = Of("Bilene lades ikke", "Skriveren på vaktrommet krever ny kode");
        for (var length = 2; length <= "skriveren vaktrommet".Length; length++)
        {
            Find(index, "skriveren vaktrommet"[..length]).ShouldBe([2], "skriveren vaktrommet"[..length]);
        }
    }

    [Fact]
    public void Where_no_text_has_every_word_those_with_half_of_them_are_found()
    {
        using var index = Of("Skriveren er treg", "Bilene lades ikke", "Heisen er treg og kald");
        Find(index, "skriveren treg heis kjelleren").ShouldBe([1, 3], ignoreOrder: true);
    }

    [Fact]
    public void Only_texts_in_scope_are_found_and_counted()
    {
        using var index = new TextIndex();
        index.Put(Id(1), Here, 1, "Skriveren her");
        index.Put(Id(2), There, 1, "Skriveren der");
        index.Put(Id(3), There, 1, "Skriveren der borte");
        var query = TextQuery.Read("skriveren");
        var scope = new TextScope(new HashSet<Guid> { Here }, new HashSet<Guid> { Id(3) });
        index.Find(query, 10, scope).Hits.Select(hit => hit.Id).ShouldBe([Id(1), Id(3)], ignoreOrder: true);
        index.Find(query, 2, scope).HasMore.ShouldBeFalse();
        index.Find(query, 1, scope).HasMore.ShouldBeTrue();
        index.Find(query, 10, new TextScope(new HashSet<Guid>(), new HashSet<Guid>())).Hits.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_taken_out_or_replaced_is_found_no_more()
    {
        using var index = Of("Skriveren er treg", "Heisen er treg");
        index.Remove(Id(1)).ShouldBeTrue();
        index.Remove(Id(1)).ShouldBeFalse();
        index.Put(Id(2), Here, 7, "Døra er treg");
        Find(index, "skriveren").ShouldBeEmpty();
        Find(index, "heisen").ShouldBeEmpty();
        Find(index, "treg").ShouldBe([2]);
        (index.Count, index.StampOf(Id(1)), index.StampOf(Id(2))).ShouldBe((1, null, 7));
        index.WordCount.ShouldBe(5);
        index.Tidy();
        index.WordCount.ShouldBe(3);
        Find(index, "treg").ShouldBe([2]);
        index.Ids().ShouldBe([Id(2)]);
    }

    [Fact]
    public void It_tidies_by_itself_when_much_has_been_replaced()
    {
        using var index = new TextIndex();
        for (var round = 0; round < 12; round++)
        for (var i = 1; i <= 1_000; i++)
            index.Put(Id(i), Here, round, $"runde{round} tekst{i}");
        index.Count.ShouldBe(1_000);
        index.WordCount.ShouldBeLessThan(1_000 + 12);
        Find(index, "runde3").ShouldBeEmpty();
        index.Find(TextQuery.Read("runde11"), 2_000).Hits.Count.ShouldBe(1_000);
    }

    [Fact]
    public async Task Many_look_while_one_changes_it()
    {
        using var index = Of("Skriveren er treg");
        var query = TextQuery.Read("skriveren treg");
        using var done = new CancellationTokenSource();
        var looking = Enumerable
            .Range(0, 3)
            .Select(_ =>
                Task.Run(() =>
                {
                    var looks = 0;
                    for (; !done.IsCancellationRequested; looks++)
                        index.Find(query, 5).Hits.ShouldContain(hit => hit.Id == Id(1));
                    return looks;
                })
            )
            .ToArray();
        for (var i = 2; i < 3_000; i++)
        {
            index.Put(Id(2 + (i % 50)), Here, i, $"heis nummer {i} ord{i % 700}");
            if (i % 7 == 0)
                index.Remove(Id(2 + (i % 50)));
            if (i % 1_000 == 0)
                index.Tidy();
        }
        await done.CancelAsync();
        (await Task.WhenAll(looking)).ShouldAllBe(looks => looks >= 0);
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is_looked_for()
    {
        using var index = Of("Skriveren er treg");
        foreach (var nothing in new[] { null, "", "   ", "?!", "\uD800" })
            index.Find(TextQuery.Read(nothing), 5).ShouldBe(TextHits.None);
        index.Find(TextQuery.Read("treg"), 0).ShouldBe(TextHits.None);
    }

    internal static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static TextIndex Of(params string[] texts)
    {
        var index = new TextIndex();
        for (var i = 0; i < texts.Length; i++)
            index.Put(Id(i + 1), Here, 1, texts[i]);
        return index;
    }

    private static List<int> Find(TextIndex index, string typed) =>
        [.. index.Find(TextQuery.Read(typed), 10).Hits.Select(hit => BitConverter.ToInt32(hit.Id.ToByteArray()))];
}

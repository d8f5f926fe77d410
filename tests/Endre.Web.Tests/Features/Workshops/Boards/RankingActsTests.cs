using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops.Boards;

/// <summary>The nominal group technique: each ranks in secret, and points follow the places.</summary>
public sealed class RankingActsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Notes = ["Tavle", "Fem minutter", "Prøv i en uke"];

    [Fact]
    public async Task Ranks_give_points_and_are_hidden_until_they_are_closed()
    {
        await using var board = await BeginAsync();
        var (kari, page) = await board.PhoneAsync();
        page.Text.ShouldContain("rangerer hver de 5 viktigste. Det skjer i det skjulte.");
        await page.Fill("Så mange lapper rangerer hver", "3").PressAsync("Åpne for stemmer");
        var (ola, others) = await board.PhoneAsync();
        page = await Rank(board, await board.OpenAsync(kari), "Tavle", "Fem minutter").PressAsync("Send rangeringen");
        page.Text.ShouldContain("Du har rangert 2 av 3.");
        page.ValueOf("Plass 1 3 poeng").ShouldBe($"{board.NoteOf("Tavle")}");
        others = await board.OpenAsync(ola);
        others.Text.ShouldContain("1 av 2 har stemt");
        others.HasPart("Resultatet av stemmene").ShouldBeFalse();
        await Rank(board, others, "Prøv i en uke", "Tavle").PressAsync("Send rangeringen");
        page = await (await board.OpenAsync(kari)).PressAsync("Lukk og vis resultatet");
        var tally = page.TextOf("Resultatet av stemmene");
        tally.ShouldContain("1. plass Tavle 5 poeng");
        tally.ShouldContain("2. plass Prøv i en uke 3 poeng");
        tally.ShouldContain("3. plass Fem minutter 2 poeng");
    }

    [Fact]
    public async Task An_empty_place_above_a_filled_one_is_refused_and_the_ranks_stand()
    {
        await using var board = await BeginAsync();
        var page = await OpenedAsync(board);
        page = await page.Fill("Plass 2 2 poeng", $"{board.NoteOf("Tavle")}").PressAsync("Send rangeringen");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Plass 1 er tom. Fyll plassene ovenfra."]);
        page.ValueOf("Plass 2 2 poeng").ShouldBe($"{board.NoteOf("Tavle")}");
        board.State.Voting!.Ballots.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_note_twice_is_refused_and_the_ranks_stand()
    {
        await using var board = await BeginAsync();
        var page = await OpenedAsync(board);
        page = await Rank(board, page, "Tavle", "Tavle").PressAsync("Send rangeringen");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Du kan gi hver lapp én stemme."]);
        page.ValueOf("Plass 1 3 poeng").ShouldBe($"{board.NoteOf("Tavle")}");
        page.ValueOf("Plass 2 2 poeng").ShouldBe($"{board.NoteOf("Tavle")}");
    }

    [Fact]
    public async Task Equal_points_share_a_place()
    {
        await using var board = await BeginAsync();
        var (kari, page) = await board.PhoneAsync();
        await page.Fill("Så mange lapper rangerer hver", "2").PressAsync("Åpne for stemmer");
        var (ola, _) = await board.PhoneAsync();
        page = await board.OpenAsync(kari);
        page = await page.Fill("Plass 1 2 poeng", $"{board.NoteOf("Tavle")}")
            .Fill("Plass 2 1 poeng", $"{board.NoteOf("Fem minutter")}")
            .PressAsync("Send rangeringen");
        page = await board.OpenAsync(ola);
        page = await page.Fill("Plass 1 2 poeng", $"{board.NoteOf("Fem minutter")}")
            .Fill("Plass 2 1 poeng", $"{board.NoteOf("Tavle")}")
            .PressAsync("Send rangeringen");
        page = await page.PressAsync("Lukk og vis resultatet");
        var tally = page.TextOf("Resultatet av stemmene");
        tally.ShouldContain("1. plass Tavle Delt plass 3 poeng");
        tally.ShouldContain("1. plass Fem minutter Delt plass 3 poeng");
    }

    [Theory]
    [InlineData("nn", "Opne for stemmer", "Send rangeringa", "Ranger dei 5 viktigaste lappane")]
    [InlineData("en", "Open the votes", "Send the ranking", "Rank the 5 most important notes")]
    public async Task Ranking_speaks_the_readers_language(string language, string open, string send, string guide)
    {
        await using var board = await BeginAsync();
        var phone = board.Browser(language);
        var page = await phone.OpenAsync($"/bli-med/{board.Workshop.Code}");
        page = page.Fill(language == "en" ? "Group" : "Gruppe", "g1");
        page = await page.PressAsync(
            page.Document.QuerySelector("form[action^='/bli-med'] button")!.TextContent.Trim()
        );
        page = await page.PressAsync(open);
        page.Language.ShouldBe(language);
        page.Text.ShouldContain(guide);
        page.HasButton(send).ShouldBeTrue();
    }

    private Task<GroupBoard> BeginAsync() => GroupBoard.ToRankAsync(shared.App, Notes);

    private static async Task<TestPage> OpenedAsync(GroupBoard board) =>
        await (await board.JoinAsync()).Fill("Så mange lapper rangerer hver", "3").PressAsync("Åpne for stemmer");

    private static TestPage Rank(GroupBoard board, TestPage page, string first, string second) =>
        page.Fill("Plass 1 3 poeng", $"{board.NoteOf(first)}").Fill("Plass 2 2 poeng", $"{board.NoteOf(second)}");
}

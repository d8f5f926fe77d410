using System.Net;
using System.Text.Json;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops.Boards;

/// <summary>Blind dots are a help to choose: hidden until they are closed, and ties are shown.</summary>
public sealed class VotingActsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Close = "Lukk og vis resultatet";
    private static readonly string[] Notes = ["Tavle", "Fem minutter", "Prøv i en uke", "Kaffe sammen", "Delt turnus"];

    [Fact]
    public async Task Dots_are_hidden_everywhere_until_the_round_is_closed()
    {
        await using var board = await BeginAsync();
        var (kari, page) = await board.PhoneAsync();
        page = await page.Fill("Prikker til hver", "2").PressAsync("Åpne for stemmer");
        page.Text.ShouldContain("Sett inntil 2 prikker, høyst én på hver lapp. Ingen ser resultatet før dere lukker.");
        var (ola, _) = await board.PhoneAsync();
        page = await Vote(page, "Tavle", "Delt turnus").PressAsync("Send prikkene");
        page.Text.ShouldContain("Du har satt 2 av 2 prikker.");
        var others = await board.OpenAsync(ola);
        others.Text.ShouldContain("1 av 2 har stemt");
        others.Text.ShouldNotContain("poeng");
        others.Document.QuerySelectorAll("input[name=vote][checked]").ShouldBeEmpty();
        using var frode = shared.App.Api(board.Workshop.Facilitator.Token);
        foreach (var client in new[] { ola.Client, frode })
        {
            var shown = await client.GetStringAsync(
                new Uri($"/api/v1/workshops/{board.Workshop.Id}", UriKind.Relative)
            );
            shown.ShouldNotContain("ballots");
            JsonDocument
                .Parse(shown)
                .RootElement.GetProperty("boards")
                .EnumerateArray()
                .Single(b =>
                    b.GetProperty("groupId").GetString() == "g1"
                    && b.GetProperty("questionId").GetString() == "question-2"
                )
                .TryGetProperty("voting", out _)
                .ShouldBeFalse();
        }
        others = await others.PressAsync(Close);
        others.TextOf("Resultatet av stemmene").ShouldContain("Tavle");
        others.TextOf("Resultatet av stemmene").ShouldContain("1 poeng");
        (await board.OpenAsync(kari)).HasPart("Resultatet av stemmene").ShouldBeTrue();
    }

    [Fact]
    public async Task Ties_share_a_place_and_the_group_decides_about_the_last_one()
    {
        await using var board = await BeginAsync();
        var (kari, page) = await board.PhoneAsync();
        await page.Fill("Prikker til hver", "3").PressAsync("Åpne for stemmer");
        var (ola, _) = await board.PhoneAsync();
        await Vote(await board.OpenAsync(kari), "Tavle", "Fem minutter", "Prøv i en uke").PressAsync("Send prikkene");
        await Vote(await board.OpenAsync(ola), "Tavle", "Fem minutter", "Kaffe sammen").PressAsync("Send prikkene");
        page = await (await board.OpenAsync(ola)).PressAsync(Close);
        var tally = page.TextOf("Resultatet av stemmene");
        tally.ShouldContain("1. plass Tavle Delt plass 2 poeng");
        tally.ShouldContain("1. plass Fem minutter Delt plass 2 poeng");
        tally.ShouldContain("3. plass Kaffe sammen Delt plass 1 poeng");
        page.Text.ShouldContain("Like mange poeng om den siste plassen. Snakk sammen og velg én:");
        page = await page.PressAsync("Bruk de 2 som er klare");
        board.State.Proposals.Select(p => p.Text).Order(StringComparer.Ordinal).ShouldBe(["Fem minutter", "Tavle"]);
        page = await page.PressAsync("Sett blant de beste: Kaffe sammen");
        board.State.Proposals.Count.ShouldBe(3);
        page.HasButton("Bruk de 2 som er klare").ShouldBeFalse();
    }

    [Fact]
    public async Task Too_many_dots_are_refused_and_stay_where_they_were_put()
    {
        await using var board = await BeginAsync();
        var page = await (await board.JoinAsync()).Fill("Prikker til hver", "1").PressAsync("Åpne for stemmer");
        page = await Vote(page, "Tavle", "Delt turnus").PressAsync("Send prikkene");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Du kan velge høyst 1. Ta bort noen."]);
        page.Document.QuerySelectorAll("input[name=vote][checked]").Length.ShouldBe(2);
        board.State.Voting!.Ballots.ShouldBeEmpty();
        page = await page.Tick("Delt turnus", "Prikker som hjelp").PressAsync("Send prikkene");
        page.Text.ShouldContain("Du har satt 1 av 1 prikker.");
    }

    [Fact]
    public async Task A_vote_is_changed_and_taken_back_while_the_round_is_open()
    {
        await using var board = await BeginAsync();
        var page = await (await board.JoinAsync()).Fill("Prikker til hver", "1").PressAsync("Åpne for stemmer");
        page = await Vote(page, "Tavle").PressAsync("Send prikkene");
        page = await Vote(page, "Tavle", "Delt turnus").PressAsync("Endre prikkene");
        board.State.Voting!.Ballots.Values.Single().NoteIds.ShouldBe([board.NoteOf("Delt turnus")]);
        page = await Vote(page, "Delt turnus").PressAsync("Endre prikkene");
        board.State.Voting!.Ballots.ShouldBeEmpty();
        page.HasButton("Send prikkene").ShouldBeTrue();
    }

    [Fact]
    public async Task A_table_counts_as_all_who_sit_there()
    {
        await using var board = await BeginAsync();
        var (phone, page) = await board.PhoneAsync();
        await board.Workshop.ChangeAsync();
        await page.Fill("Vi er to", "2").PressAsync("Lagre");
        page = await (await board.OpenAsync(phone)).Fill("Prikker til hver", "1").PressAsync("Åpne for stemmer");
        page = await Vote(page, "Tavle").PressAsync("Send prikkene");
        page.Text.ShouldContain("2 av 2 har stemt");
        page = await page.PressAsync(Close);
        page.TextOf("Resultatet av stemmene").ShouldContain("2 poeng");
    }

    [Fact]
    public async Task A_closed_round_takes_no_votes_and_can_be_taken_anew()
    {
        await using var board = await BeginAsync();
        var page = await (await board.JoinAsync()).Fill("Prikker til hver", "1").PressAsync("Åpne for stemmer");
        var late = Vote(await board.JoinAsync(), "Tavle");
        page = await page.PressAsync(Close);
        var answer = await late.PressAsync("Send prikkene");
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("Avstemningen er lukket.");
        page = await page.PressAsync("Ta en ny runde");
        page.HasButton("Send prikkene").ShouldBeTrue();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("mange")]
    public async Task A_budget_out_of_range_is_refused_and_kept(string budget)
    {
        await using var board = await BeginAsync();
        var page = await (await board.JoinAsync()).Fill("Prikker til hver", budget).PressAsync("Åpne for stemmer");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Antall stemmer må være fra 1 til 10."]);
        page.ValueOf("Prikker til hver").ShouldBe(budget);
    }

    [Fact]
    public async Task A_second_round_while_one_is_open_is_refused_and_told()
    {
        await using var board = await BeginAsync();
        var (first, second) = (await board.JoinAsync(), await board.JoinAsync());
        await first.Fill("Prikker til hver", "1").PressAsync("Åpne for stemmer");
        var page = await second.Fill("Prikker til hver", "3").PressAsync("Åpne for stemmer");
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("En avstemning er allerede i gang.");
        board.State.Voting!.Budget.ShouldBe(1);
    }

    [Fact]
    public async Task A_facilitator_closes_a_round_and_does_not_vote()
    {
        await using var board = await BeginAsync();
        await (await board.JoinAsync()).Fill("Prikker til hver", "1").PressAsync("Åpne for stemmer");
        using var frode = shared.App.As(board.Workshop.Facilitator);
        var page = await frode.OpenAsync($"{board.Workshop.Page}/styr");
        var answer = await frode.PostAsync(
            page,
            $"{board.Workshop.Page}/tavle/stem",
            ("groupId", "g1"),
            ("questionId", "question-2"),
            ("tilbake", $"{board.Workshop.Page}/styr"),
            ("vote", $"{board.NoteOf("Tavle")}")
        );
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        board.State.Voting!.Ballots.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "nn",
        "Opne for stemmer",
        "Prikkar som hjelp",
        "Send prikkane",
        "Lukk og vis resultatet",
        "1. plass Tavle 1 poeng"
    )]
    [InlineData(
        "en",
        "Open the votes",
        "Dots as a help",
        "Send the dots",
        "Close and show the result",
        "Place 1 Tavle 1 point"
    )]
    public async Task Dots_speak_the_readers_language(
        string language,
        string open,
        string part,
        string send,
        string close,
        string tally
    )
    {
        await using var board = await BeginAsync();
        var phone = board.Browser(language);
        var page = await phone.OpenAsync($"/bli-med/{board.Workshop.Code}");
        page = page.Fill(language == "en" ? "Group" : "Gruppe", "g1");
        page = await page.PressAsync(
            page.Document.QuerySelector("form[action^='/bli-med'] button")!.TextContent.Trim()
        );
        page = await page.PressAsync(open);
        page = await page.Tick("Tavle", part).PressAsync(send);
        page = await page.PressAsync(close);
        page.Language.ShouldBe(language);
        page.Text.ShouldContain(tally);
    }

    private Task<GroupBoard> BeginAsync() => GroupBoard.ToChooseAsync(shared.App, Notes);

    private static TestPage Vote(TestPage page, params string[] notes) =>
        notes.Aggregate(page, (now, note) => now.Tick(note, "Prikker som hjelp"));
}

using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops.Boards;

/// <summary>A group sorts its notes with plain forms.</summary>
public sealed class SortingActsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Time = "Vi mangler tid";
    private const string Forms = "Alt må på skjema";
    private const string Answers = "Ingen svarer oss";
    private const string New = "+ Ny kategori";

    [Fact]
    public async Task Picked_notes_become_a_category_and_the_rest_stays_loose()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page.TextOf("Løse lapper").ShouldContain("3 lapper");
        page = await page.Tick(Time).Tick(Forms).PressAsync(New);
        page.Path.ShouldBe(board.Workshop.Page);
        page.TextOf("Kategori 1").ShouldContain("2 lapper");
        page.TextOf("Kategori 1").ShouldContain(Time);
        page.TextOf("Løse lapper").ShouldNotContain(Time);
        page.TextOf("Løse lapper").ShouldStartWith("Løse lapper 1 lapp");
    }

    [Fact]
    public async Task An_act_answers_303_to_the_board_it_was_done_on()
    {
        await using var board = await BeginAsync();
        var (phone, page) = await board.PhoneAsync();
        using var form = new FormUrlEncodedContent([
            .. new Dictionary<string, string>
            {
                ["groupId"] = "g1",
                ["questionId"] = "question-1",
                ["to"] = "new",
                ["note"] = $"{board.NoteOf(Time)}",
                ["__token"] = page.Document.QuerySelector("input[name=__token]")!.GetAttribute("value")!,
            },
        ]);
        using var answer = await phone.Client.PostAsync(
            new Uri($"{board.Workshop.Page}/tavle/flytt", UriKind.Relative),
            form
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldBe($"{board.Workshop.Page}#tavle-g1-question-1");
        page.Document.GetElementById("tavle-g1-question-1").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_note_is_moved_on_and_taken_out_again()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page = await page.Tick(Time).PressAsync(New);
        page = await page.Tick(Forms).PressAsync(New);
        page = await page.Tick(Time).PressAsync("Legg her, i Kategori 2");
        page.TextOf("Kategori 2").ShouldContain("2 lapper");
        page.TextOf("Kategori 1").ShouldContain("0 lapper");
        page = await page.Tick(Time).Fill("Flytt til", "out").PressAsync("Flytt");
        page.TextOf("Løse lapper").ShouldContain(Time);
        page = await page.Tick(Forms).PressAsync("Legg her, utenfor kategoriene");
        page.TextOf("Løse lapper").ShouldContain("3 lapper");
    }

    [Fact]
    public async Task A_note_stands_in_two_categories_and_says_so_in_both()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page = await page.Tick(Time).PressAsync(New);
        page = await page.Tick(Forms).PressAsync(New);
        page = await page.Tick(Time).Fill("Flytt til", $"{board.State.Clusters[1].Id}").PressAsync("Legg også her");
        page.TextOf("Kategori 1").ShouldContain("Også i Kategori 2");
        page.TextOf("Kategori 2").ShouldContain("Også i Kategori 1");
        page.Document.QuerySelectorAll("[id]").Select(e => e.Id!).ShouldBeUnique();
        // Out of one of them is not out of the other.
        page = await page.Tick(Time, "Kategori 2").PressAsync("Legg her, utenfor kategoriene");
        page.TextOf("Kategori 1").ShouldContain(Time);
        page.TextOf("Kategori 2").ShouldNotContain(Time);
    }

    [Fact]
    public async Task Notes_from_several_categories_meet_in_one()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page = await page.Tick(Time).PressAsync(New);
        page = await page.Tick(Forms).PressAsync(New);
        page = await page.Tick(Time).Tick(Forms).Tick(Answers).PressAsync(New);
        page.TextOf("Kategori 3").ShouldContain("3 lapper");
        board.Notes.ShouldAllBe(n => n.Clusters.Count == 1);
    }

    [Fact]
    public async Task Moving_nothing_is_refused_and_the_choice_stands()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page = await page.Tick(Time).PressAsync(New);
        page = await page.Fill("Flytt til", "out").PressAsync("Flytt");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Velg minst én først."]);
        page.ValueOf("Flytt til").ShouldBe("out");
    }

    [Fact]
    public async Task A_category_that_somebody_dissolved_meanwhile_takes_no_notes_and_the_picks_stand()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page = await page.Tick(Time).PressAsync(New);
        var old = (await board.JoinAsync()).Tick(Forms);
        await page.PressAsync("Løs opp kategorien Kategori 1");
        page = await old.PressAsync("Legg her, i Kategori 1");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Messages.ShouldBe(["Kategorien finnes ikke lenger. Siden er oppdatert – prøv igjen."]);
        page.ValueOf(Forms).ShouldNotBeEmpty();
        page.TextOf("Løse lapper").ShouldContain("3 lapper");
    }

    [Fact]
    public async Task A_dissolved_category_loses_no_note_and_comes_back()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page = await page.Tick(Time).Tick(Forms).PressAsync(New);
        page = await page.PressAsync("Løs opp kategorien Kategori 1");
        page.HasPart("Kategori 1").ShouldBeFalse();
        page.TextOf("Løse lapper").ShouldContain("3 lapper");
        page = await page.PressAsync("Angre");
        page.TextOf("Kategori 1").ShouldContain("2 lapper");
    }

    [Fact]
    public async Task Undo_takes_back_ones_own_change_and_not_what_others_did_since()
    {
        await using var board = await BeginAsync();
        var (kari, page) = await board.PhoneAsync();
        await page.Tick(Time).PressAsync(New);
        var (ola, olas) = await board.PhoneAsync();
        olas.HasButton("Angre").ShouldBeFalse();
        olas = await olas.Tick(Forms).PressAsync("Legg her, i Kategori 1");
        page = await (await board.OpenAsync(kari)).PressAsync("Angre");
        page.TextOf("Kategori 1").ShouldContain(Forms);
        page.TextOf("Løse lapper").ShouldContain(Time);
        page.HasButton("Angre").ShouldBeFalse();
        var answer = await board.PostAsync(kari, page, "angre");
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Messages.ShouldBe(["Det er ikke noe å angre."]);
        (await board.OpenAsync(ola)).HasButton("Angre").ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_form_sent_twice_moves_once()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page.Tick(Time);
        await page.PressAsync(New);
        page = await page.PressAsync(New);
        board.State.Clusters.Count.ShouldBe(1);
        var undo = await page.PressAsync("Angre");
        await page.PressAsync("Angre");
        undo.HasPart("Kategori 1").ShouldBeFalse();
        board.State.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_who_move_the_same_note_at_once_never_lose_it()
    {
        await using var board = await BeginAsync();
        var (kari, page) = await board.PhoneAsync();
        var (ola, _) = await board.PhoneAsync();
        page = await page.Tick(Time).PressAsync(New);
        page = await page.Tick(Forms).PressAsync(New);
        await page.Tick(Answers).PressAsync(New);
        var ids = board.State.Clusters.ConvertAll(c => c.Id);
        for (var round = 0; round < 20; round++)
        {
            var (mine, others) = (await board.OpenAsync(kari), await board.OpenAsync(ola));
            var at = board.Notes.Single(n => n.Text == Time).Clusters[0];
            var (left, right) = (ids[round % 3], ids[(round + 1) % 3]);
            var answers = await Task.WhenAll(MoveAsync(kari, mine, at, left), MoveAsync(ola, others, at, right));
            answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
            var note = board.Notes.Single(n => n.Text == Time);
            note.Clusters.ShouldNotBeEmpty();
            note.Clusters.ShouldAllBe(id => ids.Contains(id));
            note.Clusters.ShouldBeUnique();
            (await board.OpenAsync(ola)).Text.ShouldContain(Time);
        }

        Task<TestPage> MoveAsync(TestBrowser phone, TestPage from, Guid at, Guid to) =>
            board.PostAsync(phone, from, "flytt", ("note", $"{board.NoteOf(Time)}/{at}"), ("to", $"{to}"));
    }

    [Fact]
    public async Task The_facilitator_may_undo_whatever_was_last()
    {
        await using var board = await BeginAsync();
        await (await board.JoinAsync()).Tick(Time).PressAsync(New);
        using var browser = shared.App.As(board.Workshop.Facilitator);
        var page = await browser.OpenAsync($"{board.Workshop.Page}/styr");
        await browser.PostAsync(
            page,
            $"{board.Workshop.Page}/tavle/angre",
            ("groupId", "g1"),
            ("questionId", "question-1"),
            ("tilbake", $"{board.Workshop.Page}/styr")
        );
        board.State.Clusters.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_note_waits_apart_where_the_group_sees_it()
    {
        await using var board = await BeginAsync();
        var (phone, page) = await board.PhoneAsync();
        // What comes while the group sorts came after the writing.
        page = await page.Tick(Time).PressAsync(New);
        await board.WriteAsync("Kom på det nå");
        page = await board.OpenAsync(phone);
        page.TextOf("Nye lapper").ShouldContain("Kom på det nå");
        page.TextOf("Nye lapper").ShouldContain("Kom sent");
        page = await page.Tick("Kom på det nå").PressAsync("Legg her, i Kategori 1");
        page.TextOf("Kategori 1").ShouldContain("2 lapper");
    }

    [Theory]
    [InlineData("nb", "Sorter i stillhet.", "+ Ny kategori", "Løse lapper", "Velg minst én først.")]
    [InlineData("nn", "Sorter i stille.", "+ Ny kategori", "Lause lappar", "Vel minst éin først.")]
    [InlineData("en", "Sort in silence.", "+ New category", "Loose notes", "Choose at least one first.")]
    public async Task The_board_speaks_the_readers_language(
        string language,
        string guide,
        string button,
        string loose,
        string refusal
    )
    {
        await using var board = await BeginAsync();
        var phone = board.Browser(language);
        var page = await phone.OpenAsync($"/bli-med/{board.Workshop.Code}");
        page = await page.PressAsync(
            page.Document.QuerySelector("form[action^='/bli-med'] button")!.TextContent.Trim()
        );
        page.Language.ShouldBe(language);
        page.Text.ShouldContain(guide);
        page = await page.Tick(Time).PressAsync(button);
        page.HasPart(loose).ShouldBeTrue();
        page = await board.PostAsync(phone, page, "flytt", ("to", "out"));
        page.Messages.ShouldBe([refusal]);
    }

    private Task<GroupBoard> BeginAsync() => GroupBoard.ToSortAsync(shared.App, Time, Forms, Answers);
}

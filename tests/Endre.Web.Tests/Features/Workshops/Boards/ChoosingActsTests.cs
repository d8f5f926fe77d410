using System.Net;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Running;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops.Boards;

/// <summary>A group draws out its three best with plain forms.</summary>
public sealed class ChoosingActsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Why = "Hvorfor er dette blant de beste?";
    private static readonly string[] Notes = ["Tavle", "Fem minutter", "Prøv i en uke", "Kaffe sammen", "Delt turnus"];

    [Fact]
    public async Task There_are_exactly_three_places_and_they_fill()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        Places(page).Length.ShouldBe(3);
        Places(page).ShouldAllBe(p => p.StartsWith("Ledig plass", StringComparison.Ordinal));
        page.Text.ShouldContain("Velg de 3 beste. Skriv hvorfor, og si om dere kan gjøre det selv.");
        page = await page.PressAsync("Sett blant de beste: Tavle");
        page.Path.ShouldBe(board.Workshop.Page);
        Places(page).Length.ShouldBe(3);
        Places(page)[0].ShouldStartWith("Tavle");
        page.HasButton("Sett blant de beste: Tavle").ShouldBeFalse();
        page.Text.ShouldContain("✓ Blant de beste");
    }

    [Fact]
    public async Task Each_has_a_reason_and_says_who_can_do_it()
    {
        await using var board = await BeginAsync();
        var page = await (await board.JoinAsync()).PressAsync("Sett blant de beste: Tavle");
        page = await page.Fill(Why, "Alle går forbi den").Tick("Kan vi gjøre selv").PressAsync("Lagre Tavle");
        Places(page)[0].ShouldContain("Fordi Alle går forbi den");
        page = await page.PressAsync("Sett blant de beste: Delt turnus");
        page.Document.QuerySelectorAll($"label").Count(l => l.TextContent == Why).ShouldBe(2);
        (board.State.Proposals[0].Reason, board.State.Proposals[0].Reach).ShouldBe(
            ("Alle går forbi den", Reach.OurOwn)
        );
    }

    [Fact]
    public async Task A_group_with_two_is_told_gently_and_may_go_on()
    {
        await using var board = await BeginAsync();
        var (phone, page) = await board.PhoneAsync();
        page = await ProposeAsync(page, 2);
        page.Text.ShouldContain("Dere har valgt 2. Oppgaven er 3 – finn 1 til, eller gå videre.");
        page.Messages.ShouldBeEmpty();
        await board.Workshop.ChangeAsync(new NextStep());
        (await board.OpenAsync(phone)).Status.ShouldBe(HttpStatusCode.OK);
        board.State.Proposals.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_group_with_five_is_told_gently_and_may_go_on()
    {
        await using var board = await BeginAsync();
        var (phone, page) = await board.PhoneAsync();
        page = await ProposeAsync(page, 5);
        page.Text.ShouldContain("Dere har valgt 5. Oppgaven er 3 – velg bort 2, eller gå videre.");
        page.Messages.ShouldBeEmpty();
        await board.Workshop.ChangeAsync(new NextStep());
        (await board.OpenAsync(phone)).Status.ShouldBe(HttpStatusCode.OK);
        board.State.Proposals.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Three_without_reasons_are_asked_for_them_and_three_with_them_are_done()
    {
        await using var board = await BeginAsync();
        var (phone, page) = await board.PhoneAsync();
        page = await ProposeAsync(page, 3);
        page.Text.ShouldContain("De 3 beste er valgt. Skriv hvorfor, så de som kommer etter dere forstår valget.");
        foreach (var proposal in board.State.Proposals)
        {
            page = await page.Fill(Why, "Fordi det virker").PressAsync($"Lagre {proposal.Text}");
        }
        page = await board.OpenAsync(phone);
        page.Text.ShouldContain("De 3 beste er valgt, hver med en grunn.");
    }

    [Fact]
    public async Task A_proposal_is_worded_anew_put_in_order_and_left_out()
    {
        await using var board = await BeginAsync();
        var page = await ProposeAsync(await board.JoinAsync(), 2);
        page = await page.Fill("Forslaget", "Noe helt nytt").PressAsync("Legg til forslaget");
        Titles(board).ShouldBe(["Tavle", "Fem minutter", "Noe helt nytt"]);
        page = await page.PressAsync("Flytt opp: Noe helt nytt");
        Titles(board).ShouldBe(["Tavle", "Noe helt nytt", "Fem minutter"]);
        page = await page.PressAsync("Flytt ned: Tavle");
        Titles(board).ShouldBe(["Noe helt nytt", "Tavle", "Fem minutter"]);
        page = await page.PressAsync("Velg bort: Noe helt nytt");
        Titles(board).ShouldBe(["Tavle", "Fem minutter"]);
        page.HasButton("Flytt opp: Tavle").ShouldBeFalse();
        // The note stays, and can be chosen again.
        page = await page.PressAsync("Velg bort: Tavle");
        page.HasButton("Sett blant de beste: Tavle").ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_refused_stands_in_its_field_with_the_reason()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page = await page.Fill("Forslaget", " ").PressAsync("Legg til forslaget");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Skriv noe her først."]);
        var tooLong = new string('ø', 501);
        page = await page.Fill("Forslaget", tooLong).PressAsync("Legg til forslaget");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain("501");
        page.ValueOf("Forslaget").ShouldBe(tooLong);
        page = await page.PressAsync("Sett blant de beste: Tavle");
        page = await page.Fill(Why, tooLong).Tick("Trenger noen andre").PressAsync("Lagre Tavle");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain("501");
        page.ValueOf(Why).ShouldBe(tooLong);
        page.ValueOf("Trenger noen andre").ShouldBe("NeedsOthers");
        page = await page.Fill(Why, "Om pasient 41018012345").PressAsync("Lagre Tavle");
        page.Messages.ShouldHaveSingleItem().ShouldContain("fødselsnummer");
        board.State.Proposals.Single().Reason.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_button_pressed_twice_or_by_two_chooses_once()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        var others = await board.JoinAsync();
        await page.PressAsync("Sett blant de beste: Tavle");
        (await page.PressAsync("Sett blant de beste: Tavle")).Status.ShouldBe(HttpStatusCode.OK);
        var answer = await others.PressAsync("Sett blant de beste: Tavle");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Messages.ShouldBe(["Forslaget er allerede blant de beste."]);
        Titles(board).ShouldBe(["Tavle"]);
    }

    [Fact]
    public async Task Two_who_choose_at_once_are_both_heard()
    {
        await using var board = await BeginAsync();
        var (first, second) = (await board.JoinAsync(), await board.JoinAsync());
        await Task.WhenAll(
            first.PressAsync("Sett blant de beste: Tavle"),
            second.PressAsync("Sett blant de beste: Delt turnus")
        );
        Titles(board).Order(StringComparer.Ordinal).ShouldBe(["Delt turnus", "Tavle"]);
    }

    [Fact]
    public async Task Two_who_write_on_the_same_proposal_each_keep_what_they_touched()
    {
        await using var board = await BeginAsync();
        var page = await (await board.JoinAsync()).PressAsync("Sett blant de beste: Tavle");
        var others = await board.JoinAsync();
        await page.Fill(Why, "Alle går forbi den").PressAsync("Lagre Tavle");
        await others.Tick("Trenger noen andre").PressAsync("Lagre Tavle");
        var proposal = board.State.Proposals.Single();
        (proposal.Reason, proposal.Reach).ShouldBe(("Alle går forbi den", Reach.NeedsOthers));
    }

    [Fact]
    public async Task Ten_can_be_held_up_and_the_eleventh_is_kept_in_its_field()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        for (var i = 1; i <= 10; i++)
        {
            page = await page.Fill("Forslaget", $"Forslag {i}").PressAsync("Legg til forslaget");
        }
        page = await page.Fill("Forslaget", "Forslag 11").PressAsync("Legg til forslaget");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Dere har 10 forslag oppe. Ta bort ett før dere legger til et nytt."]);
        page.Document.GetElementById("text-g1-question-2")!.TextContent.ShouldBe("Forslag 11");
    }

    [Fact]
    public async Task A_proposal_that_has_been_answered_is_not_left_out()
    {
        await using var board = await BeginAsync();
        var page = await (await board.JoinAsync()).PressAsync("Sett blant de beste: Tavle");
        await board.Workshop.ChangeAsync(
            new AnswerProposal(board.State.Proposals[0].Id, AnswerKind.Parked, null, null, null, "Etter ferien")
        );
        page = await page.PressAsync("Velg bort: Tavle");
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Messages.ShouldBe(["Forslaget har fått svar, så det kan ikke tas bort."]);
        Titles(board).ShouldBe(["Tavle"]);
    }

    [Theory]
    [InlineData("nn", "Set blant dei beste: Tavle", "Kan vi gjere sjølve", "Lagre Tavle", "De har valt 1.")]
    [InlineData("en", "Put among the best: Tavle", "We can do it ourselves", "Save Tavle", "You have chosen 1.")]
    public async Task The_three_best_speak_the_readers_language(
        string language,
        string propose,
        string ours,
        string save,
        string gently
    )
    {
        await using var board = await BeginAsync();
        var phone = board.Browser(language);
        var page = await phone.OpenAsync($"/bli-med/{board.Workshop.Code}");
        page = page.Fill(language == "en" ? "Group" : "Gruppe", "g1");
        page = await page.PressAsync(
            page.Document.QuerySelector("form[action^='/bli-med'] button")!.TextContent.Trim()
        );
        page = await page.PressAsync(propose);
        page.Text.ShouldContain(gently);
        page = await page.Tick(ours).PressAsync(save);
        page.Language.ShouldBe(language);
        Places(page)[0].ShouldContain(ours);
    }

    private Task<GroupBoard> BeginAsync() => GroupBoard.ToChooseAsync(shared.App, Notes);

    private static async Task<TestPage> ProposeAsync(TestPage page, int count)
    {
        foreach (var note in Notes.Take(count))
        {
            page = await page.PressAsync($"Sett blant de beste: {note}");
        }
        return page;
    }

    private static IEnumerable<string> Titles(GroupBoard board) => board.State.Proposals.Select(p => p.Text);

    private static string[] Places(TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll("[role=status] ~ ol > li")
                .Select(li =>
                    string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                ),
        ];
}

using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

public sealed class RunWorkshopTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Writing = "Spørsmål 1: Noter alle innspill";

    [Fact]
    public async Task The_facilitator_sees_the_code_the_steps_and_what_comes_next()
    {
        using var workshop = await BeginAsync("Ser Alt");
        var page = await workshop.OpenAsync();
        page.Heading.ShouldBe("Prøveverkstedet");
        page.Text.ShouldContain("Trinn 1 av");
        page.HasButton($"Neste: {Writing}").ShouldBeTrue();
        page.Text.ShouldContain("/bli-med");
    }

    [Fact]
    public async Task The_log_of_the_boards_is_a_press_away()
    {
        using var workshop = await BeginAsync("Logg Leser");
        var log = await (await workshop.OpenAsync()).FollowAsync("Logg");
        log.Path.ShouldBe($"/verksted/{workshop.Id}/logg");
        (await log.FollowAsync("Prøveverkstedet")).Path.ShouldBe(workshop.Run);
    }

    [Fact]
    public async Task Next_pressed_twice_goes_on_once()
    {
        using var workshop = await BeginAsync("Dobbel Trykk");
        var page = await workshop.OpenAsync();
        await page.PressAsync($"Neste: {Writing}");
        var again = await page.PressAsync($"Neste: {Writing}");
        again.Headings.ShouldContain(Writing);
        (await again.PressAsync("Tilbake")).HasButton($"Neste: {Writing}").ShouldBeTrue();
    }

    [Fact]
    public async Task The_clock_gets_more_time_and_can_stand_still()
    {
        using var workshop = await BeginAsync("Klokke Klok");
        await workshop.GoToAsync(Writing);
        var page = await workshop.OpenAsync();
        page.Text.ShouldContain("til 09:07");
        page = await page.PressAsync("+2 min på klokka");
        page.Text.ShouldContain("til 09:09");
        page = await page.PressAsync("Pause");
        page.HasButton("Fortsett").ShouldBeTrue();
        (await page.PressAsync("Fortsett")).HasButton("Pause").ShouldBeTrue();
    }

    [Fact]
    public async Task Hidden_notes_are_counted_and_never_shown()
    {
        using var workshop = await BeginAsync("Hemmelig Hold");
        var (phone, _) = await workshop.JoinAsync("Kari", "g1");
        await workshop.GoToAsync(Writing);
        await workshop.WriteAsync(phone, "question-1", "a", "Ledere som spør");
        var page = await workshop.OpenAsync();
        page.Document.QuerySelector("[data-count='groups.g1.notes']")!.TextContent.ShouldBe("1");
        page.Document.DocumentElement.OuterHtml.ShouldNotContain("Ledere som spør");
        page = await page.PressAsync("Vis lappene til Gruppe 1 for gruppa");
        page.HasButton("Vis lappene til Gruppe 1 for gruppa").ShouldBeFalse();
        page.HasButton("Vis lappene til Gruppe 2 for gruppa").ShouldBeTrue();
        phone.Dispose();
    }

    [Fact]
    public async Task A_closed_door_lets_nobody_in_until_it_is_opened()
    {
        using var workshop = await BeginAsync("Dør Vakt");
        var page = await (await workshop.OpenAsync()).PressAsync("Steng inngangen");
        page.Text.ShouldContain("Inngangen er stengt");
        await Should.ThrowAsync<HttpRequestException>(() => workshop.JoinAsync("Sen"));
        await page.PressAsync("Åpne inngangen");
        (await workshop.JoinAsync("Sen")).Phone.Dispose();
    }

    [Fact]
    public async Task Locked_boards_are_read_and_not_changed_until_they_are_unlocked()
    {
        using var workshop = await BeginAsync("Låse Smed");
        var (phone, _) = await workshop.JoinAsync("Kari", "g1");
        await workshop.GoToAsync("Spørsmål 1: Kategoriser");
        var page = await (await workshop.OpenAsync()).PressAsync("Lås tavlene");
        page.Text.ShouldContain("Tavlene er låst.");
        async Task<string> ReadAsync() => WebUtility.HtmlDecode(await phone.GetStringAsync($"/verksted/{workshop.Id}"));
        (await ReadAsync()).ShouldContain("Prosesslederen har låst tavla.");
        await workshop.WriteAsync(phone, "question-1", "a", "Kom sent, og blir tatt imot");
        (await ReadAsync()).ShouldContain("Kom sent, og blir tatt imot");
        page = await page.PressAsync("Lås opp tavlene");
        page.HasButton("Lås tavlene").ShouldBeTrue();
        (await ReadAsync()).ShouldNotContain("Prosesslederen har låst tavla.");
        phone.Dispose();
    }

    [Fact]
    public async Task People_are_moved_and_groups_renamed_and_counted()
    {
        using var workshop = await BeginAsync("Flytte Folk");
        var (phone, id) = await workshop.JoinAsync("Jonas", "g1");
        var page = await workshop.OpenAsync();
        page = await workshop.Browser.PostAsync(
            page,
            $"{workshop.Run}/flytt",
            ("participantId", id.ToString()),
            ("groupId", "g2")
        );
        page.Document.QuerySelector("[data-count='groups.g2.heads']")!.TextContent.ShouldBe("1");
        page = await workshop.Browser.PostAsync(
            page,
            $"{workshop.Run}/gruppenavn",
            ("groupId", "g2"),
            ("name", "Nattevakta")
        );
        page.Text.ShouldContain("Nattevakta");
        page = await page.Fill("Antall grupper", "5").PressAsync("Endre antall grupper");
        page.Text.ShouldContain("Gruppe 5");
        phone.Dispose();
    }

    [Fact]
    public async Task A_large_group_is_offered_tables()
    {
        using var workshop = await BeginAsync("Bord Setter", groups: 1);
        for (var i = 0; i < 8; i++)
        {
            (await workshop.JoinAsync($"Person {i}")).Phone.Dispose();
        }
        var page = await (await workshop.OpenAsync()).PressAsync("Del i 2 bord: Gruppe 1");
        page.Text.ShouldContain("2 bord");
        page.HasButton("Del i 2 bord: Gruppe 1").ShouldBeFalse();
    }

    [Fact]
    public async Task Groups_present_in_turn_with_a_clock_each()
    {
        using var workshop = await BeginAsync("Presse Ntør");
        var (phone, _) = await workshop.JoinAsync("Kari", "g2");
        await workshop.GoToAsync(Writing);
        await workshop.WriteAsync(phone, "question-1", "b", "Årlige budsjetter");
        await workshop.GoToAsync("Presentasjon");
        var page = await (await workshop.OpenAsync()).PressAsync("Flytt Gruppe 2 fram i køen");
        page = await page.PressAsync("Start presentasjonen til Gruppe 2");
        page.Text.ShouldContain("til 09:10");
        page.Text.ShouldContain("presenterer nå");
        page.Text.ShouldContain("Har ikke presentert: Gruppe 1.");
        page = await page.PressAsync("Spørsmål 1");
        var screen = await workshop.Browser.OpenAsync(workshop.Screen);
        screen.Heading.ShouldBe("Gruppe 2");
        screen.Text.ShouldContain("Årlige budsjetter");
        phone.Dispose();
    }

    [Fact]
    public async Task The_seat_is_handed_over_and_never_taken()
    {
        using var workshop = await BeginAsync("Første Fører");
        var second = await shared.App.FacilitatorAsync("Andre Fører");
        using var other = shared.App.As(second);
        (await other.OpenAsync(workshop.Run)).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await workshop.OpenAsync();
        page = await page.Fill("Legg til prosessleder", second.Id.ToString()).PressAsync("Legg til prosessleder");
        (await other.OpenAsync("/verksteder")).HasLink("Styr Prøveverkstedet").ShouldBeTrue();
        var theirs = await other.OpenAsync(workshop.Run);
        theirs.Text.ShouldContain("Første Fører har styringen.");
        theirs.HasButton($"Neste: {Writing}").ShouldBeFalse();
        var taken = await other.PostAsync(theirs, $"{workshop.Run}/neste", ("from", ""));
        taken.Status.ShouldBe(HttpStatusCode.Forbidden);
        page = await page.PressAsync("Gi styringen til Andre Fører");
        page.HasButton($"Neste: {Writing}").ShouldBeFalse();
        (await other.OpenAsync(workshop.Run)).HasButton($"Neste: {Writing}").ShouldBeTrue();
    }

    [Fact]
    public async Task The_part_that_changes_is_answered_alone()
    {
        using var workshop = await BeginAsync("Del Bit");
        using var request = new HttpRequestMessage(HttpMethod.Get, workshop.Run);
        request.Headers.Add("Endre-Part", "board");
        var html = await (await workshop.Browser.Client.SendAsync(request)).Content.ReadAsStringAsync();
        html.TrimStart().ShouldStartWith("<div id=\"board\"");
        html.ShouldContain("data-sequence=\"1\"");
    }

    [Fact]
    public async Task Strangers_find_no_workshop_and_employees_no_page()
    {
        using var workshop = await BeginAsync("Eier Alene");
        using var other = shared.App.As(await shared.App.FacilitatorAsync("Fremmed Fører"));
        using var mari = shared.App.As(await shared.App.EmployeeAsync("Mari Utenfor"));
        foreach (var address in new[] { workshop.Run, workshop.Plan, workshop.Screen })
        {
            (await other.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await mari.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    private async Task<FacilitatedWorkshop> BeginAsync(string name, int groups = 2) =>
        await FacilitatedWorkshop.BeginAsync(shared.App, await shared.App.FacilitatorAsync(name), groups);
}

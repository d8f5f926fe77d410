using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Running;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

/// <summary>Joining as it goes in a hall: late, two by two, moved about, and with a leader who loses the network.</summary>
public sealed class JoinInPracticeTests : IAsyncLifetime
{
    private AppUnderTest app = null!;
    private WorkshopUnderTest workshop = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppUnderTest.StartAsync();
        workshop = await app.WorkshopAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Two_on_one_phone_count_as_two_and_the_next_come_to_the_other_groups()
    {
        using var phone = app.Browser();
        var page = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        page = await page.Fill("Vi er to", "2").PressAsync("Bli med");
        page.Text.ShouldContain("Dere er 2 ved denne enheten");
        workshop.State.Heads.ShouldBe(2);
        using var second = app.Browser();
        using var third = app.Browser();
        using var fourth = app.Browser();
        await workshop.JoinAsync(second);
        await workshop.JoinAsync(third);
        await workshop.JoinAsync(fourth);
        workshop.State.HeadsByGroup.Values.ShouldBe([2, 2, 1], ignoreOrder: true);
    }

    [Fact]
    public async Task Sixty_people_are_spread_evenly_over_three_groups()
    {
        using var api = app.Api();
        for (var i = 0; i < 60; i++)
        {
            (await JoinAsync(api, workshop.Code)).EnsureSuccessStatusCode();
        }
        workshop.State.HeadsByGroup.Values.ShouldBe([20, 20, 20]);
    }

    [Fact]
    public async Task A_group_may_be_chosen_and_changed_and_notes_stay_where_they_were_written()
    {
        using var phone = app.Browser();
        var page = await workshop.JoinAsync(phone, "g3");
        workshop.State.Participants.Values.Single().GroupId.ShouldBe("g3");
        await workshop.GoToAsync("question-1-write");
        page = await phone.OpenAsync(workshop.Page);
        page = await phone.PostAsync(
            page,
            $"{workshop.Page}/lapper",
            ("questionId", "question-1"),
            ("half", "a"),
            ("text", "Skrevet i tre")
        );
        page = await page.Fill("Gruppe", "g1").PressAsync("Bytt");
        page.Text.ShouldContain("Gruppe 1");
        workshop.State.Participants.Values.Single().GroupId.ShouldBe("g1");
        workshop.State.Notes.Values.Single().GroupId.ShouldBe("g3");
    }

    [Fact]
    public async Task Whoever_is_moved_meets_the_new_group_and_its_question()
    {
        using var phone = app.Browser();
        await workshop.JoinAsync(phone, "g1");
        await workshop.GoToAsync("question-1-write");
        await workshop.ChangeAsync(new MoveToGroup(workshop.State.Participants.Keys.Single(), "g2"));
        var page = await phone.OpenAsync(workshop.Page);
        page.Document.QuerySelector("#board")!.GetAttribute("data-group").ShouldBe("g2");
        page.HasButton("Legg til lapp: Mobiliserer").ShouldBeTrue();
    }

    [Fact]
    public async Task A_late_comer_meets_the_step_that_is_on_and_the_earlier_question_too()
    {
        await workshop.GoToAsync("question-2-write");
        using var phone = app.Browser();
        var page = await workshop.JoinAsync(phone);
        page.Heading.ShouldContain("Spørsmål 2");
        page = await phone.OpenAsync($"{workshop.Page}?sporsmal=question-1");
        page = await phone.PostAsync(
            page,
            $"{workshop.Page}/lapper",
            ("questionId", "question-1"),
            ("half", "b"),
            ("text", "Kom rett fra vakt")
        );
        page.Status.ShouldBe(HttpStatusCode.OK);
        workshop.State.Notes.Values.Single().IsLate.ShouldBeTrue();
    }

    [Fact]
    public async Task A_facilitator_who_loses_the_network_keeps_the_seat_until_it_is_handed_over()
    {
        var second = await app.FacilitatorAsync("Berit Bistår");
        await workshop.ChangeAsync(new AddFacilitator(new Facilitator(second.Id, second.Name)));
        // An hour without a sign of life.
        app.Time.Advance(TimeSpan.FromHours(1));
        using var other = app.As(second);
        var page = await other.OpenAsync($"{workshop.Page}/styr");
        page.Text.ShouldContain("har styringen");
        foreach (var act in new[] { "neste", "tilbake", "overlat" })
        {
            var refused = await other.PostAsync(
                page,
                $"{workshop.Page}/styr/{act}",
                ("from", workshop.State.Current.Id),
                ("personId", second.Id.ToString())
            );
            ((int)refused.Status).ShouldBeInRange(400, 499, act);
        }
        workshop.State.CurrentStep.ShouldBe(0);
        // What keeps the room going does not wait for the seat.
        (await other.OpenAsync($"{workshop.Page}/styr"))
            .HasButton("Steng inngangen")
            .ShouldBeTrue();

        using var back = app.As(workshop.Facilitator);
        page = await back.OpenAsync($"{workshop.Page}/styr");
        page = await page.PressAsync("Gi styringen til Berit Bistår");
        workshop.State.Seat.ShouldBe(second.Id);
        page.HasButton("Gi styringen til Berit Bistår").ShouldBeFalse();
    }

    [Theory]
    [InlineData("nb", "Vi finner ikke noe verksted", "tar ikke inn flere", "avsluttet")]
    [InlineData("nn", "Vi finn ingen verkstad", "tek ikkje inn fleire", "avslutta")]
    [InlineData("en", "no workshop with that code", "not letting", "closed")]
    public async Task Programs_get_the_same_kind_answers(string language, string unknown, string shut, string ended)
    {
        using var api = app.Api();
        api.DefaultRequestHeaders.Add("Accept-Language", language);
        await TellsAsync(await JoinAsync(api, "999999"), HttpStatusCode.NotFound, unknown);
        (await JoinAsync(api, "12")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await workshop.ChangeAsync(new SetJoin(IsOpen: false));
        await TellsAsync(await JoinAsync(api, workshop.Code), HttpStatusCode.Conflict, shut);
        await workshop.ChangeAsync(new Domain.Workshops.Closing.CloseWorkshop());
        await TellsAsync(await JoinAsync(api, workshop.Code), HttpStatusCode.Gone, ended);
        for (var i = 0; i < 10; i++)
        {
            await JoinAsync(api, $"22222{i}");
        }
        var stopped = await JoinAsync(api, workshop.Code);
        stopped.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        stopped.Headers.RetryAfter.ShouldNotBeNull();
    }

    private static Task<HttpResponseMessage> JoinAsync(HttpClient api, string code) =>
        api.PostAsJsonAsync(new Uri("/api/v1/join", UriKind.Relative), new { code, name = (string?)null });

    private static async Task TellsAsync(HttpResponseMessage answer, HttpStatusCode status, string words)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("detail").GetString()!.ShouldContain(words, Case.Insensitive);
    }
}

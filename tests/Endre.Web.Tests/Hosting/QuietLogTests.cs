using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Endre.Testing;

namespace Endre.Web.Tests.Hosting;

/// <summary>What people say and who they are stays out of the log, also of the most talkative one and of what goes wrong.</summary>
public sealed class QuietLogTests
{
    [Fact]
    public async Task A_workshop_leaves_no_name_no_note_no_token_and_no_address_in_the_log()
    {
        await using var app = await AppUnderTest.StartAsync(
            "--log-level",
            "Trace",
            "--public-address",
            "https://endre.fjordvik.no"
        );
        var workshop = await app.WorkshopAsync("Hemmeligtittel på sykehjemmet");
        using var phone = app.Browser();
        var page = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        page = await page.Fill("Hva kan vi kalle deg? (valgfritt)", "Solfrid Hemmelignavn").PressAsync("Bli med");
        await workshop.GoToAsync("question-1-write");
        foreach (
            var text in new[]
            {
                "Hemmelignotat om turnus",
                "Hemmelignotat 13097248022",
                "Hemmelignotat" + new string('å', 600),
            }
        )
        {
            await phone.PostAsync(
                page,
                $"{workshop.Page}/lapper",
                ("questionId", "question-1"),
                ("half", "a"),
                ("text", text)
            );
        }
        var token = phone.Cookies.Single(c => c.Name.StartsWith("endre-deltaker", StringComparison.Ordinal)).Value;
        await SayByApiAsync(app, workshop, token);
        await SayAsLeaderAsync(app, workshop);

        app.Log.All.ShouldNotBeEmpty();
        var log = string.Join('\n', app.Log.All);
        string[] secrets =
        [
            "Hemmelig",
            "hemmelig",
            "Solfrid",
            "13097248022",
            token,
            token[3..],
            workshop.Code,
            workshop.Facilitator.Token,
            workshop.Facilitator.Email,
            workshop.Facilitator.Name,
            "127.0.0.1",
            "203.0.113.9",
        ];
        foreach (var secret in secrets)
        {
            log.ShouldNotContain(secret, Case.Sensitive);
        }
    }

    private static async Task SayByApiAsync(AppUnderTest app, WorkshopUnderTest workshop, string token)
    {
        using var api = app.Api(token);
        api.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        var notes = new Uri($"/api/v1/workshops/{workshop.Id}/notes", UriKind.Relative);
        await api.PostAsJsonAsync(
            notes,
            new
            {
                id = Guid.CreateVersion7(),
                questionId = "question-1",
                half = "a",
                text = "Hemmelignotat fra et program",
            }
        );
        foreach (var body in new[] { "{ \"text\": \"Hemmelignotat", "[]", "{ \"id\": \"Hemmelig\", \"text\": 7 }" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            await api.PostAsync(notes, content);
        }
        await api.GetAsync(new Uri($"/api/v1/workshops/{workshop.Id}?token={token}", UriKind.Relative));
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "ep_hemmeliggjetning");
        await api.GetAsync(notes);
        var join = new Uri("/api/v1/join", UriKind.Relative);
        await api.PostAsJsonAsync(join, new { code = "000000", name = "Hemmelignavn" });
        await api.PostAsJsonAsync(join, new { code = workshop.Code, name = "Hemmelignavn 13097248022" });
    }

    private static async Task SayAsLeaderAsync(AppUnderTest app, WorkshopUnderTest workshop)
    {
        using var leader = app.As(workshop.Facilitator);
        var page = await leader.OpenAsync($"{workshop.Page}/styr");
        await leader.PostAsync(
            page,
            $"{workshop.Page}/styr/gruppenavn",
            ("groupId", "g1"),
            ("name", "Hemmeliggruppe 13097248022")
        );
        await leader.OpenAsync($"{workshop.Page}/styr?sok=hemmelig");
        await leader.OpenAsync($"{workshop.Page}/hemmelig");
    }
}

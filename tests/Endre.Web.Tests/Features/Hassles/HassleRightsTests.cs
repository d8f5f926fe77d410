using System.Net;
using Endre.Domain.Organizations;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Features.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>Who sees a text, who sees a name, who may answer, for each of the three ways.</summary>
public sealed class HassleRightsTests : IAsyncLifetime
{
    private Fjord fjord = null!;

    private AppUnderTest App => fjord.App;

    public async ValueTask InitializeAsync() => fjord = await Fjord.OnAsync(await AppUnderTest.StartAsync());

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Theory]
    [InlineData("Med navn", true)]
    [InlineData("Med navn", false)]
    [InlineData("Navn bare til leder", true)]
    [InlineData("Navn bare til leder", false)]
    [InlineData("Anonym", true)]
    [InlineData("Anonym", false)]
    public async Task Each_way_shows_the_name_to_whom_it_promised_and_to_nobody_else(string way, bool isSignedIn)
    {
        await fjord.SayAsync(
            isSignedIn ? fjord.Kari : null,
            way,
            "Nøklene henger feil",
            isSignedIn ? null : "Kari Sier"
        );
        var id = await IdAsync();
        await ReplyAsLeaderAsync(id, "Hvilke nøkler?");
        var readers = new (TestPerson Who, bool SeesText, bool SeesName)[]
        {
            (fjord.Colleague, true, way == "Med navn"),
            (fjord.Leader, true, way != "Anonym"),
            // Above the one who is to answer: the text, and the name only when everybody has it.
            (fjord.Director, true, way == "Med navn"),
            // Representatives see what is said, and never who.
            (fjord.Union, true, false),
            (fjord.Safety, true, false),
            (fjord.Outsider, false, false),
            (fjord.Administrator, false, false),
        };
        foreach (var (who, seesText, seesName) in readers)
        {
            using var browser = App.As(who);
            foreach (var address in new[] { "/plunder", $"/plunder/{id}" })
            {
                var page = await browser.OpenAsync(address);
                var name = $"{who.Name} at {address}, {way}";
                page.Text.Contains("Nøklene henger feil").ShouldBe(seesText, name);
                page.Document.DocumentElement.OuterHtml.Contains("Kari Sier").ShouldBe(seesName, name);
                page.Text.Contains("2. mars 2026")
                    .ShouldBe(
                        seesName || (seesText && address != "/plunder"),
                        $"{name}: the day of the answer stands in the thread, the writer's only with the name"
                    );
            }
            (await browser.OpenAsync($"/plunder/{id}")).Status.ShouldBe(
                seesText ? HttpStatusCode.OK : HttpStatusCode.NotFound
            );
        }
    }

    [Fact]
    public async Task Only_those_who_answer_for_the_unit_may_answer()
    {
        await fjord.SayAsync(null, "Anonym", "Skriveren");
        var id = await IdAsync();
        foreach (var who in new[] { fjord.Colleague, fjord.Union, fjord.Safety, fjord.Outsider, fjord.Administrator })
        {
            using var browser = App.As(who);
            var page = await browser.OpenAsync("/si-fra");
            var answer = await browser.PostAsync(page, $"/plunder/{id}/svar", ("answer", "will-do"), ("after", "0"));
            answer.Status.ShouldBe(HttpStatusCode.NotFound, who.Name);
            (await browser.OpenAsync($"/plunder/{id}")).HasButton("Send svaret").ShouldBeFalse(who.Name);
        }
        foreach (var who in new[] { fjord.Leader, fjord.Director })
        {
            using var browser = App.As(who);
            (await browser.OpenAsync($"/plunder/{id}")).HasButton("Send svaret").ShouldBeTrue(who.Name);
        }
        (await App.InStorageAsync(database => database.HassleMessages.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData(UnitRole.Deputy)]
    [InlineData(UnitRole.ChangeAgent)]
    public async Task A_deputy_and_a_change_agent_answer_and_see_the_name_like_the_leader(string role)
    {
        var person = await fjord.PersonAsync($"Stein {role}", fjord.Team, role);
        await fjord.SayAsync(fjord.Kari, "Navn bare til leder", "Skriveren");
        using var browser = App.As(person);
        var page = await browser.OpenAsync($"/plunder/{await IdAsync()}");
        page.Text.ShouldContain("Kari Sier");
        page.HasButton("Send svaret").ShouldBeTrue();
    }

    [Fact]
    public async Task A_role_that_has_ended_gives_nothing()
    {
        await fjord.SayAsync(fjord.Kari, "Navn bare til leder", "Skriveren");
        await App.InStorageAsync(async database =>
        {
            (await database.Memberships.SingleAsync(m => m.PersonId == fjord.Leader.Id)).Until = new DateOnly(
                2026,
                3,
                1
            );
            return await database.SaveChangesAsync();
        });
        using var browser = App.As(fjord.Leader);
        (await browser.OpenAsync($"/plunder/{await IdAsync()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_before_the_list()
    {
        using var browser = App.Browser();
        (await browser.OpenAsync("/plunder")).Path.ShouldStartWith("/logg-inn");
        (await browser.OpenAsync("/det-jeg-har-sagt")).Path.ShouldStartWith("/logg-inn");
    }

    [Fact]
    public async Task What_one_has_said_with_a_name_is_one_s_own_and_nobody_else_s()
    {
        await fjord.SayAsync(fjord.Kari, "Navn bare til leder", "Bare mellom oss");
        await fjord.SayAsync(fjord.Kari, "Anonym", "Ingen vet det");
        var id = await App.InStorageAsync(d =>
            d.Hassles.Where(h => h.Text == "Bare mellom oss").Select(h => h.Id).SingleAsync()
        );
        using var kari = App.As(fjord.Kari);
        var page = await kari.OpenAsync("/det-jeg-har-sagt");
        page.Text.ShouldContain("Bare mellom oss");
        page.Text.ShouldNotContain("Ingen vet det");
        using var other = App.As(fjord.Leader);
        (await other.OpenAsync($"/det-jeg-har-sagt/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var form = await other.OpenAsync("/si-fra");
        foreach (var act in new[] { "skriv", "trekk" })
        {
            var tried = await other.PostAsync(form, $"/det-jeg-har-sagt/{id}/{act}", ("text", "x"), ("after", "0"));
            tried.Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Who_leaves_hands_over_what_waits_and_the_successor_sees_what_the_leader_saw()
    {
        await fjord.SayAsync(fjord.Kari, "Navn bare til leder", "Skriveren");
        await using var scope = App.Services.CreateAsyncScope();
        var all = scope.ServiceProvider.GetServices<IResponsibilities>().ToList();
        var answering = all.Single(one => one is HassleAnswering);
        (await answering.CountAsync(fjord.Leader.Id, CancellationToken.None)).ShouldBe(1);
        (await answering.CountAsync(fjord.Director.Id, CancellationToken.None)).ShouldBe(0);
        await answering.HandOverAsync(fjord.Leader.Id, fjord.Outsider.Id, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<Storage.EndreContext>().SaveChangesAsync();
        (await answering.CountAsync(fjord.Leader.Id, CancellationToken.None)).ShouldBe(0);
        (await answering.CountAsync(fjord.Outsider.Id, CancellationToken.None)).ShouldBe(1);
        using var successor = App.As(fjord.Outsider);
        var page = await successor.OpenAsync($"/plunder/{await IdAsync()}");
        page.Text.ShouldContain("Kari Sier");
        page.HasButton("Send svaret").ShouldBeTrue();
    }

    private async Task ReplyAsLeaderAsync(Guid id, string text)
    {
        using var browser = App.As(fjord.Leader);
        var page = await browser.OpenAsync($"/plunder/{id}");
        page = await page.Tick("Trenger mer").Fill("Svar med ord (valgfritt)", text).PressAsync("Send svaret");
        page.Text.ShouldContain("Svaret er sendt.");
    }

    private Task<Guid> IdAsync() => App.InStorageAsync(d => d.Hassles.Select(h => h.Id).SingleAsync());
}

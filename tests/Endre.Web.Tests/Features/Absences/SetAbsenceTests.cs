using System.Net;
using Endre.Domain.Organizations;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Absences;

public sealed class SetAbsenceTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private Fjord Fjord => shared.Fjord;

    private AppUnderTest App => shared.App;

    public async ValueTask InitializeAsync() => await shared.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_leader_says_when_she_is_away_sees_who_answers_and_takes_it_back()
    {
        using var director = App.As(Fjord.Director);
        var page = await (await director.OpenAsync("/plunder/a-svare")).FollowAsync("Skal du være borte?");
        page.Heading.ShouldBe("Når er du borte?");
        page.TextOf("Hvem svarer imens").ShouldContain("Fjorden kommune: Stein Stedfortreder");
        page = await page.Fill("Første dag borte", "2026-03-09")
            .Fill("Siste dag borte", "2026-03-20")
            .PressAsync("Lagre");
        page.Text.ShouldContain("Borte fra 9. mars 2026 til og med 20. mars 2026.");
        page = await page.Fill("Siste dag borte", "25.3.2026").PressAsync("Lagre");
        page.Text.ShouldContain("til og med 25. mars 2026.");
        (await App.InStorageAsync(database => database.Absences.CountAsync())).ShouldBe(1);
        page = await page.PressAsync("Ta bort fraværet");
        page.Text.ShouldContain("Fraværet er tatt bort.");
        (await App.InStorageAsync(database => database.Absences.CountAsync())).ShouldBe(0);
        (await App.InStorageAsync(d => d.AuditEntries.CountAsync(e => e.ActorId == Fjord.Director.Id))).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "2026-03-20", "Velg en dag.")]
    [InlineData("2026-03-20", "tull", "Velg en dag.")]
    [InlineData("2026-03-20", "2026-03-19", "Siste dag må være etter første.")]
    [InlineData("2026-02-20", "2026-03-01", "Siste dag er gått. Velg en dag som ikke er gått.")]
    [InlineData(
        "2026-03-02",
        "2028-03-02",
        "Velg en tid på høyst 400 dager. Er noen borte lenger, trengs en ny leder."
    )]
    public async Task A_time_that_cannot_be_is_refused_at_its_field_and_kept(string since, string until, string message)
    {
        using var leader = App.As(shared.Headmaster);
        var page = await leader.OpenAsync("/fravar");
        page.Text.ShouldContain("Skolen: ingen stedfortreder.");
        page = await page.Fill("Første dag borte", since).Fill("Siste dag borte", until).PressAsync("Lagre");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.Single().ShouldBe(message);
        (page.ValueOf("Første dag borte"), page.ValueOf("Siste dag borte")).ShouldBe((since, until));
    }

    [Fact]
    public async Task An_administrator_does_it_for_somebody_who_has_fallen_ill_and_nobody_else_can()
    {
        using var administrator = App.As(Fjord.Administrator);
        var person = await administrator.OpenAsync($"/personer/{Fjord.Leader.Id}");
        var page = await person.FollowAsync("Fravær og stedfortreder");
        page.Heading.ShouldBe("Når er Lise Leder borte?");
        page = await page.Fill("Første dag borte", "2026-03-02")
            .Fill("Siste dag borte", "2026-03-06")
            .PressAsync("Lagre");
        page.Text.ShouldContain("Fraværet er lagret.");
        var entry = await App.InStorageAsync(d => d.AuditEntries.SingleAsync(e => e.Act == "SetAbsence"));
        entry.SubjectId.ShouldBe(Fjord.Leader.Id);
        using var kari = App.As(Fjord.Kari);
        (await kari.OpenAsync($"/personer/{Fjord.Leader.Id}/fravar")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.OpenAsync($"/personer/{Guid.CreateVersion7()}/fravar")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        var deputy = await Fjord.PersonAsync("Siv Stedfortreder", Fjord.Department, UnitRole.Deputy);
        using var away = App.As(deputy);
        (await away.OpenAsync("/plunder/a-svare")).Text.ShouldContain(
            "Lise Leder er borte til og med 6. mars 2026. Du svarer så lenge."
        );
    }
}

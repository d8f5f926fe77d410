using System.Collections.Concurrent;
using System.Net;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Provisioning;

/// <summary>Somebody leaves: the sign-in ends, and what is open goes to a named successor.</summary>
public sealed class DepartureTests : IAsyncLifetime
{
    private readonly Kept _kept = new();
    private AppUnderTest _app = null!;
    private ScimUnderTest _scim = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await AppUnderTest.StartAsync(
            new AppSetup { Replace = builder => builder.Services.AddSingleton<IResponsibilities>(_kept) }
        );
        _scim = await ScimUnderTest.OnAsync(_app);
        await _app.AdministratorAsync("Ada Blir");
    }

    public async ValueTask DisposeAsync()
    {
        _scim.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("""[{"op":"Replace","path":"active","value":"False"}]""")]
    [InlineData("""[{"op":"replace","value":{"active":false}}]""")]
    [InlineData(null)]
    public async Task The_sign_in_and_the_tokens_end_with_the_next_request(string? operations)
    {
        var mari = await _app.EmployeeAsync("Mari Slutter");
        using var phone = _app.As(mari);
        using var api = _app.Api(mari.Token);
        (await phone.OpenAsync("/min-side")).Status.ShouldBe(HttpStatusCode.OK);
        (await api.GetAsync("/api/v1/workshops")).StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized);
        await LeaveAsync(mari.Id, operations);
        (await phone.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
        (await api.GetAsync("/api/v1/workshops")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        _app.Time.Advance(TimeSpan.FromMinutes(20));
        using var later = _app.As(mari);
        (await later.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
    }

    [Fact]
    public async Task What_is_open_goes_to_the_leader_that_the_provider_named()
    {
        var leader = await _app.EmployeeAsync("Lars Leder");
        var mari = Guid.Parse((await _scim.AddUserAsync("mari", LedBy(leader.Id))).Id);
        _kept.Open[mari] = 3;
        await LeaveAsync(mari, """[{"op":"replace","path":"active","value":false}]""");
        (_kept.Open[leader.Id], _kept.Open[mari]).ShouldBe((3, 0));
        (await SuccessorAsync(mari)).ShouldBe(leader.Id);
    }

    [Fact]
    public async Task Without_a_named_leader_it_goes_to_the_leader_of_the_unit_or_of_the_nearest_above()
    {
        var leader = await _app.EmployeeAsync("Lise Leder");
        var mari = await _app.EmployeeAsync("Mari Går");
        await _app.InStorageAsync(async context =>
        {
            var top = new UnitRow { Name = "Helse", Kind = UnitKind.Area };
            var team = new UnitRow
            {
                Name = "Team nord",
                Kind = UnitKind.Team,
                ParentId = top.Id,
            };
            context.Units.AddRange(top, team);
            context.Memberships.AddRange(
                new Membership
                {
                    PersonId = leader.Id,
                    UnitId = top.Id,
                    Role = UnitRole.Leader,
                },
                new Membership
                {
                    PersonId = mari.Id,
                    UnitId = team.Id,
                    Role = UnitRole.Employee,
                }
            );
            return await context.SaveChangesAsync();
        });
        _kept.Open[mari.Id] = 1;
        await LeaveAsync(mari.Id, operations: null);
        (await SuccessorAsync(mari.Id)).ShouldBe(leader.Id);
        _kept.Open[leader.Id].ShouldBe(1);
    }

    [Fact]
    public async Task Where_nobody_is_named_an_administrator_decides()
    {
        var mari = await _app.EmployeeAsync("Mari Alene");
        var per = await _app.EmployeeAsync("Per Overtar");
        _kept.Open[mari.Id] = 2;
        await LeaveAsync(mari.Id, operations: null);
        using var ada = _app.As(await _app.AdministratorAsync("Ada Avgjør"));
        var page = await ada.OpenAsync("/personer/automatisk");
        page.Text.ShouldContain("Mari Alene (2 åpne saker)");
        const string Field = "E-posten til den som tar over etter Mari Alene";
        page = await page.Fill(Field, "ingen@example.no").PressAsync("Gi ansvaret videre");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Det er ingen aktiv person med denne e-postadressen."]);
        page = await page.Fill(Field, per.Email).PressAsync("Gi ansvaret videre");
        page.Text.ShouldNotContain("Mari Alene");
        (_kept.Open[per.Id], await SuccessorAsync(mari.Id)).ShouldBe((2, per.Id));
    }

    [Fact]
    public async Task Whoever_comes_back_may_sign_in_again_and_what_was_handed_over_stays()
    {
        var leader = await _app.EmployeeAsync("Lars Beholder");
        var id = Guid.Parse((await _scim.AddUserAsync("kom", LedBy(leader.Id))).Id);
        _kept.Open[id] = 1;
        await LeaveAsync(id, """[{"op":"replace","path":"active","value":false}]""");
        var back = await _scim.PatchAsync($"/Users/{id}", """[{"op":"replace","path":"active","value":true}]""");
        back["active"].ShouldBe("true");
        _kept.Open[leader.Id].ShouldBe(1);
        (await SuccessorAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task The_last_administrator_is_never_deactivated()
    {
        var ada = await _app.InStorageAsync(context => context.Users.SingleAsync(p => p.DisplayName == "Ada Blir"));
        var patch = await _scim.PatchAsync($"/Users/{ada.Id}", """[{"op":"replace","path":"active","value":false}]""");
        (patch.Status, patch["scimType"]).ShouldBe((HttpStatusCode.BadRequest, "mutability"));
        (await _scim.SendAsync("DELETE", $"/Users/{ada.Id}", body: null)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string LedBy(Guid leader) =>
        $",\"{ScimUnderTest.Enterprise}\":{{\"manager\":{{\"value\":\"{leader}\"}}}}";

    private async Task LeaveAsync(Guid id, string? operations)
    {
        var reply = operations is null
            ? await _scim.SendAsync("DELETE", $"/Users/{id}", body: null)
            : await _scim.PatchAsync($"/Users/{id}", operations);
        ((int)reply.Status).ShouldBeInRange(200, 204, reply.Body?.ToJsonString());
    }

    private Task<Guid?> SuccessorAsync(Guid id) =>
        _app.InStorageAsync(context => context.Users.Where(p => p.Id == id).Select(p => p.SuccessorId).SingleAsync());

    /// <summary>An area with something to answer for.</summary>
    private sealed class Kept : IResponsibilities
    {
        public ConcurrentDictionary<Guid, int> Open { get; } = [];

        public string Name => "Kept";

        public string Tell(int count) => $"{count}";

        public Task<int> CountAsync(Guid personId, CancellationToken ct) =>
            Task.FromResult(Open.GetValueOrDefault(personId));

        public Task HandOverAsync(Guid from, Guid to, CancellationToken ct)
        {
            Open.TryRemove(from, out var open);
            Open[from] = 0;
            Open.AddOrUpdate(to, open, (_, already) => already + open);
            return Task.CompletedTask;
        }
    }
}

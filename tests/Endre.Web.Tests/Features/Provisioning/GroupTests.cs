using System.Net;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Provisioning;

/// <summary>What a provider's group gives, after an administrator has said so.</summary>
public sealed class GroupTests : IAsyncLifetime
{
    private AppUnderTest _app = null!;
    private ScimUnderTest _scim = null!;
    private TestBrowser _ada = null!;
    private Guid _team;

    public async ValueTask InitializeAsync()
    {
        _app = await AppUnderTest.StartAsync();
        _scim = await ScimUnderTest.OnAsync(_app);
        _ada = _app.As(await _app.AdministratorAsync());
        _team = await _app.InStorageAsync(async context =>
        {
            var team = new UnitRow { Name = "Team nord", Kind = UnitKind.Team };
            context.Units.Add(team);
            await context.SaveChangesAsync();
            return team.Id;
        });
    }

    public async ValueTask DisposeAsync()
    {
        _ada.Dispose();
        _scim.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_group_gives_nothing_before_it_is_mapped_and_then_a_role_and_a_place()
    {
        var mari = await _app.EmployeeAsync("Mari Medlem");
        var group = (await _scim.AddGroupAsync("Endre – prosessledere", mari.Id.ToString())).Id;
        (await RolesOfAsync(mari.Id)).ShouldBe(["employee"]);
        (await _ada.OpenAsync("/personer/automatisk")).Text.ShouldContain("Endre – prosessledere 1 Ingenting");

        await MapAsync("Endre – prosessledere", "facilitator", _team, UnitRole.ChangeAgent);
        (await RolesOfAsync(mari.Id)).ShouldBe(["employee", "facilitator"]);
        (await PlacesOfAsync(mari.Id)).ShouldBe([UnitRole.ChangeAgent]);
        (await _ada.OpenAsync("/personer/automatisk")).Text.ShouldContain("Prosessleder; Endringshode i Team nord");

        await _scim.PatchAsync(
            $"/Groups/{group}",
            $$"""[{"op":"remove","path":"members[value eq \"{{mari.Id}}\"]"}]"""
        );
        (await RolesOfAsync(mari.Id)).ShouldBe(["employee"]);
        (await PlacesOfAsync(mari.Id)).ShouldBeEmpty();
        await _scim.PatchAsync(
            $"/Groups/{group}",
            $$"""[{"op":"add","path":"members","value":[{"value":"{{mari.Id}}"}]}]"""
        );
        (await RolesOfAsync(mari.Id)).ShouldBe(["employee", "facilitator"]);
        await _scim.SendAsync("DELETE", $"/Groups/{group}", body: null);
        (await RolesOfAsync(mari.Id)).ShouldBe(["employee"]);
    }

    [Fact]
    public async Task What_somebody_had_by_hand_stays_when_they_leave_the_group()
    {
        var frode = await _app.FacilitatorAsync("Frode Selv");
        var group = (await _scim.AddGroupAsync("Ledere", frode.Id.ToString())).Id;
        await MapAsync("Ledere", "facilitator", unit: null, role: null);
        await _scim.SendAsync("DELETE", $"/Groups/{group}", body: null);
        (await RolesOfAsync(frode.Id)).ShouldBe(["facilitator"]);
    }

    [Fact]
    public async Task Two_groups_that_give_the_same_role_are_both_left_before_it_is_gone()
    {
        var mari = await _app.EmployeeAsync("Mari To");
        var one = (await _scim.AddGroupAsync("En", mari.Id.ToString())).Id;
        var two = (await _scim.AddGroupAsync("To", mari.Id.ToString())).Id;
        await MapAsync("En", "leader", unit: null, role: null);
        await MapAsync("To", "leader", unit: null, role: null);
        await _scim.SendAsync("DELETE", $"/Groups/{one}", body: null);
        (await RolesOfAsync(mari.Id)).ShouldBe(["employee", "leader"]);
        await _scim.SendAsync("DELETE", $"/Groups/{two}", body: null);
        (await RolesOfAsync(mari.Id)).ShouldBe(["employee"]);
    }

    [Fact]
    public async Task Another_mapping_takes_back_what_the_first_gave()
    {
        var mari = await _app.EmployeeAsync("Mari Om");
        await _scim.AddGroupAsync("Skifter", mari.Id.ToString());
        await MapAsync("Skifter", "leader", unit: null, role: null);
        await MapAsync("Skifter", "", _team, UnitRole.Deputy);
        (await RolesOfAsync(mari.Id)).ShouldBe(["employee"]);
        (await PlacesOfAsync(mari.Id)).ShouldBe([UnitRole.Deputy]);
    }

    [Fact]
    public async Task Two_groups_have_no_name_in_common_and_no_members_who_are_not_here()
    {
        var mari = await _app.EmployeeAsync("Mari Inne");
        await _scim.AddGroupAsync("Helse", mari.Id.ToString());
        var twin = await _scim.SendAsync("POST", "/Groups", """{"displayName":"HELSE"}""");
        (twin.Status, twin["scimType"]).ShouldBe((HttpStatusCode.Conflict, "uniqueness"));
        var strangers = await _scim.SendAsync(
            "POST",
            "/Groups",
            $$"""{"displayName":"Ny","members":[{"value":"{{Guid.CreateVersion7()}}"}]}"""
        );
        (strangers.Status, strangers["scimType"]).ShouldBe((HttpStatusCode.BadRequest, "invalidValue"));
    }

    [Fact]
    public async Task An_old_version_of_a_group_changes_nothing()
    {
        var made = await _scim.AddGroupAsync("Versjoner");
        const string Rename = """[{"op":"replace","path":"displayName","value":"Versjoner 2"}]""";
        var first = await _scim.PatchAsync($"/Groups/{made.Id}", Rename, ("If-Match", made.Tag!));
        (first.Status, first.Tag).ShouldBe((HttpStatusCode.NoContent, "W/\"2\""));
        var late = await _scim.PatchAsync($"/Groups/{made.Id}", Rename, ("If-Match", made.Tag!));
        late.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await _scim.GetAsync($"/Groups/{made.Id}", ("If-None-Match", "W/\"2\""))).Status.ShouldBe(
            HttpStatusCode.NotModified
        );
    }

    [Theory]
    [InlineData("/personer/automatisk")]
    [InlineData("/personer/import")]
    public async Task Others_than_administrators_are_told_that_it_is_not_for_them(string address)
    {
        using var browser = _app.As(await _app.FacilitatorAsync($"Frode {address.Length}"));
        (await browser.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task MapAsync(string group, string orgRole, Guid? unit, string? role)
    {
        var page = await (await _ada.OpenAsync("/personer/automatisk")).FollowAsync(group);
        page.Heading.ShouldBe($"Hva {group} gir");
        page.Fill("Rolle i hele virksomheten", orgRole).Fill("Enhet", unit?.ToString() ?? "");
        if (role is not null)
            page.Fill("Hva de er i enheten", role);
        (await page.PressAsync("Lagre")).Heading.ShouldBe("Automatisk brukeroppretting");
    }

    private Task<List<string?>> RolesOfAsync(Guid id) =>
        _app.InStorageAsync(context =>
            context
                .UserRoles.Where(row => row.UserId == id)
                .Join(context.Roles, row => row.RoleId, role => role.Id, (_, role) => role.Name)
                .OrderBy(name => name)
                .ToListAsync()
        );

    private Task<List<string>> PlacesOfAsync(Guid id) =>
        _app.InStorageAsync(context =>
            context
                .Memberships.Where(place => place.PersonId == id && place.Until == null)
                .Select(place => place.Role)
                .ToListAsync()
        );
}

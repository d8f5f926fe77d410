using Endre.Domain.Shared;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units.ChangeTeams;

/// <summary>
/// Change teams: to read for everybody. An administrator, the unit's leader and the team's lead change one; for others the
/// page that changes it is not there.
/// </summary>
internal static class ChangeTeamPages
{
    public static IEndpointRouteBuilder MapChangeTeams(this IEndpointRouteBuilder pages)
    {
        var teams = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        teams.MapGet(ChangeTeamLinks.List, ListAsync);
        teams.MapGet(ChangeTeamLinks.Create, ShowNewAsync);
        teams.MapPost(ChangeTeamLinks.Create, CreateAsync);
        teams.MapGet(ChangeTeamLinks.OnePattern, ShowAsync);
        teams.MapGet(ChangeTeamLinks.ChangePattern, ShowFormAsync);
        teams.MapPost(ChangeTeamLinks.ChangePattern, ChangeAsync);
        teams.MapGet(ChangeTeamLinks.DissolvePattern, DissolveChangeTeam.ShowAsync);
        teams.MapPost(ChangeTeamLinks.DissolvePattern, DissolveChangeTeam.HandleAsync);
        return pages;
    }

    private static async Task<IResult> ListAsync(ReadChangeTeams read, CancellationToken ct) =>
        Page.Of<ListChangeTeamsPage>(
            new { Teams = await read.ListAsync(ct), MayCreate = await read.MayCreateAsync(ct) }
        );

    private static async Task<IResult> ShowAsync(Guid id, string? lagret, ReadChangeTeams read, CancellationToken ct) =>
        await read.FindAsync(id, lagret is not null, ct) is { } team
            ? Page.Of<ShowChangeTeamPage>(new { Team = team })
            : ErrorResult.NotFound;

    private static async Task<IResult> ShowNewAsync(ReadChangeTeams read, TimeProvider clock, CancellationToken ct)
    {
        if (!await read.MayCreateAsync(ct))
            return ErrorResult.NotFound;
        var input = new TeamInput(Guid.CreateVersion7(clock.GetUtcNow()), 0, null, null, null, null, [], null);
        return await FormAsync(read, input, present: null, FormFaults.None, meanwhile: null, ct);
    }

    private static async Task<IResult> CreateAsync(HttpContext http, ReadChangeTeams read, SaveChangeTeam save)
    {
        var ct = http.RequestAborted;
        if (!await read.MayCreateAsync(ct))
            return ErrorResult.NotFound;
        var form = await http.Request.ReadFormAsync(ct);
        if (form.Id("id") is not { Version: 7 } id)
            return ErrorResult.NotFound;
        // Pressed twice, it is there already.
        if (await read.FindAsync(id, isSaved: false, ct) is not null)
            return Page.SeeOther(ChangeTeamLinks.One(id));
        var input = TeamInput.Of(form, id) with { Version = 0 };
        var faults = await save.SaveAsync(input, ct);
        return faults.IsEmpty
            ? Page.SeeOther(ChangeTeamLinks.Saved(id))
            : await FormAsync(read, input, present: null, faults, meanwhile: null, ct);
    }

    private static async Task<IResult> ShowFormAsync(Guid id, ReadChangeTeams read, CancellationToken ct) =>
        await read.FindAsync(id, isSaved: false, ct) is { MayChange: true, ClosedAt: null } team
            ? await FormAsync(read, InputOf(team), team.Unit.Id, FormFaults.None, meanwhile: null, ct)
            : ErrorResult.NotFound;

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext http, ReadChangeTeams read, SaveChangeTeam save)
    {
        var ct = http.RequestAborted;
        if (await read.FindAsync(id, isSaved: false, ct) is not { MayChange: true, ClosedAt: null } team)
            return ErrorResult.NotFound;
        var input = TeamInput.Of(await http.Request.ReadFormAsync(ct), id);
        if (input.Version != team.Version)
            return await LateAsync(read, input, team, ct);
        try
        {
            var faults = await save.SaveAsync(input, ct);
            return faults.IsEmpty
                ? Page.SeeOther(ChangeTeamLinks.Saved(id))
                : await FormAsync(read, input, team.Unit.Id, faults, meanwhile: null, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await read.FindAsync(id, isSaved: false, ct) is { } now
                ? await LateAsync(read, input, now, ct)
                : ErrorResult.NotFound;
        }
    }

    // Somebody was first: what was typed stays, with those who have come in meanwhile to tick.
    private static Task<IResult> LateAsync(ReadChangeTeams read, TeamInput input, TeamView now, CancellationToken ct) =>
        FormAsync(
            read,
            input with
            {
                Version = now.Version,
            },
            now.Unit.Id,
            FormFaults.None,
            RefusalTexts.Sentence(new Refusal("ChangeTeamChangedMeanwhile", Field: null, now.Name)),
            ct,
            now.Members
        );

    private static async Task<IResult> FormAsync(
        ReadChangeTeams read,
        TeamInput input,
        Guid? present,
        FormFaults faults,
        string? meanwhile,
        CancellationToken ct,
        IReadOnlyList<TeamMember>? others = null
    )
    {
        var ticked = await read.PeopleAsync([.. input.Members], ct);
        var form = new TeamForm(
            input,
            [.. ticked.Concat(others ?? []).DistinctBy(member => member.Id)],
            await read.UnitsAsync(present, ct),
            faults,
            meanwhile
        );
        return Page.Of<EditChangeTeamPage>(
            new { Form = form },
            meanwhile is not null ? StatusCodes.Status409Conflict
                : faults.IsEmpty ? StatusCodes.Status200OK
                : StatusCodes.Status422UnprocessableEntity
        );
    }

    private static TeamInput InputOf(TeamView team) =>
        new(
            team.Id,
            team.Version,
            team.Name,
            team.Mandate,
            team.Unit.Id,
            team.Members.FirstOrDefault(member => member.IsLead)?.Email,
            [.. team.Members.Select(member => member.Id)],
            More: null
        );
}

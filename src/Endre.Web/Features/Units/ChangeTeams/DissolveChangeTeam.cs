using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units.ChangeTeams;

/// <summary>Dissolves a change team, after it has been said what follows.</summary>
internal sealed class DissolveChangeTeam(
    EndreContext database,
    VisibleUnits units,
    SignInRight right,
    AuditLog audit,
    Texts<ChangeTeamTexts> texts,
    TimeProvider clock
)
{
    public static async Task<IResult> ShowAsync(
        Guid id,
        ReadChangeTeams read,
        DissolveChangeTeam dissolve,
        CancellationToken ct
    ) =>
        await read.FindAsync(id, isSaved: false, ct) is { MayChange: true, ClosedAt: null } team
            ? await dissolve.PageAsync(team, meanwhile: null, ct)
            : ErrorResult.NotFound;

    public static async Task<IResult> HandleAsync(
        Guid id,
        HttpContext http,
        ReadChangeTeams read,
        DissolveChangeTeam dissolve
    )
    {
        var ct = http.RequestAborted;
        if (await read.FindAsync(id, isSaved: false, ct) is not { MayChange: true } team)
            return ErrorResult.NotFound;
        // Pressed twice, it is dissolved already.
        if (team.ClosedAt is not null)
            return Page.SeeOther(ChangeTeamLinks.One(id));
        var form = await http.Request.ReadFormAsync(ct);
        if (form.Number("version") != team.Version || !await dissolve.TryAsync(id, team.Version, ct))
        {
            var now = await read.FindAsync(id, isSaved: false, ct);
            return now is { ClosedAt: null }
                ? await dissolve.LateAsync(now, ct)
                : Page.SeeOther(ChangeTeamLinks.One(id));
        }
        return Page.SeeOther(ChangeTeamLinks.One(id));
    }

    private async Task<bool> TryAsync(Guid id, int version, CancellationToken ct)
    {
        if (await database.ChangeTeams.FindAsync([id], ct) is not { ClosedAt: null } team || team.Version != version)
            return false;
        team.ClosedAt = clock.GetUtcNow();
        team.Version++;
        audit.Record("DissolveChangeTeam", "change-team", id);
        try
        {
            await database.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return false;
        }
    }

    private Task<IResult> LateAsync(TeamView team, CancellationToken ct) =>
        PageAsync(team, RefusalTexts.Sentence(new Refusal("ChangeTeamChangedMeanwhile", Field: null, team.Name)), ct);

    private async Task<IResult> PageAsync(TeamView team, string? meanwhile, CancellationToken ct) =>
        Page.Of<DissolveChangeTeamPage>(
            new { View = new DissolveView(team, await FollowsAsync(team, ct), meanwhile) },
            meanwhile is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict
        );

    private async Task<IReadOnlyList<string>> FollowsAsync(TeamView team, CancellationToken ct)
    {
        var follows = new List<string> { texts.Count("WillLeave", team.Members.Count) };
        if (team.Members.FirstOrDefault(member => member.IsLead) is { } lead)
            follows.Add(texts["WillNotLead", lead.Name]);
        var whole = (await units.ReadAsync(ct)).Tree.Whole(team.Unit.Id);
        var needs = await database.Needs.CountAsync(
            need => need.OpenDiamond != null && whole.Contains(need.UnitId),
            ct
        );
        if (needs > 0)
        {
            var leaders = await LeadersAsync(team.Unit.Id, ct);
            follows.Add(
                leaders.Count > 0
                    ? texts["WillGoOnWith", texts.Count("OpenNeeds", needs), string.Join(", ", leaders)]
                    : texts["WillHaveNobody", texts.Count("OpenNeeds", needs), team.Unit.Name]
            );
        }
        return follows;
    }

    private Task<List<string>> LeadersAsync(Guid unitId, CancellationToken ct) =>
        database
            .Memberships.HeldOn(right.Today)
            .Where(place => place.UnitId == unitId && place.Role == UnitRole.Leader)
            .Join(
                database.Users.Where(one => one.DeactivatedAt == null),
                place => place.PersonId,
                one => one.Id,
                (_, one) => one.DisplayName
            )
            .Distinct()
            .Order()
            .ToListAsync(ct);
}

/// <summary>The page that asks before a change team is dissolved.</summary>
public sealed record DissolveView(TeamView Team, IReadOnlyList<string> Follows, string? Meanwhile);

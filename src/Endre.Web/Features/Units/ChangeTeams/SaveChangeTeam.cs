using System.Globalization;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units.ChangeTeams;

/// <summary>Makes and changes a change team.</summary>
internal sealed class SaveChangeTeam(
    EndreContext database,
    VisibleUnits units,
    SignInRight right,
    AuditLog audit,
    Texts<ChangeTeamTexts> texts
)
{
    public const int MostMembers = 50;

    /// <summary>Stores what stands in the form; who may has been decided.</summary>
    /// <returns>What is wrong at which field; empty when it is done.</returns>
    public async Task<FormFaults> SaveAsync(TeamInput input, CancellationToken ct)
    {
        var faults = FormFaults.None;
        Add(faults, FreeText.Require(input.Name, ChangeTeam.MaxNameLength, "name", out var name));
        Add(faults, FreeText.Accept(input.Mandate, ChangeTeam.MaxMandateLength, "mandate", out var mandate));
        var scope = await units.ReadAsync(ct);
        var team = await database.ChangeTeams.FindAsync([input.Id], ct);
        if (
            input.UnitId is not { } unitId
            || scope.Tree.Find(unitId) is not { IsOpen: true }
            // The lead of a team may keep its unit, and give it to no other.
            || (!scope.Leads(unitId) && scope.Tree.Current(team?.UnitId ?? Guid.Empty)?.Id != unitId)
        )
        {
            Add(faults, new Refusal("UnitUnknown", "unitId"));
            unitId = Guid.Empty;
        }
        var members = await MembersAsync(input, faults, ct);
        var lead = await LeadAsync(input, faults, ct);
        if (lead is { } id)
            members.Add(id);
        if (members.Count > MostMembers)
            Add(faults, new Refusal("ChangeTeamFull", "more", MostMembers.ToString(CultureInfo.InvariantCulture)));
        if (!faults.IsEmpty)
            return faults;

        if (team is null)
        {
            team = new ChangeTeam
            {
                Id = input.Id,
                Name = name,
                UnitId = unitId,
            };
            database.ChangeTeams.Add(team);
        }
        else
        {
            team.Version++;
        }
        (team.Name, team.Mandate, team.UnitId) = (name, mandate, unitId);
        await PlaceAsync(team.Id, members, lead!.Value, ct);
        audit.Record(
            input.IsNew ? "CreateChangeTeam" : "ChangeChangeTeam",
            "change-team",
            team.Id,
            ("unit", unitId.ToString())
        );
        await database.SaveChangesAsync(ct);
        return faults;
    }

    private async Task PlaceAsync(Guid teamId, HashSet<Guid> members, Guid lead, CancellationToken ct)
    {
        var rows = await database.ChangeTeamMembers.Where(row => row.TeamId == teamId).ToListAsync(ct);
        database.ChangeTeamMembers.RemoveRange(rows.Where(row => !members.Contains(row.PersonId)));
        foreach (var row in rows)
            row.IsLead = row.PersonId == lead;
        database.ChangeTeamMembers.AddRange(
            members
                .Except(rows.Select(row => row.PersonId))
                .Select(id => new ChangeTeamMember
                {
                    TeamId = teamId,
                    PersonId = id,
                    IsLead = id == lead,
                })
        );
    }

    private async Task<HashSet<Guid>> MembersAsync(TeamInput input, FormFaults faults, CancellationToken ct)
    {
        var members = await database
            .Users.Where(one => input.Members.Contains(one.Id))
            .Select(one => one.Id)
            .ToHashSetAsync(ct);
        var lines = (input.More ?? "").Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        foreach (var line in lines.Take(MostMembers + 1))
        {
            var (found, fault) = await FindAsync(line, ct);
            if (fault is not null)
                faults.Add("more", fault);
            else
                members.Add(found);
        }
        return members;
    }

    private async Task<Guid?> LeadAsync(TeamInput input, FormFaults faults, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.Lead))
        {
            Add(faults, new Refusal("ChangeTeamNeedsLead", "lead"));
            return null;
        }
        var (found, fault) = await FindAsync(input.Lead.Trim(), ct);
        if (fault is null)
            return found;
        faults.Add("lead", fault);
        return null;
    }

    // By address, or by the whole name when only one is called so.
    private async Task<(Guid Id, string? Fault)> FindAsync(string text, CancellationToken ct)
    {
        if (text.Length > 300)
            return (Guid.Empty, texts["PersonNotFound", text[..60]]);
        var email = text.ToUpperInvariant();
        var today = right.Today;
        var found = await database
            .Users.Where(one => one.NormalizedEmail == email || one.DisplayName == text)
            .Where(one => one.DeactivatedAt == null && (one.EndsOn == null || one.EndsOn >= today))
            .Select(one => new { one.Id, IsAddress = one.NormalizedEmail == email })
            .Take(3)
            .ToListAsync(ct);
        return found.Find(one => one.IsAddress) is { } exact ? (exact.Id, null)
            : found.Count == 1 ? (found[0].Id, null)
            : (Guid.Empty, texts[found.Count == 0 ? "PersonNotFound" : "SeveralAreCalledSo", text]);
    }

    private static void Add(FormFaults faults, Refusal? refusal)
    {
        if (refusal is not null)
            faults.Add(refusal.Field ?? "name", RefusalTexts.Sentence(refusal));
    }
}

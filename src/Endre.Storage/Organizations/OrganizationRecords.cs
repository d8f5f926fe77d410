using Endre.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Organizations;

/// <summary>Between the rules of units and positions and their rows: the one place where a decided change becomes rows.</summary>
public static class OrganizationRecords
{
    /// <summary>Reads the organization to try changes on.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="moment">Now.</param>
    /// <param name="personId">Whose places are needed; null for everybody's, which closing, merging and splitting need.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<OrganizationDraft> ReadOrganizationAsync(
        this EndreContext database,
        Moment moment,
        Guid? personId,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var tree = await database.ReadUnitTreeAsync(ct);
        var rows = await database
            .Memberships.AsNoTracking()
            .Where(row => personId == null || row.PersonId == personId)
            .ToListAsync(ct);
        return new OrganizationDraft(tree, rows.Select(row => row.ToPosition()), moment);
    }

    /// <summary>
    /// Writes what happened into the rows, with its entries in the history. Only the context is changed: whoever calls
    /// stores it, together with the audit entry.
    /// </summary>
    /// <param name="database">Where it is written.</param>
    /// <param name="events">What the rules decided on what is stored now, in order.</param>
    /// <param name="personId">Who did it, or null for a program.</param>
    /// <param name="at">When.</param>
    /// <param name="ct">Stops the reading of the rows.</param>
    /// <exception cref="DbUpdateConcurrencyException">A row is no longer what was decided on: read and decide again.</exception>
    public static async Task RecordAsync(
        this EndreContext database,
        IReadOnlyList<OrganizationEvent> events,
        Guid? personId,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(events);
        foreach (var happened in events)
        {
            switch (happened)
            {
                case UnitChanged changed:
                    await TakeAsync(database, changed, ct);
                    database.UnitChanges.Add(UnitChange.Of(changed, personId, at));
                    break;
                case PositionOpened opened:
                    database.Memberships.Add(Membership.Of(opened.Position));
                    break;
                case PositionChanged changed:
                    (await FindAsync(database, changed.After.Id, ct)).Take(changed.After);
                    break;
                case PositionWithdrawn withdrawn:
                    database.Memberships.Remove(await FindAsync(database, withdrawn.Position.Id, ct));
                    break;
                default:
                    throw new ArgumentException($"Nobody stores {happened.GetType().Name}.", nameof(events));
            }
        }
    }

    private static async Task TakeAsync(EndreContext database, UnitChanged changed, CancellationToken ct)
    {
        if (changed.Before is not { } before)
        {
            database.Units.Add(UnitRow.Of(changed.After));
            return;
        }
        var row = await database.Units.FindAsync([before.Id], ct);
        if (row is null || row.Version != before.Version)
        {
            throw new DbUpdateConcurrencyException("The unit is no longer what was decided on.");
        }
        row.Take(changed.After);
        if (changed.Act is UnitAct.Merged or UnitAct.Split or UnitAct.Closed)
        {
            database.UnitSuccessors.AddRange(
                changed.Others.Select(
                    (id, index) =>
                        new UnitSuccessor
                        {
                            UnitId = row.Id,
                            SuccessorId = id,
                            IsHeir = index == 0,
                        }
                )
            );
        }
        else if (changed.Act == UnitAct.Reopened)
        {
            database.UnitSuccessors.RemoveRange(
                await database.UnitSuccessors.Where(successor => successor.UnitId == row.Id).ToListAsync(ct)
            );
        }
    }

    private static async Task<Membership> FindAsync(EndreContext database, Guid id, CancellationToken ct) =>
        await database.Memberships.FindAsync([id], ct)
        ?? throw new DbUpdateConcurrencyException("The position is no longer there.");
}

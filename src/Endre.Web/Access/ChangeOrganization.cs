using System.Data;
using System.Data.Common;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Access;

/// <summary>
/// A change of the units or of people's places in them: load, decide, store with its history and its audit entry. Pages,
/// imports and providers all come through here.
/// </summary>
internal sealed class ChangeOrganization(
    EndreContext database,
    AuditLog audit,
    CurrentPerson person,
    Formats formats,
    TimeProvider clock
)
{
    private const int MostTries = 10;

    /// <summary>Now, as the rules ask for it.</summary>
    public Moment Now
    {
        get
        {
            var now = clock.GetUtcNow();
            return new Moment(now, formats.Day(now));
        }
    }

    /// <summary>The organization as it is stored, to look at or to try a change on without storing it.</summary>
    public Task<OrganizationDraft> ReadAsync(CancellationToken ct) =>
        database.ReadOrganizationAsync(Now, personId: null, ct);

    /// <summary>Changes the units.</summary>
    /// <returns>Null when it is done, or needed not to be; otherwise why not.</returns>
    public Task<Refusal?> HandleAsync(UnitCommand command, CancellationToken ct) =>
        AloneAsync(
            async () =>
            {
                var draft = await ReadAsync(ct);
                return draft.Try(command) is { } refusal
                    ? refusal
                    : await StoreAsync(draft, command.GetType().Name, ct);
            },
            ct
        );

    /// <summary>Changes a person's places.</summary>
    /// <returns>Null when it is done, or needed not to be; otherwise why not.</returns>
    public Task<Refusal?> HandleAsync(Guid personId, PositionCommand command, CancellationToken ct) =>
        AloneAsync(
            async () =>
            {
                var draft = await database.ReadOrganizationAsync(Now, personId, ct);
                return draft.Try(personId, command) is { } refusal
                    ? refusal
                    : await StoreAsync(draft, command.GetType().Name, ct);
            },
            ct
        );

    /// <summary>
    /// Puts what happened in a draft into the context, with its history and its audit entries. For those who store more
    /// in the same transaction; it is theirs to be alone (<see cref="AloneAsync"/>) and to save.
    /// </summary>
    /// <param name="draft">Read in the same transaction.</param>
    /// <param name="act">The act's folder, for the audit log.</param>
    public async Task RecordAsync(OrganizationDraft draft, string act, CancellationToken ct)
    {
        await database.RecordAsync(draft.Events, person.Id, draft.Moment.At, ct);
        var isReorganization = draft.Events.OfType<UnitChanged>().Any();
        foreach (var changed in draft.Events.OfType<UnitChanged>().Where(e => e.Act != UnitAct.TookOver))
        {
            audit.Record(
                act,
                "unit",
                changed.After.Id,
                ("what", changed.Act.ToString()),
                ("parent", changed.After.ParentId?.ToString()),
                ("others", changed.Others.IsEmpty ? null : string.Join(' ', changed.Others))
            );
        }
        if (isReorganization)
        {
            // Who went where is told by their positions; a merger of a thousand is one act and not a thousand.
            return;
        }
        foreach (var (what, position) in draft.Events.Select(Told).OfType<(string, Position)>())
        {
            audit.Record(
                act,
                "person",
                position.PersonId,
                ("what", what),
                ("unit", position.UnitId.ToString()),
                ("role", position.Role),
                ("since", position.Since?.ToString("O")),
                ("until", position.Until?.ToString("O"))
            );
        }
    }

    /// <summary>
    /// Reads, decides and stores as if nobody else did, and does it again when somebody else was first: the tree is one,
    /// and what two do in different corners of it may not fit together.
    /// </summary>
    public async Task<Refusal?> AloneAsync(Func<Task<Refusal?>> act, CancellationToken ct)
    {
        if (database.Database.CurrentTransaction is not null)
        {
            return await act();
        }
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var transaction = await database.Database.BeginTransactionAsync(
                    IsolationLevel.Serializable,
                    ct
                );
                var refusal = await act();
                if (refusal is null)
                {
                    await transaction.CommitAsync(ct);
                }
                else
                {
                    database.ChangeTracker.Clear();
                }
                return refusal;
            }
            catch (Exception fault) when (tries < MostTries && SomebodyWasFirst(fault))
            {
                database.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Refusal?> StoreAsync(OrganizationDraft draft, string act, CancellationToken ct)
    {
        await RecordAsync(draft, act, ct);
        await database.SaveChangesAsync(ct);
        return null;
    }

    // PostgreSQL says 40001 to the one of two that came last, or 40P01 when they waited for each other.
    private static bool SomebodyWasFirst(Exception fault) =>
        fault is DbUpdateConcurrencyException
        || fault is DbException { SqlState: "40001" or "40P01" or "23505" }
        || (
            fault is DbUpdateException or InvalidOperationException
            && fault.InnerException is { } inner
            && SomebodyWasFirst(inner)
        );

    private static (string, Position)? Told(OrganizationEvent happened) =>
        happened switch
        {
            PositionOpened e => ("opened", e.Position),
            PositionChanged e => ("changed", e.After),
            PositionWithdrawn e => ("withdrawn", e.Position),
            _ => null,
        };
}

using Endre.Domain.Lineage;
using Endre.Domain.Needs;
using Endre.Domain.Shared;
using Endre.Storage.Lineage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Needs;

/// <summary>Decides on needs and stores what happened: state, links and history in one transaction.</summary>
public static class NeedRecords
{
    /// <summary>Who does something, and when.</summary>
    /// <param name="PersonId">Who; null for nobody, as in a demo.</param>
    /// <param name="At">When.</param>
    public sealed record Hand(Guid? PersonId, DateTimeOffset At);

    /// <summary>States a need; the same id again is the same need.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="state">What is wanted.</param>
    /// <param name="origins">What else it comes from, such as a note of a workshop.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is stored, or was already; otherwise what <see cref="NeedRules.State"/> says, or <c>IdTaken</c>.</returns>
    public static async Task<Refusal?> StateNeedAsync(
        this EndreContext database,
        StateNeed state,
        IReadOnlyList<RecordReference> origins,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(origins);
        ArgumentNullException.ThrowIfNull(hand);
        var decision = NeedRules.State(state);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }
        var need = ((NeedStated)decision.Events[0]).Need;
        if (await database.FindNeedAsync(need.Id, ct) is { } before)
        {
            return Again(before, need);
        }
        database.Add(NeedRow.Of(need));
        database.Add(NeedEventRow.Of(need.Id, 1, decision.Events[0], hand.PersonId, hand.At));
        foreach (var origin in origins.Concat(need.HassleIds.Select(id => new RecordReference(RecordKind.Hassle, id))))
        {
            var link = new LineageLink(origin, new RecordReference(RecordKind.Need, need.Id));
            if (await database.LinkAsync(link, ct) is { } backwards)
            {
                return backwards;
            }
        }
        return await database.SaveNewAsync(() => database.FindNeedAsync(need.Id, ct), first => Again(first, need), ct);
    }

    /// <summary>Does something with a need. Whoever stores at the same instant is waited for, and it is decided again.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which need.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is done, or was done already; otherwise why not.</returns>
    public static async Task<Refusal?> DoWithNeedAsync(
        this EndreContext database,
        Guid id,
        NeedCommand command,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync(() => database.TryAsync(id, command, hand, ct));
    }

    /// <summary>A need, or null when there is none with this id.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which need.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Need?> FindNeedAsync(this EndreContext database, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        return await database.Needs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row
            ? row.ToNeed(await database.HassleLinksOf(id).Select(link => link.FromId).ToListAsync(ct))
            : null;
    }

    private static async Task<Refusal?> TryAsync(
        this EndreContext database,
        Guid id,
        NeedCommand command,
        Hand hand,
        CancellationToken ct
    )
    {
        if (await database.Needs.SingleOrDefaultAsync(found => found.Id == id, ct) is not { } row)
        {
            return Refusal.Because("NeedUnknown");
        }
        var links = await database.HassleLinksOf(id).ToListAsync(ct);
        var before = row.ToNeed(links.Select(link => link.FromId));
        var decision = NeedRules.Decide(before, command);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }
        if (decision.Events is not [var happened])
        {
            return null;
        }
        var after = NeedRules.Evolve(before, happened);
        row.Take(after);
        database.RemoveRange(links.Where(link => !after.HassleIds.Contains(link.FromId)));
        foreach (var hassle in after.HassleIds.Except(before.HassleIds))
        {
            var from = new RecordReference(RecordKind.Hassle, hassle);
            database.Add(LineageLinkRow.Of(new LineageLink(from, new RecordReference(RecordKind.Need, id))));
        }
        var last = await database.NeedEvents.Where(entry => entry.NeedId == id).MaxAsync(entry => entry.Number, ct);
        database.Add(NeedEventRow.Of(id, last + 1, happened, hand.PersonId, hand.At));
        await database.SaveChangesAsync(ct);
        return null;
    }

    private static IQueryable<LineageLinkRow> HassleLinksOf(this EndreContext database, Guid id)
    {
        var (hassle, need) = (RecordKindWord.Of(RecordKind.Hassle), RecordKindWord.Of(RecordKind.Need));
        return database
            .LineageLinks.Where(link => link.ToKind == need && link.ToId == id && link.FromKind == hassle)
            .OrderBy(link => link.FromId);
    }

    private static Refusal? Again(Need before, Need wanted) =>
        before.UnitId == wanted.UnitId && before.Statement == wanted.Statement ? null : new Refusal("IdTaken", "id");
}

using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Domain.Hassles.Redactions;
using Endre.Domain.Shared;
using Endre.Storage.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Hassles;

/// <summary>Decides on hassles and stores what happened: state, thread and history in one transaction.</summary>
public static class HassleRecords
{
    /// <summary>What became of saying something.</summary>
    /// <param name="Hassle">As it is stored; null when refused.</param>
    /// <param name="IsRepeated">Whether it had been said before, by the same id.</param>
    /// <param name="Refusal">Why not, or null.</param>
    public sealed record Said(Hassle? Hassle, bool IsRepeated, Refusal? Refusal);

    /// <summary>Says something; the same id again is the same hassle, whoever was quicker.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="say">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>What <see cref="HassleRules.Say"/> says, or <c>IdTaken</c> when the id is another hassle's.</returns>
    public static async Task<Said> SayAsync(
        this EndreContext database,
        SayHassle say,
        DateOnly today,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(say);
        var decision = HassleRules.Say(say, today);
        if (decision.Refusal is { } refusal)
        {
            return new Said(null, IsRepeated: false, refusal);
        }
        var wanted = ((HassleSaid)decision.Events[0]).Hassle;
        if (await database.FindHassleAsync(say.Id, ct) is { } before)
        {
            return Again(before, wanted);
        }
        database.Add(HassleRow.Of(wanted));
        database.Add(HassleEventRow.Of(1, decision.Events[0], wanted));
        if (say.Photo is { } photo)
        {
            database.Add(new HasslePhotoRow { HassleId = wanted.Id, Jpeg = photo.Jpeg.ToArray() });
        }
        try
        {
            await database.SaveChangesAsync(ct);
            return new Said(wanted, IsRepeated: false, Refusal: null);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            // The same request at the same time: the one that was first is the one.
            if (await database.FindHassleAsync(say.Id, ct) is { } first)
            {
                return Again(first, wanted);
            }
            // A code that a device made itself may be one that another has.
            if (wanted.ClaimHash is { } hash && await database.Hassles.AnyAsync(row => row.ClaimHash == hash, ct))
            {
                return new Said(null, IsRepeated: false, new Refusal("IdTaken", "claimCode"));
            }
            throw;
        }
    }

    /// <summary>Does something with a hassle. Whoever stores at the same instant is waited for, and it is decided again.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which hassle.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is done, or was done already; otherwise why not.</returns>
    public static async Task<Refusal?> DoWithHassleAsync(
        this EndreContext database,
        Guid id,
        HassleCommand command,
        DateOnly today,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        return await database.UntilStoredAsync(() => database.TryAsync(id, command, today, ct));
    }

    /// <summary>A hassle with its thread, or null when there is none with this id.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which hassle.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Hassle?> FindHassleAsync(this EndreContext database, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        return await database.Hassles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row
            ? row.ToHassle(await database.ThreadOf(id).AsNoTracking().ToListAsync(ct))
            : null;
    }

    /// <summary>Hassles with their threads, by their ids; without those that there are none of.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="ids">Which hassles.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Dictionary<Guid, Hassle>> ReadHasslesAsync(
        this EndreContext database,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(ids);
        var rows = await database.Hassles.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        var threads = (
            await database.HassleMessages.AsNoTracking().Where(row => ids.Contains(row.HassleId)).ToListAsync(ct)
        ).ToLookup(row => row.HassleId);
        return rows.ToDictionary(row => row.Id, row => row.ToHassle(threads[row.Id]));
    }

    /// <summary>The picture of a hassle, as JPEG, or null when it has none.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which hassle.</param>
    /// <param name="ct">Stops the reading.</param>
    public static Task<byte[]?> ReadPhotoAsync(this EndreContext database, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database
            .HasslePhotos.AsNoTracking()
            .Where(photo => photo.HassleId == id)
            .Select(photo => photo.Jpeg)
            .SingleOrDefaultAsync(ct);
    }

    private static async Task<Refusal?> TryAsync(
        this EndreContext database,
        Guid id,
        HassleCommand command,
        DateOnly today,
        CancellationToken ct
    )
    {
        if (await database.Hassles.SingleOrDefaultAsync(found => found.Id == id, ct) is not { } row)
        {
            return Refusal.Because("HassleUnknown");
        }
        var thread = await database.ThreadOf(id).ToListAsync(ct);
        var before = row.ToHassle(thread);
        if (command is MergeHassle merge)
        {
            command = merge with { Into = await database.FindHassleAsync(merge.IntoId, ct) };
        }
        var decision = HassleRules.Decide(before, command, today);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }
        if (decision.Events is not [var happened])
        {
            return null;
        }
        await database.TakeAsync(row, thread, before, happened, ct);
        await database.FollowAsync(id, command, happened, today, ct);
        await database.SaveChangesAsync(ct);
        return null;
    }

    // Puts what happened into the rows; whoever calls it stores.
    internal static async Task TakeAsync(
        this EndreContext database,
        HassleRow row,
        IReadOnlyList<HassleMessageRow> thread,
        Hassle before,
        HassleEvent happened,
        CancellationToken ct
    )
    {
        var after = HassleRules.Evolve(before, happened);
        row.Take(after);
        // Whoever took something out, let it stand or took it back has looked at what was reported.
        if (happened is RedactionEvent or HassleWithdrawn)
        {
            database.RemoveRange(
                await database.ContentReports.Where(report => report.HassleId == row.Id).ToListAsync(ct)
            );
        }
        if (happened is HassleWithdrawn)
        {
            await database.ForgetMeToosAsync(row.Id, ct);
        }
        if (before.Text != after.Text)
        {
            await database.RetitleMattersAsync(row.Id, after.Text, ct);
        }
        if (before.Photo is not null && after.Photo is null)
        {
            database.RemoveRange(await database.HasslePhotos.Where(photo => photo.HassleId == row.Id).ToListAsync(ct));
        }
        foreach (var (written, message) in thread.Zip(after.Thread))
        {
            written.Text = message.Text;
        }
        for (var number = thread.Count + 1; number <= after.Thread.Count; number++)
        {
            database.Add(HassleMessageRow.Of(row.Id, number, after.Thread[number - 1]));
        }
        var last = await database
            .HassleEvents.Where(entry => entry.HassleId == row.Id)
            .MaxAsync(entry => entry.Number, ct);
        database.Add(HassleEventRow.Of(last + 1, happened, after));
    }

    internal static IQueryable<HassleMessageRow> ThreadOf(this EndreContext database, Guid id) =>
        database.HassleMessages.Where(message => message.HassleId == id).OrderBy(message => message.Number);

    private static Said Again(Hassle before, Hassle wanted)
    {
        // What was withdrawn meanwhile has no words to compare.
        var isSame =
            before.State == HassleState.Withdrawn
            || (before.Text == wanted.Text && before.UnitId == wanted.UnitId && before.Speaker == wanted.Speaker);
        return isSame
            ? new Said(before, IsRepeated: true, Refusal: null)
            : new Said(null, IsRepeated: false, new Refusal("IdTaken", "id"));
    }
}

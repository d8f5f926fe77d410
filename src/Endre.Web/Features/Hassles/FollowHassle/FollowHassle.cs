using Endre.Domain.Hassles;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Features.Hassles.Photos;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.FollowHassle;

/// <summary>The writer's side of the thread, whichever way in: what may be read, written and taken back.</summary>
internal sealed class FollowHassle(
    EndreContext database,
    UnitSeats seats,
    ITraces traces,
    ReadStandings standings,
    ReadHits hits
)
{
    public Task<Refusal?> ReplyAsync(Guid id, string? text, int after, CancellationToken ct) =>
        database.DoWithHassleAsync(id, new ReplyToHassle(text, after), seats.Today, ct);

    /// <summary>Takes it back, also out of what the database leaves lying.</summary>
    public async Task<Refusal?> WithdrawAsync(Guid id, CancellationToken ct)
    {
        var refusal = await database.DoWithHassleAsync(id, new WithdrawHassle(), seats.Today, ct);
        if (refusal is null && database.Database.IsSqlite())
            await traces.WipeAsync(ct);
        return refusal;
    }

    public async Task<Hassle?> FindByCodeAsync(string code, CancellationToken ct)
    {
        var hash = ClaimCode.HashOf(code);
        var id = await database
            .Hassles.Where(row => row.ClaimHash == hash)
            .Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(ct);
        return id is { } found ? await database.FindHassleAsync(found, ct) : null;
    }

    /// <summary>The hassle of this person, or null when it is not.</summary>
    public async Task<Hassle?> FindOwnAsync(Guid id, Guid personId, CancellationToken ct) =>
        await database.FindHassleAsync(id, ct) is { } hassle && hassle.PersonId == personId ? hassle : null;

    /// <summary>What this person has said with an account, the newest first.</summary>
    public async Task<IReadOnlyList<HassleView>> ListOwnAsync(Guid personId, CancellationToken ct)
    {
        var rows = await database
            .Hassles.AsNoTracking()
            .Where(row => row.PersonId == personId)
            .OrderByDescending(row => row.Day)
            .ThenBy(row => row.Id)
            .Take(500)
            .ToListAsync(ct);
        var ids = rows.Select(row => row.Id).ToList();
        var messages = (
            await database
                .HassleMessages.AsNoTracking()
                .Where(message => ids.Contains(message.HassleId))
                .ToListAsync(ct)
        ).ToLookup(message => message.HassleId);
        return await ViewsAsync([.. rows.Select(row => row.ToHassle(messages[row.Id]))], ct);
    }

    /// <summary>The picture itself, as an address, or null.</summary>
    public Task<string?> PictureAsync(Hassle hassle, CancellationToken ct) => ShowPhoto.DataAsync(database, hassle, ct);

    public async Task<HassleView> ViewAsync(Hassle hassle, CancellationToken ct) => (await ViewsAsync([hassle], ct))[0];

    private async Task<IReadOnlyList<HassleView>> ViewsAsync(IReadOnlyList<Hassle> hassles, CancellationToken ct)
    {
        var names = await database.NamesOfAsync(hassles, ct);
        var read = await standings.ReadAsync(hassles, ct);
        var met = await hits.ReadAsync([.. hassles.Select(hassle => hassle.Id)], ct);
        var unitIds = hassles.Select(hassle => hassle.UnitId).Distinct().ToList();
        var units = await database
            .Units.AsNoTracking()
            .Where(unit => unitIds.Contains(unit.Id))
            .ToDictionaryAsync(unit => unit.Id, unit => unit.Name, ct);
        return
        [
            .. hassles.Select(hassle =>
                HassleView
                    .Of(hassle, units.GetValueOrDefault(hassle.UnitId, "–"), _ => true, names)
                    .Met(met(hassle.Id)) with
                {
                    Standing = read(hassle, true),
                }
            ),
        ];
    }
}

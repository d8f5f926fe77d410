using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Storage.Lineage;

namespace Endre.Web.Lineage;

/// <summary>Walks from a record to what it comes from and to what became of it. What one may not see is not there.</summary>
internal sealed class RecordWalk(EndreContext database, IEnumerable<ILineageArea> areas)
{
    /// <summary>For a record that the one who asks sees.</summary>
    public async Task<LineageView> OfAsync(RecordReference record, CancellationToken ct)
    {
        var links = await database.LinksOfAsync(record.Kind, record.Id, ct);
        var from = links.Where(link => Names(link.To, record)).Select(link => link.From).ToList();
        var to = links.Where(link => Names(link.From, record)).Select(link => link.To).ToList();
        return new LineageView(
            [.. (await SeeAsync(from, ct)).Values],
            [.. (await SeeAsync(to, ct)).Values],
            await OnwardAsync(record, ct)
        );
    }

    /// <summary>What became of each record within something, such as the notes of a workshop.</summary>
    public async Task<ILookup<Guid, SeenRecord>> WithinAsync(Guid within, CancellationToken ct)
    {
        var links = await database.LinksWithinAsync(within, ct);
        var seen = await SeeAsync([.. links.Select(link => link.To)], ct);
        return links
            .Where(link => seen.ContainsKey((link.To.Kind, link.To.Id)))
            .ToLookup(link => link.From.Id, link => seen[(link.To.Kind, link.To.Id)]);
    }

    /// <summary>The record, or null when there is none or it is out of sight.</summary>
    public async Task<SeenRecord?> FindAsync(RecordReference record, CancellationToken ct) =>
        (await SeeAsync([record], ct)).Values.FirstOrDefault();

    public async Task<IReadOnlyList<Onward>> OnwardAsync(RecordReference record, CancellationToken ct)
    {
        var found = new List<Onward>();
        foreach (var area in areas)
        {
            if (await area.OnwardAsync(record, ct) is { } onward)
            {
                found.Add(onward);
            }
        }
        return found;
    }

    private async Task<Dictionary<(RecordKind, Guid), SeenRecord>> SeeAsync(
        IReadOnlyCollection<RecordReference> wanted,
        CancellationToken ct
    )
    {
        var seen = new Dictionary<(RecordKind, Guid), SeenRecord>();
        foreach (var area in areas)
        {
            var own = wanted.Where(record => area.Kinds.Contains(record.Kind)).Distinct().ToList();
            if (own.Count == 0)
            {
                continue;
            }
            foreach (var record in await area.SeeAsync(own, ct))
            {
                seen[(record.Reference.Kind, record.Reference.Id)] = record;
            }
        }
        return seen;
    }

    private static bool Names(RecordReference one, RecordReference other) =>
        one.Kind == other.Kind && one.Id == other.Id;
}

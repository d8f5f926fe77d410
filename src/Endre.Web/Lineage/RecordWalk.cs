using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Storage.Lineage;

namespace Endre.Web.Lineage;

/// <summary>Walks from a record to what it comes from and to what became of it. What one may not see is not there.</summary>
internal sealed class RecordWalk(EndreContext database, IEnumerable<ILineageArea> areas)
{
    private const int MostMapped = 100;

    /// <summary>For a record that the one who asks sees.</summary>
    public async Task<LineageView> OfAsync(RecordReference record, CancellationToken ct)
    {
        var links = await database.LinksOfAsync(record.Kind, record.Id, ct);
        var from = links.Where(link => Names(link.To, record)).Select(link => link.From).ToList();
        var to = links.Where(link => Names(link.From, record)).Select(link => link.To).ToList();
        IReadOnlyList<SeenRecord> before = [.. (await SeeAsync(from, ct)).Values];
        IReadOnlyList<SeenRecord> after = [.. (await SeeAsync(to, ct)).Values];
        return new LineageView(
            before,
            after,
            await OnwardAsync(record, ct),
            before.Count + after.Count > 0 ? LineageLinks.Show(record) : null
        );
    }

    /// <summary>
    /// All that a record comes from and all that became of it. One walks only through what one sees; null when the record
    /// itself is out of sight.
    /// </summary>
    public async Task<LineageMap?> MapAsync(RecordReference record, CancellationToken ct)
    {
        if (await FindAsync(record, ct) is not { } center)
        {
            return null;
        }
        var records = new Dictionary<(RecordKind, Guid), SeenRecord> { [Key(record)] = center };
        var links = new HashSet<LineageLink>();
        var isCut = await WalkAsync(center, isBack: true, records, links, ct);
        isCut |= await WalkAsync(center, isBack: false, records, links, ct);
        var ordered = records.Values.OrderBy(one => one.Reference.Kind).ThenBy(one => one.Reference.Id).ToList();
        var steps = await StepsAsync(ordered, ct);
        return new LineageMap(
            center,
            [.. ordered.Select(one => new MappedRecord(one, steps.GetValueOrDefault(Key(one.Reference)) ?? []))],
            [.. links],
            isCut
        );
    }

    private async Task<bool> WalkAsync(
        SeenRecord center,
        bool isBack,
        Dictionary<(RecordKind, Guid), SeenRecord> records,
        HashSet<LineageLink> links,
        CancellationToken ct
    )
    {
        List<RecordReference> edge = [center.Reference];
        while (edge.Count > 0)
        {
            var found = await database.LinksOfAllAsync([.. edge.Select(one => one.Id)], isBack, ct);
            var led = found
                .Where(link => edge.Exists(one => Names(isBack ? link.To : link.From, one)))
                .Select(link => (Link: link, Next: isBack ? link.From : link.To))
                .ToList();
            var seen = await SeeAsync([.. led.Select(one => one.Next)], ct);
            edge = [];
            foreach (var (link, next) in led.Where(one => seen.ContainsKey(Key(one.Next))))
            {
                if (!records.ContainsKey(Key(next)))
                {
                    if (records.Count == MostMapped)
                    {
                        return true;
                    }
                    records[Key(next)] = seen[Key(next)];
                    edge.Add(next);
                }
                links.Add(link);
            }
        }
        return false;
    }

    private async Task<Dictionary<(RecordKind, Guid), IReadOnlyList<string>>> StepsAsync(
        IReadOnlyCollection<SeenRecord> records,
        CancellationToken ct
    )
    {
        var steps = new Dictionary<(RecordKind, Guid), IReadOnlyList<string>>();
        foreach (var area in areas)
        {
            foreach (var kind in area.Kinds)
            {
                var own = records.Where(one => one.Reference.Kind == kind).Select(one => one.Reference.Id).ToList();
                if (own.Count == 0)
                {
                    continue;
                }
                foreach (var (id, lines) in await area.StepsAsync(own, ct))
                {
                    steps[(kind, id)] = lines;
                }
            }
        }
        return steps;
    }

    /// <summary>What was made of records, one step on, as far as the one who asks sees it.</summary>
    public async Task<IReadOnlyList<SeenRecord>> BecameAsync(
        IReadOnlyCollection<RecordReference> records,
        CancellationToken ct
    )
    {
        var links = await database.LinksOfAllAsync([.. records.Select(one => one.Id)], isBack: false, ct);
        var onward = links
            .Where(link => records.Any(one => Names(link.From, one)))
            .Select(link => link.To)
            .OrderBy(one => one.Id);
        return [.. (await SeeAsync([.. onward], ct)).Values];
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

    private static (RecordKind, Guid) Key(RecordReference record) => (record.Kind, record.Id);

    private static bool Names(RecordReference one, RecordReference other) =>
        one.Kind == other.Kind && one.Id == other.Id;
}

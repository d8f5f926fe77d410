using Endre.Domain.Lineage;
using Endre.Domain.Workshops.Reporting;
using Endre.Web.Features.Workshops.Report;
using Endre.Web.Lineage;

namespace Endre.Web.Features.Workshops.MakeRecords;

/// <summary>What a report tells of the lineage: for the facilitator every line, for others those that became something.</summary>
internal sealed class ReportLineage(RecordWalk walk)
{
    public async Task<(IReadOnlyList<MadeOf> Proposals, IReadOnlyList<MadeOf> Notes)> OfAsync(
        Guid workshopId,
        WorkshopReport report,
        bool isFacilitator,
        CancellationToken ct
    )
    {
        var became = await walk.WithinAsync(workshopId, ct);
        var proposals = new ReportOutline(report)
            .Proposals.Select(best => (RecordKind.Proposal, best.Proposal.Id, best.Proposal.Text))
            .ToList();
        var notes = report
            .Notes.Where(note => note.MergedInto is null)
            .Select(note => (RecordKind.Note, note.Id, note.Text));
        return (await LinesAsync(proposals), await LinesAsync(notes));

        async Task<IReadOnlyList<MadeOf>> LinesAsync(IEnumerable<(RecordKind Kind, Guid Id, string Text)> records)
        {
            var lines = new List<MadeOf>();
            foreach (var (kind, id, text) in records)
            {
                var made = became[id].ToList();
                if (isFacilitator || made.Count > 0)
                {
                    var record = new RecordReference(kind, id, workshopId);
                    lines.Add(new MadeOf(text, made, isFacilitator ? await walk.OnwardAsync(record, ct) : []));
                }
            }
            return lines;
        }
    }
}

/// <summary>A note or proposal, with what it became and may become.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Became">What it became, as far as the reader sees it.</param>
/// <param name="Onward">What can be made of it.</param>
public sealed record MadeOf(string Text, IReadOnlyList<SeenRecord> Became, IReadOnlyList<Onward> Onward);

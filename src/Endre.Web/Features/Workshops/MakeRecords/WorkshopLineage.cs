using Endre.Domain.Lineage;
using Endre.Web.Features.Workshops.Report;
using Endre.Web.Lineage;

namespace Endre.Web.Features.Workshops.MakeRecords;

/// <summary>Notes and best proposals in the lineage, for those who led the workshop or took part in it.</summary>
internal sealed class WorkshopLineage(IHttpContextAccessor accessor) : ILineageArea
{
    public IReadOnlyList<RecordKind> Kinds { get; } = [RecordKind.Note, RecordKind.Proposal];

    public async Task<IReadOnlyList<SeenRecord>> SeeAsync(
        IReadOnlyCollection<RecordReference> wanted,
        CancellationToken ct
    )
    {
        var seen = new List<SeenRecord>();
        foreach (
            var workshop in wanted.Where(record => record.Within is not null).ToLookup(record => record.Within!.Value)
        )
        {
            if (
                accessor.HttpContext is not { } context
                || await WorkshopScope.FindAsync(context, workshop.Key) is not { } scope
            )
            {
                continue;
            }
            var boards = scope.Sight.Boards.ToList();
            foreach (var record in workshop)
            {
                var text =
                    record.Kind == RecordKind.Note
                        ? boards.SelectMany(scope.Sight.NotesOn).FirstOrDefault(note => note.Id == record.Id)?.Text
                        : boards.SelectMany(board => board.Proposals).FirstOrDefault(one => one.Id == record.Id)?.Text;
                if (text is not null)
                {
                    var anchor = record.Kind == RecordKind.Note ? $"#{ReportOutline.AnchorOf(record.Id)}" : "#videre";
                    seen.Add(new SeenRecord(record, text, WorkshopLinks.Report(workshop.Key) + anchor));
                }
            }
        }
        return seen;
    }

    public Task<Onward?> OnwardAsync(RecordReference from, CancellationToken ct) => Task.FromResult<Onward?>(null);
}

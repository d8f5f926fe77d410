using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Improvements.Shared;
using Endre.Web.Hosting.Errors;
using Endre.Web.Lineage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.ShowImprovement;

/// <summary><c>/forbedringer/{id}</c>: what is tried, how it goes, and what comes of it.</summary>
internal sealed class ShowImprovement(
    EndreContext database,
    ImprovementSight sight,
    ReadOwners people,
    RecordWalk walk,
    IEnumerable<IImprovementPart> parts
)
{
    private const int MostEntries = 60;

    public static async Task<IResult> HandleAsync(Guid id, ShowImprovement show, CancellationToken ct) =>
        await show.PageAsync(id, attempt: null, ct);

    /// <summary>The page, or the page again with what was refused; not found when it is out of sight.</summary>
    public async Task<IResult> PageAsync(Guid id, Attempt? attempt, CancellationToken ct)
    {
        if (await FindAsync(id, attempt, ct) is not { } view)
        {
            return ErrorResult.NotFound;
        }
        var shown = new List<ImprovementPart>();
        foreach (var part in parts.OrderBy(part => part.Order))
        {
            if (await part.ReadAsync(view, ct) is { } read)
            {
                shown.Add(read);
            }
        }
        var page = new { View = view, Parts = (IReadOnlyList<ImprovementPart>)shown };
        return attempt is null ? Page.Of<ShowImprovementPage>(page) : Page.Refused<ShowImprovementPage>(page);
    }

    private async Task<ImprovementView?> FindAsync(Guid id, Attempt? attempt, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.SeeAsync(database, id, ct) is not { } improvement)
        {
            return null;
        }
        var entries = await database
            .ImprovementEvents.AsNoTracking()
            .Where(entry => entry.ImprovementId == id)
            .OrderByDescending(entry => entry.Number)
            .Take(MostEntries)
            .ToListAsync(ct);
        var names = await people.NamesAsync(entries.Select(entry => entry.PersonId).Append(improvement.OwnerId), ct);
        return new ImprovementView(
            improvement,
            scope.UnitOf(improvement.UnitId),
            NameOf(improvement.OwnerId),
            people.Today,
            scope.MayWork(improvement),
            scope.MayDecide(improvement),
            await walk.OfAsync(new RecordReference(RecordKind.Improvement, id), ct),
            entries.ConvertAll(entry => new ImprovementHistoryLine(
                entry.What,
                entry.Cycle,
                NameOf(entry.PersonId),
                entry.At
            )),
            attempt
        );

        string? NameOf(Guid? person) => person is { } known ? names.GetValueOrDefault(known) : null;
    }
}

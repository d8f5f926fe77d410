using Endre.Domain.Workshops.Reporting;
using Endre.Norwegian.Searching;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Searching;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.SearchWorkshops;

/// <summary>The workshops one leads, or has taken part in with this browser, by what may be seen of them.</summary>
internal sealed class SearchWorkshops(
    EndreContext database,
    LedWorkshops led,
    WorkshopIndex index,
    IHttpContextAccessor accessor,
    Texts<SearchWorkshopsTexts> texts,
    Formats formats
) : ISearched
{
    private const int MostPieces = 500;
    private const int MostLines = 3;
    private const int MostTakenPartIn = 100;

    public string Key => "verksteder";

    public int Order => 20;

    public string Heading => texts["Heading"];

    public async Task<FoundTexts> FindAsync(TextQuery query, int most, CancellationToken ct)
    {
        var context = accessor.HttpContext!;
        var person = context.RequestServices.GetRequiredService<CurrentPerson>();
        var places = (await led.OfAsync(person, database, ct)).Select(row => row.Id).ToHashSet();
        places.UnionWith(ParticipantToken.WorkshopsOf(context).Take(MostTakenPartIn));
        if (places.Count == 0)
        {
            return FoundTexts.None;
        }
        var known = await index.CatchUpAsync(database, ct);
        var found = known.Find(query, MostPieces, new TextScope(places, new HashSet<Guid>()));
        var hits = new List<FoundText>();
        foreach (
            var pieces in found
                .Hits.Select(hit => hit.Id)
                .Where(id => index.WorkshopOf(id) is not null)
                .GroupBy(id => index.WorkshopOf(id)!.Value)
                .Take(most)
        )
        {
            if (
                await WorkshopScope.FindAsync(context, pieces.Key) is { } scope
                && Show(scope, [.. pieces], query) is { } hit
            )
            {
                hits.Add(hit);
            }
        }
        return new FoundTexts(hits, found.HasMore);
    }

    private FoundText? Show(WorkshopScope scope, List<Guid> pieces, TextQuery query)
    {
        var seen = WorkshopPieces
            .Of(scope.Id, WorkshopReport.Of(scope.Sight, []))
            .ToDictionary(piece => piece.Id, piece => piece.Text);
        var lines = pieces
            .Where(id => seen.TryGetValue(id, out var text) && query.IsTouchedBy(text))
            .Select(id => (Id: id, Text: seen[id]))
            .ToList();
        if (lines.Count == 0)
        {
            return null;
        }
        var workshop = scope.Workshop;
        return new FoundText(
            workshop.Title,
            workshop.IsClosed ? WorkshopLinks.Report(scope.Id)
                : scope.IsFacilitator ? WorkshopLinks.Run(scope.Id)
                : WorkshopLinks.Show(scope.Id),
            formats.Date(workshop.CreatedAt)
        )
        {
            State = workshop.IsClosed
                ? new FoundState(texts["Closed"], "neutral")
                : new FoundState(texts["Open"], "success"),
            Lines =
            [
                .. lines
                    .Where(line => line.Id != scope.Id)
                    .Select(line => line.Text)
                    .Distinct(StringComparer.Ordinal)
                    .Take(MostLines),
            ],
        };
    }
}

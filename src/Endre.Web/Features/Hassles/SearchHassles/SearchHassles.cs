using Endre.Domain.Hassles;
using Endre.Norwegian.Searching;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Storage.Places;
using Endre.Web.Features.Hassles.Shared;
using Endre.Web.Searching;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.SearchHassles;

/// <summary>What has been said to the units one sees, and what was answered.</summary>
internal sealed class SearchHassles(
    EndreContext database,
    HassleSight sight,
    HassleIndex index,
    Texts<HassleTexts> states,
    Texts<SearchHasslesTexts> texts
) : ISearched
{
    private const int MostLines = 2;

    private static readonly string Withdrawn = HassleWords.Of(HassleState.Withdrawn);

    public string Key => "plunder";

    public int Order => 10;

    public string Heading => texts["Heading"];

    public async Task<FoundTexts> FindAsync(TextQuery query, int most, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var known = await index.CatchUpAsync(database, ct);
        var found = known.Find(query, most, await ScopeOfAsync(scope, ct));
        var ids = found.Hits.Select(hit => hit.Id).ToList();
        // The rows say what one may see and what stands there now; the index only where to look.
        var rows = await scope
            .In(database)
            .AsNoTracking()
            .Where(row => ids.Contains(row.Id) && row.State != Withdrawn)
            .ToDictionaryAsync(row => row.Id, ct);
        var threads = (
            await database
                .HassleMessages.AsNoTracking()
                .Where(message => ids.Contains(message.HassleId))
                .OrderBy(message => message.Number)
                .ToListAsync(ct)
        ).ToLookup(message => message.HassleId, message => message.Text);
        var places = await database.TitlesOfAsync(
            [.. rows.Values.Select(row => row.PlaceId).OfType<Guid>().Distinct()],
            ct
        );
        return new FoundTexts(
            [
                .. ids.Where(rows.ContainsKey)
                    .Select(id => rows[id])
                    .Where(row => query.IsTouchedBy(string.Join('\n', threads[row.Id].Prepend(row.Text))))
                    .Select(row => Show(row, threads[row.Id], WhereOf(row, places, scope), query)),
            ],
            found.HasMore
        );
    }

    private async Task<TextScope> ScopeOfAsync(HassleSight.Scope scope, CancellationToken ct)
    {
        var answered = await database
            .Hassles.Where(row => row.AnswererId == scope.PersonId)
            .Select(row => row.Id)
            .ToListAsync(ct);
        return new TextScope(scope.Seen, answered.ToHashSet());
    }

    private static string? WhereOf(HassleRow row, Dictionary<Guid, string> places, HassleSight.Scope scope) =>
        (scope.Known.Tree.Find(row.UnitId)?.Name, row.PlaceId is { } id ? places.GetValueOrDefault(id) : null) switch
        {
            ({ } unit, { } place) => $"{unit}, {place}",
            var (unit, _) => unit,
        };

    private FoundText Show(HassleRow row, IEnumerable<string> thread, string? where, TextQuery query)
    {
        var state = HassleWords.Read(row.State) ?? HassleState.Waiting;
        return new FoundText(row.Text, HassleLinks.One(row.Id), where)
        {
            State = new FoundState(states[$"State_{state}"], StateBadge.ColorOf(state)),
            Lines = [.. thread.Where(text => query.MarksIn(text).Count > 0).Take(MostLines)],
        };
    }
}

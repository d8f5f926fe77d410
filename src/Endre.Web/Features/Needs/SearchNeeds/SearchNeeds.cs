using Endre.Norwegian.Searching;
using Endre.Storage;
using Endre.Web.Features.Needs.Shared;
using Endre.Web.Searching;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Needs.SearchNeeds;

/// <summary>The needs of the units one sees.</summary>
internal sealed class SearchNeeds(EndreContext database, NeedSight sight, NeedIndex index, Texts<NeedTexts> texts)
    : ISearched
{
    private const int MostLines = 2;

    public string Key => "behov";

    public int Order => 20;

    public string Heading => texts["ListTitle"];

    public async Task<FoundTexts> FindAsync(TextQuery query, int most, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var known = await index.CatchUpAsync(database, ct);
        var found = known.Find(query, most, new TextScope(scope.Seen, new HashSet<Guid>()));
        var ids = found.Hits.Select(hit => hit.Id).ToList();
        // The rows say what one may see and what stands there now; the index only where to look.
        var rows = await scope
            .In(database)
            .AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, ct);
        return new FoundTexts(
            [
                .. ids.Where(rows.ContainsKey)
                    .Select(id => rows[id].ToNeed([]))
                    .Select(need => new FoundText(
                        NeedWords.Of(need.Statement),
                        NeedLinks.One(need.Id),
                        scope.UnitOf(need.UnitId)
                    )
                    {
                        State = new FoundState(NeedWords.Of(need.Blt), need.Blt.Works ? "success" : "info"),
                        Lines =
                        [
                            .. NeedIndex
                                .WordsOf(need)
                                .Append(need.Statement.Why)
                                .Where(text => query.MarksIn(text).Count > 0)
                                .Take(MostLines),
                        ],
                    }),
            ],
            found.HasMore
        );
    }
}

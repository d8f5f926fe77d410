using Endre.Domain.Shared;
using Endre.Norwegian.Searching;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Searching;
using Endre.Web.Texts;

namespace Endre.Web.Features.Search.SearchEverything;

/// <summary>Asks every area, and shows what the one who asks may see: some of each kind, or one kind page by page.</summary>
internal sealed class SearchEverything(IEnumerable<ISearched> areas)
{
    public const int LongestQuery = 200;

    /// <summary>More than this is not looked through, by anybody.</summary>
    internal const int Most = 200;

    internal const int PerKind = 5;
    internal const int PerPage = 20;

    public static async Task<IResult> HandleAsync(
        SearchEverything search,
        string? q,
        string? i,
        int? side,
        CancellationToken ct
    )
    {
        var typed = q ?? "";
        if (FreeText.Accept(typed, LongestQuery, SearchLinks.Query, out var clean) is { } refusal)
        {
            return Page.Refused<SearchPage>(
                new
                {
                    View = SearchView.Nothing(typed),
                    Faults = FormFaults.None.Add(SearchLinks.Query, RefusalTexts.Sentence(refusal)),
                }
            );
        }
        return Page.Of<SearchPage>(new { View = await search.FindAsync(clean, i, side ?? 1, ct) });
    }

    private async Task<SearchView> FindAsync(string typed, string? kind, int page, CancellationToken ct)
    {
        var query = TextQuery.Read(typed);
        if (query.IsEmpty)
        {
            return SearchView.Nothing(typed);
        }
        var found = new List<FoundKind>();
        // One after another: they share a connection.
        foreach (var area in areas.OrderBy(area => area.Order))
        {
            var texts = await area.FindAsync(query, Most, ct);
            if (texts.Hits.Count > 0)
            {
                found.Add(new FoundKind(area.Key, area.Heading, texts));
            }
        }
        var chosen = found.Find(of => of.Key == kind);
        var last = chosen is null ? 1 : Math.Max(1, (chosen.Texts.Hits.Count + PerPage - 1) / PerPage);
        return new SearchView(typed, query, found, chosen, Math.Clamp(page, 1, last), last);
    }
}

/// <summary>What one area found.</summary>
/// <param name="Key">Its word in the address.</param>
/// <param name="Heading">What the hits are called.</param>
/// <param name="Texts">The hits.</param>
public sealed record FoundKind(string Key, string Heading, FoundTexts Texts)
{
    /// <summary>How many, as it is said: «200+» when nobody has counted further.</summary>
    public string Count => Texts.HasMore ? $"{Texts.Hits.Count}+" : $"{Texts.Hits.Count}";
}

/// <summary>What the search page shows.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Query">How it was understood; null when there was nothing in it.</param>
/// <param name="Kinds">What each area found, of those that found something.</param>
/// <param name="Chosen">The one kind that is shown, or null for all.</param>
/// <param name="Page">The page of the one kind, from 1.</param>
/// <param name="LastPage">Its last page.</param>
public sealed record SearchView(
    string Typed,
    TextQuery? Query,
    IReadOnlyList<FoundKind> Kinds,
    FoundKind? Chosen,
    int Page,
    int LastPage
)
{
    /// <summary>Before anything is looked for.</summary>
    public static SearchView Nothing(string typed) => new(typed, Query: null, [], Chosen: null, Page: 1, LastPage: 1);

    /// <summary>What is shown, kind by kind.</summary>
    public IEnumerable<(FoundKind Kind, IReadOnlyList<FoundText> Hits)> Shown =>
        Chosen is { } one
            ? [(one, [.. one.Texts.Hits.Skip((Page - 1) * SearchEverything.PerPage).Take(SearchEverything.PerPage)])]
            : Kinds.Select(kind =>
                (kind, (IReadOnlyList<FoundText>)[.. kind.Texts.Hits.Take(SearchEverything.PerKind)])
            );
}

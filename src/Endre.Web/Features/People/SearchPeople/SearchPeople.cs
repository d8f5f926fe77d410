using Endre.Norwegian.Searching;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Searching;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.People.SearchPeople;

/// <summary>People by name and address, for administrators.</summary>
internal sealed class SearchPeople(
    EndreContext database,
    PeopleScope scope,
    SignInRight right,
    Texts<SearchPeopleTexts> texts
) : ISearched
{
    public string Key => "personer";

    public int Order => 90;

    public string Heading => texts["Heading"];

    public async Task<FoundTexts> FindAsync(TextQuery query, int most, CancellationToken ct)
    {
        // As in the list: short rows in memory, where letters are compared as people here do.
        var people = await scope
            .In(database)
            .Select(person => new
            {
                person.Id,
                person.DisplayName,
                Email = person.Email ?? "",
                person.DeactivatedAt,
                person.EndsOn,
            })
            .ToListAsync(ct);
        var found = people
            .Where(person => query.IsAnsweredBy($"{person.DisplayName} {person.Email}"))
            .OrderByDescending(person => query.ScoreOf($"{person.DisplayName} {person.Email}"))
            .ThenBy(person => person.DisplayName, StringComparer.CurrentCulture)
            .ThenBy(person => person.Id)
            .Take(most + 1)
            .ToList();
        return new FoundTexts(
            [
                .. found
                    .Take(most)
                    .Select(person => new FoundText(person.DisplayName, PeopleLinks.Person(person.Id), person.Email)
                    {
                        State =
                            person.DeactivatedAt is null && !(person.EndsOn < right.Today)
                                ? null
                                : new FoundState(texts["Left"], "neutral"),
                    }),
            ],
            found.Count > most
        );
    }
}

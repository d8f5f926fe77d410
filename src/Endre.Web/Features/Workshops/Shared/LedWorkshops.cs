using Endre.Storage;
using Endre.Storage.Workshops;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Workshops;

/// <summary>The workshops a person leads: those that are open first, the newest first.</summary>
internal sealed class LedWorkshops
{
    private const int MostShown = 200;

    // Translated once for each database, and not by every page.
    private readonly Func<EndreContext, Guid, string, IAsyncEnumerable<LedWorkshop>> query = EF.CompileAsyncQuery(
        (EndreContext database, Guid id, string word) =>
            database
                .Workshops.Where(w => w.OwnerId == id || w.Facilitators.Contains(word))
                .OrderByDescending(w => w.State == WorkshopRow.Open)
                .ThenByDescending(w => w.CreatedAt)
                .Take(MostShown)
                .Select(w => new LedWorkshop(w.Id, w.Code, w.Title, w.State, w.CreatedAt, w.ClosedAt))
    );

    /// <summary>Those of whoever asks; others are not found.</summary>
    public async Task<IReadOnlyList<LedWorkshop>> OfAsync(
        CurrentPerson person,
        EndreContext database,
        CancellationToken ct
    )
    {
        var id = person.RequiredId;
        var rows = new List<LedWorkshop>();
        await foreach (var row in query(database, id, id.ToString("N")).WithCancellation(ct))
        {
            rows.Add(row);
        }
        return rows;
    }
}

/// <summary>What a list shows of a workshop.</summary>
public sealed record LedWorkshop(
    Guid Id,
    string Code,
    string Title,
    string State,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ClosedAt
)
{
    public bool IsOpen => State == WorkshopRow.Open;
}

using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;
using Endre.Web.Components;

namespace Endre.Web.Features.Privacy.ShowStored;

/// <summary>The rows of the database that point to the one who asks, as they lie there.</summary>
internal static class ShowStored
{
    public static async Task<IResult> HandleAsync(EndreContext database, CurrentPerson person, CancellationToken ct) =>
        Page.Of<ShowStoredPage>(new { Tables = await database.ReadPersonRowsAsync(person.RequiredId, ct) });
}

using Endre.Storage.Workshops;
using Endre.Web.Access;

namespace Endre.Web.Features.Workshops;

/// <summary>The workshops one may find in lists.</summary>
internal static class WorkshopRows
{
    /// <summary>Those the person leads.</summary>
    public static IQueryable<WorkshopRow> VisibleTo(this IQueryable<WorkshopRow> rows, CurrentPerson person)
    {
        var id = person.RequiredId;
        var word = id.ToString("N");
        return rows.Where(w => w.OwnerId == id || w.Facilitators.Contains(word));
    }
}

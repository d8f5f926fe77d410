using Endre.Domain.Workshops.Plan;
using Endre.Storage.Workshops;
using Endre.Web.Access;

namespace Endre.Web.Features.Templates;

/// <summary>A template of the organization's own, as one who reads the list meets it.</summary>
/// <param name="Template">The template.</param>
/// <param name="Version">As stored; whoever changes it says which version was read.</param>
/// <param name="Owner">The name of the one who saved it, or null when the account is gone.</param>
/// <param name="IsMine">Whether the one who reads may describe and delete it.</param>
/// <param name="UpdatedAt">When it was last saved.</param>
/// <param name="IsDeleted">Whether it is offered no more.</param>
public sealed record OwnTemplate(
    Template Template,
    int Version,
    string? Owner,
    bool IsMine,
    DateTimeOffset UpdatedAt,
    bool IsDeleted
);

/// <summary>The rows one may find.</summary>
internal static class TemplateRows
{
    /// <summary>Those that are offered: all facilitators may use each other's.</summary>
    public static IQueryable<TemplateRow> Offered(this IQueryable<TemplateRow> rows) =>
        rows.Where(t => t.DeletedAt == null);

    /// <summary>Those the person may change: their own, and an administrator all, also of people who have left.</summary>
    public static IQueryable<TemplateRow> ChangeableBy(this IQueryable<TemplateRow> rows, CurrentPerson person)
    {
        if (person.IsAdministrator)
        {
            return rows;
        }
        var id = person.RequiredId;
        return rows.Where(t => t.OwnerId == id);
    }
}

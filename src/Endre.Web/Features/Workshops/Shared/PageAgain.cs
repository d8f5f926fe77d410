using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Workshops;

/// <summary>
/// A page that can be shown again with what was refused. Acts that several pages have in common find the page that their
/// form stood on by its address; a page registers itself once, in <see cref="WorkshopFeature"/>.
/// </summary>
/// <param name="Address">The page's address in a workshop, for example <see cref="WorkshopLinks.Show"/>.</param>
/// <param name="Show">The page with the attempt, answered with the refusal's status.</param>
internal sealed record PageAgain(
    Func<Guid, string> Address,
    Func<HttpContext, WorkshopScope, Attempt, Task<IResult>> Show
);

using Endre.Web.Components;

namespace Endre.Web.Features.Workshops.Boards;

internal static class BoardPages
{
    /// <summary>The acts on boards, for participants and facilitators alike.</summary>
    public static IEndpointRouteBuilder MapBoards(this IEndpointRouteBuilder pages)
    {
        var workshop = pages.MapGroup(WorkshopLinks.Pattern).AllowAnonymous();
        workshop.MapSorting();
        workshop.MapChoosing();
        workshop.MapVoting();
        // A page that was refused stands at the address of its form: a reload leads back to the workshop.
        workshop.MapGet($"{BoardLinks.Folder}{{act}}", (Guid id) => Page.SeeOther(WorkshopLinks.Show(id)));
        return pages;
    }
}

using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Web.Components.Forms;
using static Endre.Web.Features.Workshops.Boards.BoardAct;

namespace Endre.Web.Features.Workshops.Boards;

/// <summary>Drawing out the best, with reasons.</summary>
internal static class ChoosingActs
{
    public static void MapChoosing(this IEndpointRouteBuilder workshop)
    {
        workshop.MapAct(BoardLinks.Propose, Propose);
        workshop.MapAct(BoardLinks.ChangeProposal, Change);
        workshop.MapAct(
            BoardLinks.PlaceProposal,
            (form, _) => new PlaceProposal(Proposal(form), form.Number("place") ?? 1)
        );
        workshop.MapAct(BoardLinks.RemoveProposal, (form, _) => new RemoveProposal(Proposal(form)));
        workshop.MapAct(BoardLinks.TakeResult, TakeResult);
    }

    private static Guid Proposal(IFormCollection form) => form.Id("proposalId") ?? Guid.Empty;

    // A note's button carries the new proposal's id too, so that pressing it twice proposes once: note/proposal.
    private static Asked Propose(IFormCollection form, Workshop workshop)
    {
        var (group, question) = (SortingActs.Group(form), SortingActs.Question(form));
        if (form.Text("pick")?.Split('/') is [var picked, var id])
        {
            return new Propose(
                Guid.TryParse(id, out var given) ? given : Guid.CreateVersion7(),
                group,
                question,
                Guid.TryParse(picked, out var noteId) ? noteId : Guid.Empty,
                Text: null
            );
        }
        return new Propose(
            form.Id("newId") ?? Guid.CreateVersion7(),
            group,
            question,
            NoteId: null,
            form.Text("text") ?? ""
        );
    }

    private static Asked Change(IFormCollection form, Workshop workshop) =>
        new ChangeProposal(
            Proposal(form),
            Changed(form, "text"),
            Changed(form, "reason"),
            Enum.TryParse<Reach>(form.Text("reach"), out var reach) && Enum.IsDefined(reach) ? reach : null
        );

    // What the person did not touch is left alone: two may write on the same proposal.
    private static string? Changed(IFormCollection form, string field) =>
        form.Text(field) is { } text && Lines(text) != Lines(form.Text($"{field}Before")) ? text : null;

    private static string? Lines(string? text) => text?.ReplaceLineEndings("\n");

    private static Asked TakeResult(IFormCollection form, Workshop workshop)
    {
        var board = workshop.BoardOf(SortingActs.Group(form), SortingActs.Question(form));
        var winners = VoteBorder.Of(workshop, board, form.Number("places") ?? 3).Clear;
        return Asked.All(
            winners
                .Where(id => !board.Proposals.Exists(p => p.NoteId == id))
                .Select(id => new Propose(Guid.CreateVersion7(), board.GroupId, board.QuestionId, id, Text: null))
        );
    }
}

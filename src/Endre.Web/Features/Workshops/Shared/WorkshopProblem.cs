using System.Text.Json;
using Endre.Domain.Shared;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Workshops;

/// <summary>A refusal as <c>application/problem+json</c>, in the person's language.</summary>
internal static class WorkshopProblem
{
    /// <summary>The refusal as an answer of the API.</summary>
    public static IResult Of(Refusal refusal)
    {
        var problem = new ProblemDetails
        {
            Status = StatusOf(refusal),
            Type = $"urn:endre:problem:{JsonNamingPolicy.KebabCaseLower.ConvertName(refusal.Reason)}",
            Title = RefusalTexts.Title,
            Detail = RefusalTexts.Sentence(refusal),
        };
        if (refusal.Field is { } field)
        {
            problem.Extensions["field"] = field;
        }
        return Results.Problem(problem);
    }

    /// <summary>
    /// 422: mend the input. 409: not now. 403: not you. 410: no longer. What does not exist is 404, and that is decided
    /// where the workshop is loaded.
    /// </summary>
    public static int StatusOf(Refusal refusal) =>
        refusal.Reason switch
        {
            "NotFacilitator" or "NotInTheSeat" or "NotYourGroup" or "ParticipantUnknown" =>
                StatusCodes.Status403Forbidden,
            "NoteUnknown" or "ClusterUnknown" or "ProposalUnknown" or "ThemeUnknown" or "SectionUnknown" =>
                StatusCodes.Status404NotFound,
            "WorkshopClosed" or "CodeExpired" => StatusCodes.Status410Gone,
            "CodeUnknown" => StatusCodes.Status404NotFound,
            "TooManyGuesses" => StatusCodes.Status429TooManyRequests,
            "JoinClosed"
            or "BoardsLocked"
            or "VotingClosed"
            or "VotingOpenAlready"
            or "NotRevealedYet"
            or "QuestionNotOpen"
            or "NoMoreSteps"
            or "FirstStep"
            or "NoteNotYours"
            or "NoteWithdrawn"
            or "NothingToUndo"
            or "NotPresenting"
            or "AllHavePresented"
            or "SortInSilenceFirst"
            or "StepAlreadyDone"
            or "QuestionHasNotes"
            or "GroupHasNotes"
            or "ProposalAnswered"
            or "ProposalsUnanswered"
            or "IdTaken"
            or "WorkshopExists" => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
}

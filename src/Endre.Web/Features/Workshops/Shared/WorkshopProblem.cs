using Endre.Domain.Shared;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Workshops;

/// <summary>A refusal as <c>application/problem+json</c>, in the person's language.</summary>
internal static class WorkshopProblem
{
    /// <summary>The refusal as an answer of the API.</summary>
    public static IResult Of(Refusal refusal) => RefusalProblem.Of(refusal, StatusOf(refusal));

    /// <inheritdoc cref="RefusalProblem.TypeOf"/>
    public static string TypeOf(string reason) => RefusalProblem.TypeOf(reason);

    /// <summary>
    /// 422: mend the input. 409: not now. 403: not you. 410: no longer. 404: what does not exist, or is not yours. 400 and
    /// 415: the request could not even be read.
    /// </summary>
    public static int StatusOf(Refusal refusal) =>
        refusal.Reason switch
        {
            "NotFacilitator" or "NotInTheSeat" or "NotYourGroup" or "ParticipantUnknown" =>
                StatusCodes.Status403Forbidden,
            "NoteUnknown" or "ClusterUnknown" or "ProposalUnknown" or "ThemeUnknown" or "SectionUnknown" =>
                StatusCodes.Status404NotFound,
            "WorkshopClosed" or "CodeExpired" => StatusCodes.Status410Gone,
            "CodeUnknown" or "WorkshopUnknown" => StatusCodes.Status404NotFound,
            "TokenMissing" => StatusCodes.Status401Unauthorized,
            "BodyMalformed" or "FieldMalformed" or "AfterMalformed" => StatusCodes.Status400BadRequest,
            "ContentTypeUnknown" => StatusCodes.Status415UnsupportedMediaType,
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

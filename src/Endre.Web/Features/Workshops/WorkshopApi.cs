using Endre.Domain.Shared;
using Endre.Web.Access;
using Endre.Web.Features.Workshops.CreateWorkshop;
using Endre.Web.Features.Workshops.ImportReport;
using Endre.Web.Features.Workshops.JoinWorkshop;
using Endre.Web.Features.Workshops.Report;
using Endre.Web.Features.Workshops.RunWorkshop;
using Endre.Web.Features.Workshops.ShowState;
using Endre.Web.Features.Workshops.WriteNote;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Workshops;

/// <summary>The API of workshops, and how it is described: a route, what it takes, what it answers, why it says no.</summary>
internal static class WorkshopApi
{
    private static readonly string[] Unreadable = ["BodyMalformed", "FieldMalformed", "ContentTypeUnknown"];
    private static readonly string[] Text = ["TextMissing", "TextTooLong", "NationalIdentityNumber"];
    private static readonly string[] Stranger = ["TokenMissing", "WorkshopUnknown"];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/join", JoinEndpoint.HandleAsync)
            .AllowAnonymous()
            .NeedsNoToken()
            .WithSummary(
                "Join a workshop with its six-digit code. The token is shown once: it is the device's right to write."
            )
            .Takes<JoinWorkshop.JoinWorkshop.Input>()
            .Produces<JoinEndpoint.Joined>()
            .Refuses([
                .. Unreadable,
                .. Text,
                "CodeMalformed",
                "CodeUnknown",
                "CodeExpired",
                "JoinClosed",
                "WorkshopClosed",
            ])
            .Refuses("HeadsOutOfRange", "GroupUnknown", "TooManyGuesses")
            .MayBeTooLarge()
            .MayFail();

        // A participant's token opens its own workshop and nothing else: WorkshopScope decides, not a policy.
        var one = api.MapGroup("/workshops/{id:guid}").AllowAnonymous();
        MapReading(one);
        MapWriting(one);
        MapRunning(one);

        var all = api.MapGroup("/workshops").RequireAuthorization(Policies.Facilitator);
        MapMaking(all);
    }

    private static void MapReading(RouteGroupBuilder one)
    {
        one.MapGet("", ShowStateEndpoint.HandleAsync)
            .WithSummary("The state that this caller may see, with its sequence.")
            .Produces<ShownWorkshop>()
            .Refuses(Stranger)
            .MayFail();
        one.MapGet("/events", FollowWorkshop.FollowWorkshop.HandleAsync)
            .WithSummary("Server-sent events: id is the sequence, event the kind, data one line of JSON.")
            .WithDescription(FollowWorkshop.FollowWorkshop.Description)
            .Produces<string>(contentType: "text/event-stream")
            .Refuses([.. Stranger, "AfterMalformed"])
            .MayFail();
        foreach (var extension in ReportFiles.Extensions)
        {
            one.MapReportApi(extension)
                .WithSummary($"The report as .{extension}: what everybody who took part may have.")
                .Refuses(Stranger)
                .MayFail();
        }
    }

    private static void MapWriting(RouteGroupBuilder one) =>
        one.MapPost("/notes", WriteNoteEndpoint.HandleAsync)
            .WithMetadata(new SaysLittle())
            .WithSummary("Write a note. The same id again is the same note: 200 with the same sequence.")
            .Takes<WriteNoteEndpoint.Input>()
            .Produces<WriteNoteEndpoint.Written>(StatusCodes.Status201Created)
            .Produces<WriteNoteEndpoint.Written>()
            .Refuses([
                .. Unreadable,
                .. Text,
                .. Stranger,
                "FieldMissing",
                "QuestionUnknown",
                "HalfUnknown",
                "GroupUnknown",
            ])
            .Refuses(
                "QuestionNotOpen",
                "NoteNotYours",
                "IdTaken",
                "WorkshopClosed",
                "TooManyNotes",
                "ParticipantUnknown"
            )
            .MayBeTooLarge()
            .MayFail();

    private static void MapRunning(RouteGroupBuilder one)
    {
        string[] running = [.. Stranger, "NotFacilitator", "NotInTheSeat", "WorkshopClosed"];
        one.MapPost("/steps/next", RunEndpoints.NextAsync)
            .WithSummary("Go on to the next step. With ?from=<step> it happens once, whoever presses.")
            .Produces<RunEndpoints.Moved>()
            .Refuses([.. running, "NoMoreSteps"])
            .MayFail();
        one.MapPost("/steps/back", RunEndpoints.BackAsync)
            .WithSummary("Go back to the step before.")
            .Produces<RunEndpoints.Moved>()
            .Refuses([.. running, "FirstStep"])
            .MayFail();
        one.MapPost("/reveal", RunEndpoints.RevealAsync)
            .WithSummary("Show groups the notes they have written: all groups and the step's questions, when not said.")
            .Produces<RunEndpoints.Revealed>()
            .Refuses([.. running, "GroupUnknown", "QuestionUnknown"])
            .MayFail();
    }

    private static void MapMaking(RouteGroupBuilder all)
    {
        all.MapGet("", ShowStateEndpoint.ListAsync)
            .WithSummary("The workshops one leads, the newest first.")
            .Produces<ShowStateEndpoint.Listed>()
            .NeedsFacilitator()
            .MayFail();
        all.MapPost("", CreateWorkshopEndpoint.HandleAsync)
            .WithSummary("Make a workshop from a template.")
            .Takes<CreateWorkshopEndpoint.Input>()
            .Produces<CreateWorkshopEndpoint.Made>(StatusCodes.Status201Created)
            .Refuses([.. Unreadable, .. Text, "TemplateUnknown", "GroupCountOutOfRange", "LanguageUnknown"])
            .NeedsFacilitator()
            .MayBeTooLarge()
            .MayFail();
        all.MapImportApi()
            .WithSummary("Make a workshop from a report that was taken out as JSON: the same report comes out again.")
            .Takes<Domain.Workshops.Reporting.WorkshopReport>()
            .Produces<CreateWorkshopEndpoint.Made>(StatusCodes.Status201Created)
            .Refuses("ReportUnreadable", "ReportFormatUnknown", "ReportIncomplete")
            .NeedsFacilitator()
            .MayBeTooLarge()
            .MayFail();
    }

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params string[] reasons)
    {
        foreach (var same in reasons.GroupBy(r => WorkshopProblem.StatusOf(Refusal.Because(r))))
        {
            route.MayAnswer(same.Key, string.Join(", ", same.Select(WorkshopProblem.TypeOf)));
        }
        return route;
    }

    private static RouteHandlerBuilder NeedsFacilitator(this RouteHandlerBuilder route) =>
        route
            .MayAnswer(StatusCodes.Status401Unauthorized, "There is no token, or nobody has it.")
            .MayAnswer(StatusCodes.Status403Forbidden, "The token's owner is no facilitator.");

    private static RouteHandlerBuilder MayBeTooLarge(this RouteHandlerBuilder route) =>
        route.MayAnswer(StatusCodes.Status413PayloadTooLarge, "A request is at most 64 KiB, a report 20 MiB.");

    private static RouteHandlerBuilder MayFail(this RouteHandlerBuilder route) =>
        route.MayAnswer(
            StatusCodes.Status503ServiceUnavailable,
            "Nothing was stored; the same request may be sent again after Retry-After seconds."
        );
}

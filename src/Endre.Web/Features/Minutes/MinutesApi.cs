using Endre.Documents.TextDocuments;
using Endre.Web.Access;
using Endre.Web.Features.Minutes.Files;
using Endre.Web.Features.Minutes.Shared;
using Endre.Web.Hosting;
using Endre.Web.Pdf;

namespace Endre.Web.Features.Minutes;

/// <summary>The API of minutes, and how it is described.</summary>
internal static class MinutesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("").RequireAuthorization(Policies.SignedIn);
        one.MapGet($"{MinutesLinks.Api}.json", DownloadMinutes.JsonAsync)
            .WithSummary(
                "The minutes of a meeting: a draft until its leader locks them, and from then on what they said."
            )
            .Produces<MinutesJson>()
            .Refuses();
        File(one, "docx", DocxWriter.MediaType).WithSummary("The minutes of a meeting for Word.").Refuses();
        File(one, "pdf", PdfConverter.MediaType)
            .WithSummary("The minutes of a meeting as PDF/A-2b, tagged for screen readers.")
            .Refuses()
            .MayAnswer(
                MinutesProblem.StatusOf("PdfNotInstalled"),
                $"{RefusalProblem.TypeOf("PdfNotInstalled")}: LibreOffice is not installed on the server."
            )
            .MayAnswer(
                MinutesProblem.StatusOf("PdfFailed"),
                $"{RefusalProblem.TypeOf("PdfFailed")}: it was not made this time; the same request may be sent again."
            );
    }

    private static RouteHandlerBuilder File(IEndpointRouteBuilder one, string extension, string mediaType) =>
        one.MapGet(
                $"{MinutesLinks.Api}.{extension}",
                (HttpContext context, Guid id, ReadMinutes minutes, MinutesFiles files) =>
                    DownloadMinutes.ApiAsync(context, id, extension, minutes, files)
            )
            .WithDescription("sprak=nb, nn or en chooses the language.")
            .Produces<byte[]>(contentType: mediaType);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route) =>
        route
            .MayAnswer(MinutesProblem.StatusOf("TokenMissing"), RefusalProblem.TypeOf("TokenMissing"))
            .MayAnswer(MinutesProblem.StatusOf("MinutesUnknown"), RefusalProblem.TypeOf("MinutesUnknown"));
}

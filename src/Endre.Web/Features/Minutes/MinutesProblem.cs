namespace Endre.Web.Features.Minutes;

/// <summary>What the reasons of this area are for programs.</summary>
internal static class MinutesProblem
{
    public static int StatusOf(string reason) =>
        reason switch
        {
            "TokenMissing" => StatusCodes.Status401Unauthorized,
            "MinutesUnknown" => StatusCodes.Status404NotFound,
            // That it is not installed does not pass by itself; that it failed may.
            "PdfNotInstalled" => StatusCodes.Status501NotImplemented,
            "PdfFailed" => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
}

namespace Endre.Web.Features.Improvements.Measures;

/// <summary>What the reasons of this area are for programs.</summary>
internal static class MeasureProblem
{
    public static int StatusOf(string reason) =>
        reason == "TokenMissing" ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound;
}

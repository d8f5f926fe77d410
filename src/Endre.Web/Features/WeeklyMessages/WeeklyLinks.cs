namespace Endre.Web.Features.WeeklyMessages;

/// <summary>The addresses of the weekly message; no other file spells them.</summary>
internal static class WeeklyLinks
{
    public const string Mine = "/ukens-melding";
    public const string All = $"{Mine}?vis=alle";
    public const string AnswerRoute = $"{Mine}/{{area}}/{{id:guid}}/{{choice}}";
    public const string TapRoute = "/svar/{token}";

    public static string Answered => $"{Mine}?lagret=svar";

    public static string Saved => $"{Mine}?lagret=tid";

    public static string Tap(string token) => $"/svar/{token}";

    public static string Answer(string area, Guid id, string choice) => $"{Mine}/{area}/{id}/{choice}";
}

namespace Endre.Web.Features.Hassles.AskPulse;

/// <summary>The pulse of a unit: where it is answered without signing in, and where it is read and chosen.</summary>
internal static class PulseLinks
{
    public const string AnswerRoute = "/puls/{code:length(8,9)}";
    public const string OneRoute = "/enheter/{id:guid}/puls";
    public const string WordRoute = $"{OneRoute}/{{roundId:guid}}/ord";

    public static string Answer(string code) => $"/puls/{code}";

    public static string Thanks(string code) => $"/puls/{code}?takk=ja";

    public static string Another(string code) => $"/puls/{code}?ny=ja";

    public static string One(Guid unitId) => $"/enheter/{unitId}/puls";

    public static string Saved(Guid unitId) => $"{One(unitId)}?lagret=ja";

    public static string Word(Guid unitId, Guid roundId) => $"{One(unitId)}/{roundId}/ord";
}

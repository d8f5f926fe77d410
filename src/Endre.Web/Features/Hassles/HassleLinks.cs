namespace Endre.Web.Features.Hassles;

internal static class HassleLinks
{
    public const string Say = "/si-fra";
    public const string PlaceRoute = "/si-fra/{code:length(8,9)}";

    /// <summary>The page that devices keep, to be opened without a network.</summary>
    public const string Shell = "/si-fra/uten-nett";
    public const string Claim = "/si-fra/svar";
    public const string ClaimReply = "/si-fra/svar/skriv";
    public const string ClaimWithdraw = "/si-fra/svar/trekk";
    public const string Mine = "/det-jeg-har-sagt";
    public const string MineRoute = "/det-jeg-har-sagt/{id:guid}";
    public const string MineReplyRoute = "/det-jeg-har-sagt/{id:guid}/skriv";
    public const string MineWithdrawRoute = "/det-jeg-har-sagt/{id:guid}/trekk";
    public const string List = "/plunder";
    public const string OneRoute = "/plunder/{id:guid}";
    public const string AnswerRoute = "/plunder/{id:guid}/svar";
    public const string Api = "/hassles";
    public const string Similar = $"{Api}/similar";
    public const string ApiSimilar = $"/api/v1{Similar}";

    public static string SayTo(Guid unitId) => $"{Say}?enhet={unitId}";

    /// <summary>What stands in the link, and the QR code, at a unit's door.</summary>
    public static string Place(string code) => $"{Say}/{code}";

    public static string OneOfMine(Guid id) => $"{Mine}/{id}";

    public static string MineReply(Guid id) => $"{Mine}/{id}/skriv";

    public static string MineWithdraw(Guid id) => $"{Mine}/{id}/trekk";

    public static string Page(int page) => $"{List}?side={page}";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Answer(Guid id) => $"{List}/{id}/svar";

    public static string Answered(Guid id) => $"{List}/{id}?lagret=ja";
}

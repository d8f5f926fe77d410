namespace Endre.Web.Features.Workshops;

/// <summary>The addresses of workshops; no other file spells them.</summary>
internal static class WorkshopLinks
{
    public const string Join = "/bli-med";
    public const string List = "/verksteder";
    public const string New = "/verksteder/nytt";
    public const string Import = "/verksteder/importer";
    public const string Pattern = "/verksted/{id:guid}";

    public const string RunPattern = $"{Pattern}/styr";
    public const string PlanPattern = $"{Pattern}/oppsett";
    public const string ScreenPattern = $"{Pattern}/skjerm";
    public const string PaperPattern = $"{Pattern}/papir";
    public const string TypeInPattern = $"{Pattern}/papir/skriv-inn";
    public const string ScribePattern = $"{Pattern}/fra-papir";

    public static string JoinWith(string code) => $"{Join}/{code}";

    /// <summary>The participant's page.</summary>
    public static string Show(Guid id) => $"/verksted/{id}";

    public static string Screen(Guid id) => $"/verksted/{id}/skjerm";

    /// <summary>The facilitator's page.</summary>
    public static string Run(Guid id) => $"/verksted/{id}/styr";

    /// <summary>What to print.</summary>
    public static string Paper(Guid id) => $"/verksted/{id}/papir";

    /// <summary>Where a facilitator types in what was written on paper.</summary>
    public static string TypeIn(Guid id) => $"/verksted/{id}/papir/skriv-inn";

    /// <summary>Where a participant types in what its own group wrote on paper.</summary>
    public static string Scribe(Guid id) => $"/verksted/{id}/fra-papir";

    public static string Plan(Guid id) => $"/verksted/{id}/oppsett";

    public static string PlanSavedAs(Guid id, string templateKey) =>
        $"{Plan(id)}?mal={Uri.EscapeDataString(templateKey)}#egen-mal";

    public static string NewFrom(string templateKey) => $"{New}?mal={Uri.EscapeDataString(templateKey)}";

    /// <summary>Where an act of the facilitator's page is sent.</summary>
    public static string RunAct(Guid id, string act) => $"/verksted/{id}/styr/{act}";

    /// <summary>Where an act of the plan's page is sent.</summary>
    public static string PlanAct(Guid id, string act) => $"/verksted/{id}/oppsett/{act}";

    public static string Interpret(Guid id) => $"/verksted/{id}/tolk";

    public static string Close(Guid id) => $"/verksted/{id}/avslutt";

    public static string Report(Guid id) => $"/verksted/{id}/rapport";

    public static string ReportFile(Guid id, string extension) => $"/verksted/{id}/rapport.{extension}";

    public static string ReportFile(Guid id, string extension, string language) =>
        $"{ReportFile(id, extension)}?sprak={language}";

    public static string Log(Guid id) => $"/verksted/{id}/logg";

    /// <summary>Where the form of an act is sent: <c>/verksted/…/lapper</c>.</summary>
    public static string Act(Guid id, string act) => $"/verksted/{id}/{act}";

    public static string ApiEvents(Guid id) => $"/api/v1/workshops/{id}/events";

    public static string ApiNotes(Guid id) => $"/api/v1/workshops/{id}/notes";
}

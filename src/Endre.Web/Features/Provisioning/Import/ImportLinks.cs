namespace Endre.Web.Features.Provisioning.Import;

internal static class ImportLinks
{
    public const string Upload = "/personer/import";
    public const string CsvTemplate = "/personer/import/mal.csv";
    public const string WorkbookTemplate = "/personer/import/mal.xlsx";
    public const string DoneRoute = "/personer/import/utfort";
    public const string PreviewRoute = "/personer/import/{id:guid}";
    public const string ChoicesRoute = "/personer/import/{id:guid}/valg";
    public const string CarryOutRoute = "/personer/import/{id:guid}/gjennomfor";
    public const string DiscardRoute = "/personer/import/{id:guid}/forkast";
    public const string FaultsRoute = "/personer/import/{id:guid}/feil.csv";
    public const string ChangesRoute = "/personer/import/{id:guid}/endringer.xlsx";

    public static string Preview(Guid id) => $"/personer/import/{id}";

    public static string Choices(Guid id) => $"/personer/import/{id}/valg";

    public static string CarryOut(Guid id) => $"/personer/import/{id}/gjennomfor";

    public static string Discard(Guid id) => $"/personer/import/{id}/forkast";

    public static string Faults(Guid id) => $"/personer/import/{id}/feil.csv";

    public static string Changes(Guid id) => $"/personer/import/{id}/endringer.xlsx";

    public static string Done(int units, int people, int places, int ended) =>
        $"{DoneRoute}?units={units}&people={people}&places={places}&ended={ended}";
}

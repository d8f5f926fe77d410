namespace Endre.Web.Features.Workshops.ImportReport;

internal sealed class ImportReportTexts
{
    private ImportReportTexts() { }
}

namespace Endre.Web.Features.Workshops.Report;

internal sealed class ReportTexts
{
    private ReportTexts() { }
}

namespace Endre.Web.Features.Workshops.ShowLog;

internal sealed class LogTexts
{
    private LogTexts() { }
}

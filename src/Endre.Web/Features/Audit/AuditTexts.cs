namespace Endre.Web.Features.Audit;

internal sealed class AuditTexts
{
    private AuditTexts() { }
}

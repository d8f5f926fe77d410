namespace Endre.Web.Lineage;

internal sealed class LineageTexts
{
    private LineageTexts() { }
}

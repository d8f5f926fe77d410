namespace Endre.Web.Features.Improvements.Measures;

internal sealed class MeasureTexts
{
    private MeasureTexts() { }
}

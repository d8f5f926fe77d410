namespace Endre.Web.Features.Units;

internal sealed class UnitsTexts
{
    private UnitsTexts() { }
}

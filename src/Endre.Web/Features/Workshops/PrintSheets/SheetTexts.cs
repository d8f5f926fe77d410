namespace Endre.Web.Features.Workshops.PrintSheets;

internal sealed class SheetTexts
{
    private SheetTexts() { }
}

namespace Endre.Web.Features.Workshops.ListWorkshops;

internal sealed class ListTexts
{
    private ListTexts() { }
}

namespace Endre.Web.Features.Hassles.SearchHassles;

internal sealed class SearchHasslesTexts
{
    private SearchHasslesTexts() { }
}

namespace Endre.Web.Features.Search;

internal sealed class SearchTexts
{
    private SearchTexts() { }
}

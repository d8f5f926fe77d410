namespace Endre.Web.Features.People.SearchPeople;

internal sealed class SearchPeopleTexts
{
    private SearchPeopleTexts() { }
}

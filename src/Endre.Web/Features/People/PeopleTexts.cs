namespace Endre.Web.Features.People;

internal sealed class PeopleTexts
{
    private PeopleTexts() { }
}

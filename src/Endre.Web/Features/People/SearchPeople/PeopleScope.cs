using Endre.Storage;
using Endre.Storage.People;
using Endre.Web.Access;

namespace Endre.Web.Features.People.SearchPeople;

/// <summary>The people that may be looked up: all of them by administrators, nobody by others.</summary>
internal sealed class PeopleScope(CurrentPerson person)
{
    public IQueryable<Person> In(EndreContext database) =>
        person.IsAdministrator ? database.Users : database.Users.Where(_ => false);
}

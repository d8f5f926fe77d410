using Endre.Storage.People;

namespace Endre.Storage.Organizations;

/// <summary>Who can be asked something on a day.</summary>
public static class WhoIsThere
{
    /// <summary>Those whose account is open and who are not away.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="day">The day, as it is for people here.</param>
    public static IQueryable<Person> PeopleThereOn(this EndreContext database, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Users.Where(person =>
            person.DeactivatedAt == null
            && !database.Absences.Any(absence =>
                absence.PersonId == person.Id && absence.Since <= day && absence.Until >= day
            )
        );
    }
}

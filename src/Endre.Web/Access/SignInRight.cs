using Endre.Storage.People;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Access;

/// <summary>May this person sign in? Asked by every way in, and by every sign-in that goes on.</summary>
internal sealed class SignInRight(TimeProvider clock, Formats formats) : IUserConfirmation<Person>
{
    /// <summary>The day it is for people here.</summary>
    public DateOnly Today => formats.Day(clock.GetUtcNow());

    /// <summary>Not when the person has left, nor after the last day of somebody who was here for a time.</summary>
    public bool Has(Person person) => person.DeactivatedAt is null && !(person.EndsOn < Today);

    // Identity asks this before a password is tried.
    Task<bool> IUserConfirmation<Person>.IsConfirmedAsync(UserManager<Person> manager, Person user) =>
        Task.FromResult(Has(user));
}

namespace Endre.Storage.Organizations;

/// <summary>Which places in units count on a day.</summary>
public static class HeldPlaces
{
    /// <summary>Those that have begun and have not ended; the first and the last day are both in.</summary>
    /// <param name="places">Places in units.</param>
    /// <param name="day">The day, as it is for people here.</param>
    public static IQueryable<Membership> HeldOn(this IQueryable<Membership> places, DateOnly day) =>
        places.Where(place =>
            (place.Since == null || place.Since <= day) && (place.Until == null || place.Until >= day)
        );
}

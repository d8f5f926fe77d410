namespace Endre.Domain.Shared;

/// <summary>
/// The days on which people in Norway are off besides weekends: lov om helligdager og helligdagsfred § 2, and lov om 1 og
/// 17 mai som høgtidsdagar.
/// </summary>
public static class PublicHolidays
{
    private static readonly (int Month, int Day)[] Fixed = [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)];

    // Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.
    private static readonly int[] AroundEaster = [-3, -2, 0, 1, 39, 49, 50];

    /// <summary>Whether a day is a public holiday.</summary>
    /// <param name="day">Any day of the Gregorian calendar.</param>
    public static bool Contains(DateOnly day) =>
        Array.Exists(Fixed, holiday => holiday == (day.Month, day.Day))
        || Array.Exists(AroundEaster, days => EasterSunday(day.Year).AddDays(days) == day);

    /// <summary>Easter Sunday of a year.</summary>
    /// <param name="year">From 1583.</param>
    /// <remarks>The anonymous Gregorian computus (Meeus/Jones/Butcher).</remarks>
    public static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}

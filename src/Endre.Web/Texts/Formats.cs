using System.Globalization;
using Endre.Web.Hosting;

namespace Endre.Web.Texts;

/// <summary>Dates, times and numbers as the language of the request writes them, in the municipality's time zone.</summary>
internal sealed class Formats(Settings settings)
{
    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    /// <summary>2. mars 2026</summary>
    public string Date(DateOnly date) =>
        date.ToString(Language.Current == Language.English ? "d MMMM yyyy" : "d. MMMM yyyy", Culture);

    /// <inheritdoc cref="Date(DateOnly)"/>
    public string Date(DateTimeOffset instant) => Date(DateOnly.FromDateTime(Local(instant).DateTime));

    /// <summary>mandag 2. mars 2026</summary>
    public string LongDate(DateTimeOffset instant)
    {
        var local = Local(instant);
        return $"{local.ToString("dddd", Culture)} {Date(instant)}";
    }

    /// <summary>09:05</summary>
    public string Time(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2. mars 2026 kl. 09:05</summary>
    public string DateAndTime(DateTimeOffset instant) =>
        $"{Date(instant)}{(Language.Current == Language.English ? ", " : " kl. ")}{Time(instant)}";

    /// <summary>1 234,5: at most so many decimals as asked for, none that is zero.</summary>
    public string Number(double number, int decimals = 0) =>
        number.ToString(decimals == 0 ? "#,0" : $"#,0.{new string('#', decimals)}", Culture);

    /// <summary>42 %</summary>
    public string Percent(double share) =>
        Language.Current == Language.English ? $"{Number(share * 100)}%" : $"{Number(share * 100)}\u00a0%";

    /// <summary>For <c>&lt;time datetime="…"&gt;</c> and for scripts.</summary>
    public string Machine(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, settings.TimeZone);

    /// <summary>The day it is for people here.</summary>
    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);
}

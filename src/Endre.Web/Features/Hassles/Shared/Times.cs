using System.Globalization;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles;

/// <summary>The day where it may be told, else the week.</summary>
internal static class Times
{
    public static string When(this Texts<HassleTexts> texts, Formats formats, DateOnly week, DateOnly? day) =>
        day is { } told
            ? formats.Date(told)
            : texts["Week", ISOWeek.GetWeekOfYear(week), ISOWeek.GetYear(week).ToString(CultureInfo.InvariantCulture)];
}

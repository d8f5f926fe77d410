using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.RemoveHassle;

/// <summary>Hours a year in words. What is not known is said to be so.</summary>
internal static class PriceWords
{
    public static string Hours(this Texts<RemovalTexts> texts, Formats formats, double? hours) =>
        hours switch
        {
            null => texts["Unknown"],
            <= 0 => texts["HoursNone"],
            < 1 => texts["HoursFew"],
            < 1.5 => texts["HoursOne"],
            var many => texts["HoursMany", formats.Number(Math.Round(many.Value))],
        };
}

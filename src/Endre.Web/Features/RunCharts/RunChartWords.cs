using Endre.Domain.Improvements.RunCharts;

namespace Endre.Web.Features.RunCharts;

/// <summary>The words for rules and directions, in addresses and programs.</summary>
internal static class RunChartWords
{
    public const string Anhoej = "anhoej";
    public const string Perla = "perla";
    public const string Higher = "hoyere";
    public const string Lower = "lavere";

    /// <summary>The rules of a word, Anhøj's for none; null when there are none such.</summary>
    public static RunChartRules? Rules(string? word) =>
        word switch
        {
            null or "" or Anhoej => RunChartRules.Anhoej,
            Perla => RunChartRules.Perla,
            _ => null,
        };

    /// <summary>Whether higher is better; null when nobody has said.</summary>
    public static bool? IsHigherBetter(string? word) =>
        word switch
        {
            Higher => true,
            Lower => false,
            _ => null,
        };
}

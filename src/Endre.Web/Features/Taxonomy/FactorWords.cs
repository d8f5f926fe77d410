using Endre.Domain.Insights;
using Endre.Web.Texts;

namespace Endre.Web.Features.Taxonomy;

/// <summary>How a factor is told to people.</summary>
internal static class FactorWords
{
    /// <summary>What explains it, or null where that would only be its name once more.</summary>
    public static string? Explanation(Factor factor)
    {
        var language = Language.Current.Code;
        var explanation = factor.Description.In(language);
        return
            explanation.Length == 0
            || string.Equals(
                explanation.TrimEnd('.'),
                factor.Name.In(language).TrimEnd('.'),
                StringComparison.OrdinalIgnoreCase
            )
            ? null
            : explanation;
    }
}

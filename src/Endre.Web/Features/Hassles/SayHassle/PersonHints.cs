using System.Security.Cryptography;
using System.Text;
using Endre.Domain.Hassles;
using Endre.Domain.Shared;
using Endre.Norwegian.Hints;

namespace Endre.Web.Features.Hassles.SayHassle;

/// <summary>
/// Asks once, before something that looks like a name or somebody's health is stored. The one who writes knows better, and may
/// send it as it is.
/// </summary>
internal static class PersonHints
{
    /// <summary>In the form: the mark of the text that one is sure of.</summary>
    public const string Field = "sureOf";

    public const string Health = "HealthHint";
    public const string Name = "NameHint";
    public const string Both = "HealthAndNameHint";

    private const int MostShown = 3;

    /// <summary>Whether a refusal is only a question.</summary>
    public static bool Is(Refusal? refusal) => refusal?.Reason is Health or Name or Both;

    /// <returns>What to think of once more, at the field <c>text</c>; null when nothing was noticed.</returns>
    public static Refusal? Of(string? text)
    {
        // What is refused anyway is not looked at.
        if (FreeText.Require(text, Hassle.LongestText, "text", out var clean) is not null)
        {
            return null;
        }
        var hints = PersonalHints.In(clean);
        if (hints.Count == 0)
        {
            return null;
        }
        var kinds = hints.Select(hint => hint.Kind).Distinct().ToList();
        return new Refusal(
            kinds is [HintKind.Health] ? Health
                : kinds is [HintKind.Name] ? Name
                : Both,
            "text",
            string.Join(", ", hints.Take(MostShown).Select(hint => hint.Words))
        );
    }

    /// <summary>The mark of a text: another text has another, so that one is never sure of what one has not read.</summary>
    public static string MarkOf(string? text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(FreeText.Tidy(text ?? ""))).AsSpan(0, 8));
}

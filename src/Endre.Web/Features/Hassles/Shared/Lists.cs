using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles;

/// <summary>Words in a row: «a, b og c».</summary>
internal static class Lists
{
    public static string List(this Texts<HassleTexts> texts, IReadOnlyList<string> words) =>
        words.Count switch
        {
            0 => "",
            1 => words[0],
            _ => texts["AndLast", string.Join(", ", words.SkipLast(1)), words[^1]],
        };
}

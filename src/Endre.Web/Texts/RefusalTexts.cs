using Endre.Domain.Shared;

namespace Endre.Web.Texts;

/// <summary>Why something may not happen, in the language of the request: a sentence for every <see cref="Refusal"/>.</summary>
internal sealed class RefusalTexts
{
    private static readonly Texts<RefusalTexts> Texts = new();

    private RefusalTexts() { }

    public static string Title => Texts["Title"];

    /// <summary>What is wrong, and what to do.</summary>
    public static string Sentence(Refusal refusal) => Texts[refusal.Reason, [.. refusal.Details]];
}

namespace Endre.Domain.Shared;

/// <summary>
/// Why an act may not happen, as a word the pages have a sentence for in every language.
/// </summary>
/// <param name="Reason">The reason in words, for example <c>NoteTooLong</c>; the key of its text.</param>
/// <param name="Field">The input field that the person can mend, or null when no single field is at fault.</param>
/// <param name="Details">Numbers and names that the sentence mentions, in the order it mentions them.</param>
public sealed record Refusal(string Reason, string? Field, params IReadOnlyList<string> Details)
{
    /// <summary>A refusal that no single field is to blame for.</summary>
    /// <param name="reason">The reason in words.</param>
    public static Refusal Because(string reason) => new(reason, Field: null);
}

namespace Endre.Norwegian.Searching;

/// <summary>How a word of a text answers a word that is looked for, the best first.</summary>
public enum MatchKind
{
    /// <summary>The same letters.</summary>
    Exact,

    /// <summary>Another ending of the same word.</summary>
    Stem,

    /// <summary>The same word in the other language, or written with other letters.</summary>
    Variant,

    /// <summary>What was probably meant when somebody hit the wrong key.</summary>
    Typo,

    /// <summary>It begins as what was typed: unfinished, or a compound.</summary>
    Prefix,

    /// <summary>A compound that ends in it: nøkkelskap for skap.</summary>
    Part,

    /// <summary>Not at all.</summary>
    None,
}

/// <summary>What the kinds are worth.</summary>
public static class MatchWeight
{
    /// <summary>
    /// Between 0 and 1. The steps are larger than what the length of a text can make up for, so a text with the word itself
    /// comes before every text with another form of it.
    /// </summary>
    /// <param name="kind">The kind.</param>
    public static float Of(MatchKind kind) =>
        kind switch
        {
            MatchKind.Exact => 1f,
            MatchKind.Stem => 0.88f,
            MatchKind.Variant => 0.78f,
            MatchKind.Typo => 0.66f,
            MatchKind.Prefix => 0.57f,
            MatchKind.Part => 0.5f,
            _ => 0f,
        };

    /// <summary>What the length of a text takes away: nothing of a short one, eight hundredths of a long one.</summary>
    /// <param name="words">How many words the text has.</param>
    internal static float OfLength(int words) => 1f - (0.08f * Math.Min(words, 64) / 64f);
}

namespace Endre.Norwegian.Words;

/// <summary>
/// The stem of a Norwegian word. Written from the published description of the Norwegian stemmer of the Snowball project
/// (M. F. Porter, «Norwegian stemming algorithm», snowball.tartarus.org/algorithms/norwegian/stemmer.html), whose endings
/// already hold nynorsk's -ane, -ar, -a and -leg. Before its first step stand ours: -het, -heit and -leik with what hangs
/// on them, which it keeps a piece of.
/// </summary>
public static class NorwegianStem
{
    private const string Vowels = "aeiouyæøåéèêòóôäö";

    // Longest first within each: the longest that fits is the one.
    private static readonly string[] Qualities =
    [
        "heitene",
        "leikane",
        "leikar",
        "leiken",
        "heiter",
        "heita",
        "heits",
        "heit",
        "leik",
        "hets",
        "het",
    ];

    private static readonly string[] Main =
    [
        "hetenes",
        "hetene",
        "hetens",
        "heten",
        "heter",
        "endes",
        "ande",
        "ende",
        "edes",
        "enes",
        "erte",
        "ede",
        "ane",
        "ene",
        "ens",
        "ers",
        "ets",
        "ert",
        "ast",
        "en",
        "ar",
        "er",
        "as",
        "es",
        "et",
        "a",
        "e",
        "s",
    ];

    private static readonly string[] Other =
    [
        "hetslov",
        "eleg",
        "elig",
        "elov",
        "slov",
        "leg",
        "eig",
        "lig",
        "els",
        "lov",
        "ig",
    ];

    /// <summary>The stem.</summary>
    /// <param name="word">A word in small letters.</param>
    /// <returns>The beginning of the word that its inflections share; the word itself when there is nothing to take away.</returns>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length < 4)
        {
            return word;
        }
        var region = RegionOf(word);
        var stem = word.AsSpan();
        if (EndingOf(stem, region, Qualities) is { } quality)
        {
            stem = stem[..^quality.Length];
        }
        else
        {
            stem = TakeMain(stem, region, out var mended);
            if (mended is not null)
            {
                stem = mended;
            }
        }
        if (stem.Length - 1 >= region && (stem.EndsWith("dt") || stem.EndsWith("vt")))
        {
            stem = stem[..^1];
        }
        if (EndingOf(stem, region, Other) is { } other)
        {
            stem = stem[..^other.Length];
        }
        return stem.Length == word.Length ? word : stem.ToString();
    }

    private static ReadOnlySpan<char> TakeMain(ReadOnlySpan<char> word, int region, out string? mended)
    {
        mended = null;
        switch (EndingOf(word, region, Main))
        {
            case null:
                return word;
            case "s":
                return MayEndInS(word[..^1]) ? word[..^1] : word;
            case "erte" or "ert":
                mended = $"{word[..word.LastIndexOf("ert")]}er";
                return word;
            case var ending:
                return word[..^ending.Length];
        }
    }

    private static string? EndingOf(ReadOnlySpan<char> word, int region, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.Length - ending.Length >= region && word.EndsWith(ending))
            {
                return ending;
            }
        }
        return null;
    }

    private static bool MayEndInS(ReadOnlySpan<char> before) =>
        before is [.., var last]
        && ("bcdfghjlmnoprtvyz".Contains(last) || (last == 'k' && before is [.., var second, _] && !IsVowel(second)));

    // R1: after the first letter that is no vowel and comes after one, and never before the fourth.
    private static int RegionOf(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
            {
                return Math.Max(i + 1, 3);
            }
        }
        return word.Length;
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter);
}

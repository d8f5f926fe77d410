using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Endre.Norwegian.Hints;

/// <summary>What a text may tell of a person.</summary>
public enum HintKind
{
    /// <summary>Somebody's health.</summary>
    Health,

    /// <summary>Somebody's name.</summary>
    Name,
}

/// <summary>Something that may be about a person.</summary>
/// <param name="Kind">What it may tell.</param>
/// <param name="Words">The words in the text, as they stand there.</param>
public sealed record PersonalHint(HintKind Kind, string Words);

/// <summary>
/// Notices what looks like somebody's name, or like somebody's health, in a text that all in a unit will read. It refuses
/// nothing: the one who writes knows better. It is better that it misses some than that it is in the way of ordinary
/// sentences, since a warning that is usually wrong is soon not read.
/// </summary>
/// <remarks>
/// Health is told of only where a sentence has both a word of health and a word for one person («pasienten», «hun», «rom 4»):
/// «Avdelingen for demens mangler heis» tells of nobody. A name is a common first name with a capital, or any word with a
/// capital after «fru», «pasient», «eleven» and the like.
/// </remarks>
public static partial class PersonalHints
{
    private static readonly FrozenSet<string> Health = Lines("health-words.txt").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Names = Lines("first-names.txt")
        .Where(line => !line.EndsWith('?'))
        .ToFrozenSet(StringComparer.Ordinal);

    // Ordinary words too.
    private static readonly FrozenSet<string> DoubtfulNames = Lines("first-names.txt")
        .Where(line => line.EndsWith('?'))
        .Select(line => line[..^1])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Endings = Set("", "en", "n", "et", "t", "a", "e", "er", "s");

    // One person; «pasienter» and «brukere» are nobody.
    private static readonly FrozenSet<string> OnePerson = Set(
        ["pasienten", "pasient", "patient", "beboeren", "beboer", "bebuaren", "bebuar", "resident"],
        ["brukeren", "brukaren", "eleven", "elev", "pupil", "barnet", "klienten", "mannen", "dama", "damen", "kona"],
        ["han", "hun", "ho", "ham", "henne", "hennar", "hennes", "he", "she", "him"]
    );

    // «Vi bruker Gerica» is not said of a user.
    private static readonly FrozenSet<string> BeforeName = Set(
        ["fru", "frøken", "herr", "hr", "mr", "mrs", "pasient", "pasienten", "patient", "beboer", "beboeren", "bebuar"],
        ["bebuaren", "resident", "brukeren", "brukaren", "elev", "eleven", "pupil", "barnet", "klient", "klienten"]
    );

    // «Olavs gate» and «St. Olavs» are places.
    private static readonly FrozenSet<string> Places = Set(
        ["gate", "gata", "gates", "vei", "veg", "vegen", "veien", "plass", "hospital", "sykehus", "sjukehus", "hus"],
        ["kirke", "kyrkje", "skole", "skule", "barnehage", "minne", "torg", "brygge", "bygg", "bygget", "fengsel"]
    );

    /// <summary>What is noticed, in the order it stands.</summary>
    /// <param name="text">Any text, at most a few thousand characters.</param>
    public static IReadOnlyList<PersonalHint> In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }
        var hints = new List<PersonalHint>();
        var sentence = new List<Token>();
        foreach (var token in Tokens().EnumerateMatches(text))
        {
            var word = text.Substring(token.Index, token.Length);
            if (Ends(word) && !IsShortening(sentence, text, token.Index))
            {
                Look(sentence, hints);
                sentence.Clear();
            }
            else if (char.IsLetterOrDigit(word[0]))
            {
                sentence.Add(new Token(word, token.Index));
            }
        }
        Look(sentence, hints);
        return [.. hints.Distinct()];
    }

    private static void Look(List<Token> sentence, List<PersonalHint> hints)
    {
        var before = hints.Count;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (NameAt(sentence, i) is { } name)
            {
                hints.Add(new PersonalHint(HintKind.Name, name));
            }
        }
        if (hints.Count == before && !sentence.Where((_, i) => IsOnePerson(sentence, i)).Any())
        {
            return;
        }
        hints.AddRange(
            sentence
                .Where(token => IsOfHealth(token.Lower))
                .Select(token => new PersonalHint(HintKind.Health, token.Word))
        );
    }

    private static string? NameAt(List<Token> sentence, int i)
    {
        var token = sentence[i];
        if (!token.IsCapitalized || IsPlace(sentence, i))
        {
            return null;
        }
        var next = After(sentence, i);
        var withNext = next is { IsCapitalized: true } surname ? $"{token.Word} {surname.Word}" : null;
        if (Names.Contains(token.Word) || (token.Word.EndsWith('s') && Names.Contains(token.Word[..^1])))
        {
            return withNext ?? token.Word;
        }
        if (DoubtfulNames.Contains(token.Word))
        {
            return withNext;
        }
        var previous = i > 0 && sentence[i - 1].End + 2 >= token.Start ? sentence[i - 1] : (Token?)null;
        return previous is { } role && BeforeName.Contains(role.Lower) ? token.Word : null;
    }

    private static bool IsPlace(List<Token> sentence, int i) =>
        (i > 0 && sentence[i - 1].Lower is "st" or "sankt")
        || (After(sentence, i) is { } next && Places.Contains(next.Lower))
        // «Kong Haakon VII»s gate, «Marie Treschows vei»: the place may stand one word further on.
        || (i + 2 < sentence.Count && sentence[i + 1].IsCapitalized && Places.Contains(sentence[i + 2].Lower));

    private static Token? After(List<Token> sentence, int i) =>
        i + 1 < sentence.Count && sentence[i + 1].Start == sentence[i].End + 1 ? sentence[i + 1] : null;

    private static bool IsOnePerson(List<Token> sentence, int i) =>
        OnePerson.Contains(sentence[i].Lower)
        || (sentence[i].Lower is "rom" or "room" && i + 1 < sentence.Count && char.IsDigit(sentence[i + 1].Word[0]));

    private static bool IsOfHealth(string word)
    {
        for (var length = word.Length; length >= Math.Max(3, word.Length - 2); length--)
        {
            if (Endings.Contains(word[length..]) && Health.Contains(word[..length]))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Ends(string token) => token[0] is '.' or '!' or '?' or '\n' or ':';

    // «St. Olavs», «Hr. Hansen»: the sentence goes on.
    private static bool IsShortening(List<Token> sentence, string text, int at) =>
        text[at] == '.' && sentence.Count > 0 && sentence[^1].End == at && sentence[^1].Lower is "st" or "hr" or "fr";

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Set(params string[][] words) =>
        words.SelectMany(row => row).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(PersonalHints).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !line.StartsWith('#')),
        ];
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+(-[\p{L}\p{M}]+)*|[0-9]+|[.!?:\n]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tokens();

    private readonly record struct Token(string Word, int Start)
    {
        public int End => Start + Word.Length;

        public string Lower => Word.ToLowerInvariant();

        // «KARI» may be anything; «Kari» is written as a name is.
        public bool IsCapitalized => Word.Length > 1 && char.IsUpper(Word[0]) && char.IsLower(Word[1]);
    }
}

using System.Collections.Frozen;

namespace Endre.Norwegian.Words;

/// <summary>A word in the three forms it is compared in, from the narrowest to the widest.</summary>
/// <param name="Surface">As it was written, in small letters.</param>
/// <param name="Stem">Without its endings.</param>
/// <param name="Root">The same for all that mean the same: bokmål and nynorsk, ø and oe.</param>
public readonly record struct WordForm(string Surface, string Stem, string Root)
{
    /// <summary>The forms of a word.</summary>
    /// <param name="surface">The word in small letters.</param>
    public static WordForm Of(string surface)
    {
        var stem = NorwegianStem.Of(surface);
        return new WordForm(surface, stem, WordRoot.Of(stem));
    }
}

/// <summary>What words of bokmål and nynorsk have in common behind their spelling.</summary>
public static class WordRoot
{
    private const int ShortestRegular = 4;

    // Folded stems within longer words, nynorsk first.
    private static readonly (string Nynorsk, string Bokmaal)[] Parts =
    [
        ("sjuk", "syk"),
        ("heim", "hjem"),
        ("skul", "skol"),
        ("tenest", "tjenest"),
        ("betr", "bedr"),
        ("hald", "hold"),
        ("mogleg", "mulig"),
        ("koeyr", "kjoer"),
        ("hoeyr", "hoer"),
        ("fraa", "fra"),
        ("au", "oe"),
        ("ei", "e"),
    ];

    private static readonly string[] Doers = ["ern", "er", "ar"];

    private static readonly FrozenDictionary<string, string> Variants = ReadVariants();

    /// <summary>The root of a stem.</summary>
    /// <param name="stem">The stem, as <see cref="NorwegianStem.Of"/> gives it.</param>
    /// <returns>
    /// Not a word for people: two stems have the same one when their words find each other. The same instance when the
    /// stem is its own root.
    /// </returns>
    public static string Of(string stem)
    {
        var folded = Folded(stem);
        return Variants.GetValueOrDefault(folded) ?? Regular(folded);
    }

    // The stemmer takes the er of skriver and leaves that of skriveren; so it is with all who do something, and with sommer.
    private static string Folded(string stem)
    {
        foreach (var ending in Doers)
        {
            if (
                stem.EndsWith(ending, StringComparison.Ordinal)
                && stem.Length - ending.Length >= 3
                && stem.AsSpan(0, stem.Length - ending.Length).ContainsAny("aeiouyæøå")
            )
            {
                return Folding.Of(stem[..^ending.Length]);
            }
        }
        return Folding.Of(stem);
    }

    private static string Regular(string root)
    {
        if (root.Length < ShortestRegular)
        {
            return root;
        }
        foreach (var (nynorsk, bokmaal) in Parts)
        {
            if (root.Contains(nynorsk, StringComparison.Ordinal))
            {
                root = root.Replace(nynorsk, bokmaal, StringComparison.Ordinal);
            }
        }
        if (root.StartsWith("kv", StringComparison.Ordinal))
        {
            // kvit and hvit
            root = $"h{root.AsSpan(1)}";
        }
        if (root is [.., 'g' or 'k', 'j'])
        {
            // tenkje and tenke
            root = root[..^1];
        }
        // No Norwegian word ends in mm: rommet is of rom; and komme is kome.
        root = root.Replace("mm", "m", StringComparison.Ordinal);
        if (root.Length > 5 && root.EndsWith("sam", StringComparison.Ordinal))
        {
            // langsam and langsom
            root = $"{root.AsSpan(0, root.Length - 2)}om";
        }
        return Contracted(root);
    }

    // The e that goes in the plural: nøkkel, nøkler; mangel, mangler; artikkel, artikler.
    private static string Contracted(string root)
    {
        if (root.Length < 5 || !root.EndsWith("el", StringComparison.Ordinal) || IsVowel(root[^3]))
        {
            return root;
        }
        var body = root.AsSpan(0, root.Length - 2);
        if (!body.ContainsAny("aeiouy"))
        {
            return root;
        }
        if (body[^1] == body[^2])
        {
            body = body[..^1];
        }
        return $"{body}l";
    }

    private static bool IsVowel(char letter) => "aeiouy".Contains(letter);

    private static FrozenDictionary<string, string> ReadVariants()
    {
        using var table = new StreamReader(
            typeof(WordRoot).Assembly.GetManifestResourceStream("variants.txt")
                ?? throw new InvalidOperationException("The table of variants is missing.")
        );
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (table.ReadLine() is { } line)
        {
            if (
                line.StartsWith('#')
                || line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var first, ..] words
            )
            {
                continue;
            }
            var stems = words.Select(word => Folded(NorwegianStem.Of(word))).ToList();
            // A word of two lines has both meanings, so all of them find each other.
            var root =
                stems.Select(classes.GetValueOrDefault).OfType<string>().FirstOrDefault()
                ?? Regular(Folded(NorwegianStem.Of(first)));
            foreach (var stem in stems)
            {
                if (classes.TryGetValue(stem, out var other) && other != root)
                {
                    foreach (var member in classes.Where(pair => pair.Value == other).Select(pair => pair.Key).ToList())
                    {
                        classes[member] = root;
                    }
                }
                classes[stem] = root;
            }
        }
        return classes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

using System.Reflection;

namespace Endre.Web.Access;

/// <summary>Tells whether a password is among the first that somebody would guess.</summary>
internal static class CommonPasswords
{
    // Longest first, so that "passord" is taken out before "pass".
    private static readonly string[] Words =
    [
        .. Read().OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal),
    ];

    private static readonly string[] Rows =
    [
        "12345678901234567890",
        "abcdefghijklmnopqrstuvwxyzæøåabcdefghijklmnopqrstuvwxyz",
        "qwertyuiopåasdfghjkløæzxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    ];

    public static bool Contains(string password, params ReadOnlySpan<string?> ownWords)
    {
        var text = password.ToLowerInvariant();
        return IsRepetition(text) || IsRow(text) || IsMadeOf(Letters(text), ownWords);
    }

    // "abcabcabcabc", "aaaaaaaaaaaa"
    private static bool IsRepetition(string text)
    {
        for (var period = 1; period <= Math.Min(4, text.Length / 2); period++)
        {
            if (Enumerable.Range(period, text.Length - period).All(i => text[i] == text[i - period]))
                return true;
        }

        return false;
    }

    private static bool IsRow(string text)
    {
        var backwards = new string([.. text.Reverse()]);
        return Rows.Any(row =>
            row.Contains(text, StringComparison.Ordinal) || row.Contains(backwards, StringComparison.Ordinal)
        );
    }

    // "Sommer2026!Sommer", "P@ssord123456": nothing of it is left when the known words are taken out.
    private static bool IsMadeOf(string letters, ReadOnlySpan<string?> ownWords)
    {
        foreach (var own in ownWords)
        {
            foreach (var word in Letters(own?.ToLowerInvariant() ?? "", ' ').Split(' ').Where(word => word.Length > 2))
                letters = letters.Replace(word, "", StringComparison.Ordinal);
        }

        foreach (var word in Words)
            letters = letters.Replace(word, "", StringComparison.Ordinal);
        return letters.Length <= 3;
    }

    private static string Letters(string text, char other = '\0')
    {
        var letters = text.Select(character =>
            character switch
            {
                '0' => 'o',
                '1' or '!' => 'i',
                '3' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' => 't',
                _ => char.IsLetter(character) ? character : other,
            }
        );
        // Digits at the end are a year or a counter, not letters in disguise.
        var trimmed = text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!', '.', '?').Length;
        return new string([.. letters.Take(trimmed).Where(character => character != '\0')]);
    }

    private static IEnumerable<string> Read()
    {
        using var stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream("Endre.Web.Access.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } word)
        {
            if (word.Length > 0)
                yield return word;
        }
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Endre.Domain.Hassles;

/// <summary>
/// The code with which somebody without an account finds the answer again: 75 random bits and a check symbol as sixteen
/// letters and digits in fours, without those that look or sound alike. It is shown once; what is stored is a slow hash.
/// </summary>
public static class ClaimCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int Rounds = 50_000;

    // The code is too long to be guessed over, also fast; the rounds are for whoever makes codes shorter one day.
    private static readonly byte[] Salt = "endre claim code"u8.ToArray();

    /// <summary>A new code, as people see it: <c>7K3M-9QPT-X2VB-4HD8</c>.</summary>
    public static string New()
    {
        Span<int> values = stackalloc int[Length];
        for (var i = 0; i < Length - 1; i++)
        {
            values[i] = RandomNumberGenerator.GetInt32(Letters.Length);
        }
        values[^1] = Check(values[..^1]);
        return Write(values);
    }

    /// <summary>Reads a code however it is typed: small letters, spaces, O for 0, I and L for 1.</summary>
    /// <param name="typed">What was typed; null is no code.</param>
    /// <returns>The code as people see it, or null when it is not one: wrong length, or a letter is wrong or has moved.</returns>
    public static string? Read(string? typed)
    {
        if (typed is not { Length: <= 64 })
        {
            return null;
        }
        Span<int> values = stackalloc int[Length];
        var count = 0;
        foreach (var letter in typed)
        {
            if (char.IsWhiteSpace(letter) || letter is '-' or '–' or '.')
            {
                continue;
            }
            var value = ValueOf(letter);
            if (value < 0 || count == Length)
            {
                return null;
            }
            values[count++] = value;
        }
        return count == Length && Check(values[..^1]) == values[^1] ? Write(values) : null;
    }

    /// <summary>What a code is stored as. It leads back to no code and, as the code, to nobody.</summary>
    /// <param name="code">A code that <see cref="Read"/> gave.</param>
    /// <returns>43 characters, URL-safe base64.</returns>
    public static string HashOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var hash = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.ASCII.GetBytes(code),
            Salt,
            Rounds,
            HashAlgorithmName.SHA256,
            outputLength: 32
        );
        return System.Buffers.Text.Base64Url.EncodeToString(hash);
    }

    private static int ValueOf(char letter) =>
        char.ToUpperInvariant(letter) switch
        {
            'O' => 0,
            'I' or 'L' => 1,
            var known => Letters.IndexOf(known, StringComparison.Ordinal),
        };

    // A sum over the field of 32 elements (x⁵ + x² + 1) in which each place has a weight of its own: one wrong letter,
    // and two that have changed places wherever they stand, are always seen.
    private static int Check(ReadOnlySpan<int> values)
    {
        var sum = 0;
        foreach (var value in values)
        {
            sum = Double(sum ^ value);
        }
        return sum;
    }

    private static int Double(int value) => (value & 16) == 0 ? value << 1 : ((value << 1) ^ 0b100101) & 31;

    private static string Write(ReadOnlySpan<int> values)
    {
        var text = new StringBuilder(Length + 3);
        for (var i = 0; i < Length; i++)
        {
            if (i is 4 or 8 or 12)
            {
                text.Append('-');
            }
            text.Append(Letters[values[i]]);
        }
        return text.ToString();
    }
}

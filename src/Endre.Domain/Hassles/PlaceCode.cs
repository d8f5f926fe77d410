using System.Security.Cryptography;
using System.Text;
using Endre.Domain.Organizations;

namespace Endre.Domain.Hassles;

/// <summary>
/// What stands in the link at a door. A unit's own follows from its id, so nothing is kept for it and it stays true on the
/// wall when the unit is renamed, moved or merged. A place of a unit has one that is drawn once and kept
/// (<see cref="Places.Place"/>).
/// </summary>
public static class PlaceCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>How many letters and digits a code has.</summary>
    public const int Length = 8;

    /// <summary>The code of a unit: eight letters and digits.</summary>
    /// <param name="unitId">The unit's id.</param>
    public static string Of(Guid unitId)
    {
        Span<byte> id = stackalloc byte[16];
        unitId.TryWriteBytes(id, bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(id, hash);
        var code = new StringBuilder(Length);
        foreach (var value in hash[..Length])
        {
            code.Append(Letters[value & 31]);
        }
        return code.ToString();
    }

    /// <summary>A new code for a place: 40 random bits, so that nobody finds a place by trying.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>A code as it is kept: without dashes and spaces, and with the digit where somebody typed the letter like it.</summary>
    /// <param name="code">As it came from outside; null is no code.</param>
    /// <returns>Eight letters and digits, or null when it cannot be a code.</returns>
    public static string? Read(string? code)
    {
        if (code is null || code.Length > 4 * Length)
        {
            return null;
        }
        var read = new StringBuilder(Length);
        foreach (var letter in code.ToUpperInvariant().Where(letter => letter is not ('-' or ' ')))
        {
            var meant = letter switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                _ => letter,
            };
            if (!Letters.Contains(meant, StringComparison.Ordinal))
            {
                return null;
            }
            read.Append(meant);
        }
        return read.Length == Length ? read.ToString() : null;
    }

    /// <summary>Where a unit's own code leads today.</summary>
    /// <param name="code">As it came from outside; null is no code.</param>
    /// <param name="tree">All units.</param>
    /// <returns>The open unit, or null when no unit has the code or nobody took over the one that had.</returns>
    public static Unit? Find(string? code, UnitTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (Read(code) is not { } wanted)
        {
            return null;
        }
        var named = tree.All.FirstOrDefault(unit => string.Equals(Of(unit.Id), wanted, StringComparison.Ordinal));
        return named is null ? null
            : tree.Current(named.Id) is { IsOpen: true } open ? open
            : null;
    }
}

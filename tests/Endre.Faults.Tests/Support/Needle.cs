using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Endre.Faults.Tests.Support;

/// <summary>Something that must be nowhere, in all the forms in which it could lie in a file or a table.</summary>
internal sealed partial class Needle
{
    private readonly List<byte[]> forms = [];

    private Needle(string name) => Name = name;

    public string Name { get; }

    /// <summary>A text, also as UTF-16, hex and base64 at any alignment.</summary>
    public static Needle Of(string name, string text)
    {
        var needle = new Needle(name);
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text) })
        {
            needle.AddAllFormsOf(bytes);
        }
        return needle;
    }

    /// <summary>An id, also as the bytes of either order.</summary>
    public static Needle Of(string name, Guid id)
    {
        var needle = new Needle(name);
        foreach (var text in new[] { id.ToString("D"), id.ToString("N") })
        {
            needle.forms.Add(Encoding.UTF8.GetBytes(text));
            needle.forms.Add(Encoding.UTF8.GetBytes(text.ToUpperInvariant()));
        }
        needle.AddAllFormsOf(id.ToByteArray());
        needle.AddAllFormsOf(id.ToByteArray(bigEndian: true));
        return needle;
    }

    /// <summary>An address, also as its bytes.</summary>
    public static Needle Of(string name, IPAddress address)
    {
        var needle = Of(name, address.ToString());
        needle.forms.Add(address.GetAddressBytes());
        return needle;
    }

    public bool StandsIn(byte[] hay) => forms.Exists(form => hay.AsSpan().IndexOf(form) >= 0);

    public bool StandsIn(string hay) => StandsIn(Encoding.UTF8.GetBytes(hay));

    private void AddAllFormsOf(byte[] bytes)
    {
        forms.Add(bytes);
        forms.Add(Encoding.UTF8.GetBytes(Convert.ToHexString(bytes)));
        forms.Add(Encoding.UTF8.GetBytes(Convert.ToHexStringLower(bytes)));
        for (var before = 0; before < 3; before++)
        {
            // The letters at either end depend on the neighbors; those between are the same wherever it stands.
            var coded = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var inner = coded[(before == 0 ? 0 : before + 1)..((bytes.Length + before) * 8 / 6)];
            if (inner.Length >= 10)
            {
                forms.Add(Encoding.UTF8.GetBytes(inner));
                forms.Add(Encoding.UTF8.GetBytes(inner.Replace('+', '-').Replace('/', '_')));
            }
        }
    }

    /// <summary>
    /// Every way an instant between these could be told: milliseconds and seconds since 1970, ticks, ISO text, an ordered
    /// id, and the six and eight bytes of a number in a file.
    /// </summary>
    public static IEnumerable<string> InstantsIn(string text, DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var number in Number().Matches(text).Select(match => match.Value))
        {
            if (
                long.TryParse(number, CultureInfo.InvariantCulture, out var value)
                && (
                    IsBetween(value, from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds())
                    || IsBetween(value, from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds())
                    || IsBetween(value, from.UtcTicks, to.UtcTicks)
                    || IsBetween(value, from.ToUnixTimeMilliseconds() * 1000, to.ToUnixTimeMilliseconds() * 1000)
                    || IsBetween(value, from.ToFileTime(), to.ToFileTime())
                )
            )
            {
                yield return number;
            }
        }
        foreach (var iso in Iso().Matches(text).Select(match => match.Value))
        {
            if (
                DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                && at >= from.AddSeconds(-1)
                && at <= to
            )
            {
                yield return iso;
            }
        }
        foreach (var id in OrderedId().Matches(text).Select(match => match.Value))
        {
            var value = long.Parse(
                id.Replace("-", "", StringComparison.Ordinal)[..12],
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture
            );
            if (IsBetween(value, from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds()))
            {
                yield return id;
            }
        }
    }

    /// <summary>Where in a file a number between these stands.</summary>
    public static IEnumerable<int> InstantsIn(byte[] file, DateTimeOffset from, DateTimeOffset to)
    {
        var (least, most) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        for (var at = 0; at + 8 <= file.Length; at++)
        {
            long big = 0;
            long little = 0;
            for (var i = 0; i < 8; i++)
            {
                big = (big << 8) | file[at + i];
                little |= (long)file[at + i] << (8 * i);
            }
            if (
                IsBetween((long)((ulong)big >> 16), least, most)
                || IsBetween(big, from.UtcTicks, to.UtcTicks)
                || IsBetween(little, from.UtcTicks, to.UtcTicks)
                || IsBetween(little & 0xFFFFFFFFFFFF, least, most)
            )
            {
                yield return at;
            }
        }
    }

    private static bool IsBetween(long value, long least, long most) => value >= least && value <= most;

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9]{10,19}(?![0-9A-Za-z])", RegexOptions.None, 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?Z?",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Iso();

    [GeneratedRegex(
        "[0-9A-Fa-f]{8}-?[0-9A-Fa-f]{4}-?7[0-9A-Fa-f]{3}-?[89ABab][0-9A-Fa-f]{3}-?[0-9A-Fa-f]{12}",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex OrderedId();
}

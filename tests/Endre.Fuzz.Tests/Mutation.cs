using System.Text;
using CsCheck;

namespace Endre.Fuzz.Tests;

/// <summary>
/// Samples that are right, made wrong in a few places: bytes turned, taken out, doubled, moved and cut, and words put in
/// that programs stumble over.
/// </summary>
internal static class Mutation
{
    private static readonly byte[][] Stumbling =
    [
        .. new[]
        {
            "",
            "\0",
            "\uFEFF",
            "\u202E",
            "\u200D",
            "\uFFFE",
            "Å\u030A",
            "😀",
            "\r\n",
            "\t",
            "\"",
            "\\",
            "'",
            "<script>",
            "%00",
            "%",
            "%u0041",
            "+",
            "&",
            "=",
            ";",
            ",",
            ":",
            "--",
            "null",
            "true",
            "-1",
            "0",
            "00",
            "1e999",
            "-0.0",
            "NaN",
            "99999999999999999999",
            "2147483648",
            "9223372036854775808",
            "\\u0000",
            "\\ud800",
            "{",
            "}",
            "[",
            "]",
            "{\"a\":",
            "[[[[[[[[",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "2026-02-30",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59.9999999-14:00",
            "../../etc/passwd",
            "//evil.example",
            "=1+1",
            "13097248022",
            "__token",
            "; q=2",
            "*",
            "\u0130",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xC0, 0x80],
        [0xED, 0xA0, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [.. Enumerable.Repeat((byte)'[', 200)],
        [.. Enumerable.Repeat((byte)'9', 400)],
        [.. Enumerable.Repeat((byte)'a', 5_000)],
        Encoding.UTF8.GetBytes(new string('å', 2_000)),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("e\u0301", 500))),
    ];

    private static readonly Gen<Change> Changes = Gen.Select(
        Gen.Int[0, 8],
        Gen.Int[0, 1_000_000],
        Gen.Int[1, 40],
        Gen.Int[0, 255],
        (kind, at, length, value) => new Change(kind, at, length, value)
    );

    /// <summary>One of the samples with up to eight changes, or nothing but noise.</summary>
    public static Gen<byte[]> Of(IReadOnlyList<byte[]> samples) =>
        Gen.Frequency(
            (
                9,
                Gen.Select(
                    Gen.Int[0, samples.Count - 1],
                    Changes.Array[0, 8],
                    (at, changes) => changes.Aggregate(samples[at], (bytes, change) => change.Apply(bytes))
                )
            ),
            (1, Gen.Byte.Array[0, 300])
        );

    private readonly record struct Change(int Kind, int At, int Length, int Value)
    {
        public byte[] Apply(byte[] bytes)
        {
            var at = bytes.Length == 0 ? 0 : At % (bytes.Length + 1);
            var end = Math.Min(bytes.Length, at + Length);
            var (head, piece, tail) = (bytes[..at], bytes[at..end], bytes[end..]);
            return Kind switch
            {
                0 when piece.Length > 0 => [.. head, (byte)Value, .. piece[1..], .. tail],
                1 when piece.Length > 0 => [.. head, (byte)(piece[0] ^ (1 << (Value & 7))), .. piece[1..], .. tail],
                2 => [.. head, .. tail],
                3 => [.. head, .. piece, .. piece, .. tail],
                4 => head,
                5 => [.. tail, .. piece, .. head],
                6 => [.. head, (byte)Value, .. piece, .. tail],
                _ => [.. head, .. Stumbling[(Value * 257 + Length) % Stumbling.Length], .. piece, .. tail],
            };
        }
    }
}

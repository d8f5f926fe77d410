using System.Text;

namespace Endre.Fuzz.Tests;

/// <summary>Something that reads what comes from outside.</summary>
/// <param name="Name">What it reads.</param>
/// <param name="Read">Reads it. What it refuses it says in its own way; what it throws is a fault.</param>
/// <param name="Samples">What is right.</param>
public sealed record Parser(string Name, Action<byte[]> Read, IReadOnlyList<byte[]> Samples)
{
    /// <summary>A parser of text.</summary>
    public static Parser OfText(string name, Action<string> read, params string[] samples) =>
        new(name, bytes => read(Encoding.UTF8.GetString(bytes)), [.. samples.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>A parser of bytes.</summary>
    public static Parser OfBytes(string name, Action<byte[]> read, params byte[][] samples) => new(name, read, samples);

    /// <summary>The same, where one exception is how it refuses.</summary>
    public Parser Refusing<TRefusal>()
        where TRefusal : Exception =>
        this with
        {
            Read = bytes =>
            {
                try
                {
                    Read(bytes);
                }
                catch (TRefusal)
                {
                    // Refused in words.
                }
            },
        };

    public override string ToString() => Name;
}

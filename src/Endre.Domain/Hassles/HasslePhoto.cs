namespace Endre.Domain.Hassles;

/// <summary>A picture of what was said, as it is kept: nothing is left of the file that came but what one sees.</summary>
/// <param name="Jpeg">The picture.</param>
/// <param name="Size">How large it is.</param>
public sealed record HasslePhoto(ReadOnlyMemory<byte> Jpeg, PhotoSize Size)
{
    /// <summary>The most bytes of a file that may come; phones make pictures of three to ten megabytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>The longest side of what is kept, in pixels.</summary>
    public const int LongestSide = 1600;

    /// <summary>
    /// The most pixels of a file that may come. A file of a few kilobytes can name more than a machine has room for, so this
    /// is asked before anything is unpacked.
    /// </summary>
    public const int MostPixels = 50_000_000;
}

/// <summary>How large a picture is.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record PhotoSize(int Width, int Height);

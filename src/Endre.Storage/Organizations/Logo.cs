namespace Endre.Storage.Organizations;

/// <summary>A logo as it is shown: cleaned, and never changed afterwards, since its id says what it holds.</summary>
public sealed class Logo
{
    /// <summary>The first 32 hexadecimal digits of the SHA-256 of <see cref="Content"/>.</summary>
    public required string Id { get; init; }

    /// <summary><c>image/svg+xml</c>, <c>image/png</c> or <c>image/jpeg</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>The file.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The same as PNG, for programs that know no SVG; null when there is none, or it is not needed.</summary>
    public byte[]? Picture { get; set; }

    /// <summary>How wide it is, in its own measure.</summary>
    public required double Width { get; init; }

    /// <summary>How high it is, in its own measure.</summary>
    public required double Height { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}

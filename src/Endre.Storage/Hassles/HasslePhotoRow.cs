namespace Endre.Storage.Hassles;

/// <summary>The picture of a hassle, in a table of its own: lists never load it, and backups and transfers carry it.</summary>
public sealed class HasslePhotoRow
{
    /// <summary>Which hassle; it has at most one.</summary>
    public required Guid HassleId { get; init; }

    /// <summary>JPEG without any metadata.</summary>
    public required byte[] Jpeg { get; init; }
}

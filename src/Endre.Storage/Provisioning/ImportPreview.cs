namespace Endre.Storage.Provisioning;

/// <summary>
/// A file that an administrator has looked at and not yet carried out. It is kept so that any node can carry it out, also
/// after a restart, and is deleted when it is carried out, thrown away, or a day old.
/// </summary>
public sealed class ImportPreview
{
    /// <summary>The longest file name that is stored.</summary>
    public const int MaxFileNameLength = 200;

    /// <summary>The preview's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is; nobody else sees it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What the file is called.</summary>
    public required string FileName { get; init; }

    /// <summary>The file.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Whether those who are missing in it are to be deactivated.</summary>
    public bool EndsMissing { get; set; }

    /// <summary>Who takes over from them, or null.</summary>
    public Guid? SuccessorId { get; set; }

    /// <summary>After this instant it is gone.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

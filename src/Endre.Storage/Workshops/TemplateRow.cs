namespace Endre.Storage.Workshops;

/// <summary>A workshop template that somebody saved. The templates that come with Endre are not stored.</summary>
public sealed class TemplateRow
{
    /// <summary>The template's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>A short word that names it in the API; unique.</summary>
    public required string Key { get; set; }

    /// <summary>Its name in each language, as JSON: <c>{"nb":"…","nn":"…","en":"…"}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>The template itself, as JSON.</summary>
    public required string Json { get; set; }

    /// <summary>Who saved it, or null for everybody's.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>When it was first saved.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last saved.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>One more each time it is saved, so that two who save at once cannot undo each other.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was deleted, or null. It is then offered no more, and can be brought back.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}

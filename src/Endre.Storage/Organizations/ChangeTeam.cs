namespace Endre.Storage.Organizations;

/// <summary>Endringsteam: people of several professions and units who carry a change together.</summary>
public sealed class ChangeTeam
{
    /// <summary>The longest name that is stored.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The longest mandate that is stored.</summary>
    public const int MaxMandateLength = 2000;

    /// <summary>The team's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The unit that set it up and that it answers to.</summary>
    public required Guid UnitId { get; set; }

    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>What it is to do, in a few sentences; may be empty.</summary>
    public string Mandate { get; set; } = "";

    /// <summary>When it was dissolved, or null while it works.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>One more at each change.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>Somebody's place in a change team.</summary>
public sealed class ChangeTeamMember
{
    /// <summary>Which team.</summary>
    public required Guid TeamId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Whether the person leads the team.</summary>
    public bool IsLead { get; set; }
}

namespace Endre.Storage.Privacy;

/// <summary>A number that the organization has chosen to protect people: a retention period, the small-group limit.</summary>
public sealed class PrivacySetting
{
    /// <summary>The name under which the small-group limit lies.</summary>
    public const string SmallGroupLimit = "small-group-limit";

    /// <summary>What it is, as a word.</summary>
    public required string Name { get; init; }

    /// <summary>The number.</summary>
    public required int Value { get; set; }
}

/// <summary>What the last cleaning of one sort of data did.</summary>
public sealed class RetentionRun
{
    /// <summary>The sort of data, as a word.</summary>
    public required string Kind { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RanAt { get; set; }

    /// <summary>How many were removed then.</summary>
    public required int Removed { get; set; }
}

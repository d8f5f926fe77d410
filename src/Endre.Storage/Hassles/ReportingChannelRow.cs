namespace Endre.Storage.Hassles;

/// <summary>Where the organization takes in what is no hassle.</summary>
public sealed class ReportingChannelRow
{
    /// <summary>What it is for, as a word of <see cref="Domain.Hassles.Channels.ReportingChannel"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>An address on the web, or words.</summary>
    public required string Address { get; set; }
}

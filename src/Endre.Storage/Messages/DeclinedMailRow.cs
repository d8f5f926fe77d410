namespace Endre.Storage.Messages;

/// <summary>An address that does without the mail of one matter, such as a series of meetings. The address itself is not kept.</summary>
public sealed class DeclinedMailRow
{
    /// <summary>What the mail is about.</summary>
    public required Guid AboutId { get; init; }

    /// <summary>SHA-256 of the address in small letters.</summary>
    public required byte[] AddressHash { get; init; }

    /// <summary>The day on which it was said.</summary>
    public required DateOnly DeclinedOn { get; init; }
}

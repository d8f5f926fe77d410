namespace Endre.Web.Messages;

/// <summary>What is to be told somebody.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">
/// What it tells of: <c>{id of the hassle}:{number of the answer}</c>. To the same person, the same key of the same kind is
/// the same message, and is stored once.
/// </param>
/// <param name="Write">Writes it; called with the language of whoever gets it.</param>
internal sealed record OutgoingMessage(MessageKind Kind, string Key, Func<Letter> Write)
{
    public IReadOnlyList<MessageFile> Files { get; init; } = [];

    /// <summary>Whether the person has asked for it this moment, so that quiet hours do not hold it back.</summary>
    public bool IsUrgent { get; init; }
}

/// <summary>A file that goes along.</summary>
/// <param name="Name">Without folders.</param>
/// <param name="ContentType">
/// With its parameters. A <c>text/calendar; method=REQUEST; charset=utf-8</c> also becomes the part by which calendars know
/// an invitation.
/// </param>
/// <param name="Content">The bytes.</param>
internal sealed record MessageFile(string Name, string ContentType, byte[] Content);

/// <summary>Somebody without an account.</summary>
/// <param name="Address">The mail address.</param>
/// <param name="Name">What they are called, where that is known.</param>
/// <param name="Language"><c>nb</c>, <c>nn</c> or <c>en</c>; null for the organization's.</param>
internal sealed record MessageGuest(string Address, string? Name = null, string? Language = null)
{
    /// <summary>What the mail is about, which the guest can do without as a whole: a series of meetings.</summary>
    public required Guid AboutId { get; init; }
}

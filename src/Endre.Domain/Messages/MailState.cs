namespace Endre.Domain.Messages;

/// <summary>How far the mail of a message has come. The message itself is in the app whatever became of its mail.</summary>
public static class MailState
{
    /// <summary>There is none: the person has no address, or wants no mail of this kind.</summary>
    public const string None = "none";

    /// <summary>It has not been tried yet.</summary>
    public const string Waiting = "waiting";

    /// <summary>It was tried and is tried again.</summary>
    public const string Failed = "failed";

    /// <summary>A mail server has taken it.</summary>
    public const string Sent = "sent";

    /// <summary>It lies as a file in the mail folder, since no mail server is set up.</summary>
    public const string Filed = "filed";

    /// <summary>It is not tried again.</summary>
    public const string GivenUp = "given-up";

    /// <summary>All states, in the order in which mail passes them.</summary>
    public static IReadOnlyList<string> All { get; } = [Waiting, Failed, Sent, Filed, GivenUp, None];
}

using Endre.Domain.Messages;

namespace Endre.Storage.Messages;

/// <summary>
/// One message to one person, or to an address alone. It is in the app from the instant at which what it tells of is
/// stored; its mail is sent afterwards, and this row is the outbox.
/// </summary>
public sealed class MessageRow
{
    /// <summary>The longest word: of a kind, of a state, of a class of faults.</summary>
    public const int MaxWordLength = 60;

    /// <summary>The longest key.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>The longest subject.</summary>
    public const int MaxSubjectLength = 200;

    /// <summary>The longest address.</summary>
    public const int MaxAddressLength = 256;

    /// <summary>The longest body, as JSON.</summary>
    public const int MaxPartsLength = 100_000;

    /// <summary>Which message. Its mail has this in its Message-ID, however often it is sent.</summary>
    public required Guid Id { get; init; }

    /// <summary>To whom; null for an address alone.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The mail address of somebody without an account; null for a person, whose own is used.</summary>
    public string? Address { get; init; }

    /// <summary>What somebody without an account is called; null when that is not known.</summary>
    public string? AddressName { get; init; }

    /// <summary>What somebody without an account can do without the mail of, such as a series of meetings; null for a person.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>The kind, as a word: what one can turn off.</summary>
    public required string Kind { get; init; }

    /// <summary>What it tells of and to whom. The same key again is the same message, and is stored once.</summary>
    public required string Key { get; init; }

    /// <summary>The language it is written in: <c>nb</c>, <c>nn</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The subject, one line.</summary>
    public required string Subject { get; set; }

    /// <summary>The paragraphs, headings, lists and buttons, as JSON; null once it is not kept any more.</summary>
    public string? Parts { get; set; }

    /// <summary>Where in the app it leads; null for nowhere.</summary>
    public string? Path { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first instant at which it may be sent as mail, by the person's quiet hours.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>One of <see cref="MailState"/>.</summary>
    public required string Mail { get; set; }

    /// <summary>How often its mail has been tried.</summary>
    public int Tries { get; set; }

    /// <summary>When its mail is tried next; null when it is not.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>Which round of which node has it in hand; null for none.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>Until when; a node that died holds it no longer.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>The class of the last fault, a word; never what a server said, which may hold an address.</summary>
    public string? LastError { get; set; }

    /// <summary>When a mail server took it, or it was put into the folder.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When the person opened it in the app; null while unread.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}

namespace Endre.Storage.Messages;

/// <summary>A file that a message carries, in a table of its own: lists never load it.</summary>
public sealed class MessageAttachmentRow
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 120;

    /// <summary>The longest content type.</summary>
    public const int MaxContentTypeLength = 120;

    /// <summary>The most bytes of one file: what mail servers take beside a body.</summary>
    public const int MaxLength = 8 * 1024 * 1024;

    /// <summary>Which message.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Its place among the files of the message, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The name of the file, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, such as <c>text/calendar; method=REQUEST; charset=utf-8</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>What it holds.</summary>
    public required byte[] Content { get; init; }
}

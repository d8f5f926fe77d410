using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Endre.Web.Messages;

/// <summary>What a message says, once: the app shows it, and mail is made of it as plain text and as HTML.</summary>
/// <param name="Subject">One line; the heading too.</param>
/// <param name="Parts">What stands under it, from the top.</param>
internal sealed record Letter(string Subject, params IReadOnlyList<LetterPart> Parts)
{
    /// <summary>Where in the app it leads; null for where its first button leads.</summary>
    public string? Path { get; init; }
}

/// <summary>One part of a letter. Made by the methods here.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words; of a list none.</param>
/// <param name="To">Where it leads: an address in the app, from <c>/</c>, or a whole one. Null for nowhere.</param>
/// <param name="Items">The lines of a list; null for all else.</param>
public sealed record LetterPart(
    LetterPartKind Kind,
    string Text,
    string? To = null,
    IReadOnlyList<LetterItem>? Items = null
)
{
    public static LetterPart Paragraph(string text) => new(LetterPartKind.Paragraph, text);

    public static LetterPart Heading(string text) => new(LetterPartKind.Heading, text);

    /// <summary>What somebody wrote, in their own words.</summary>
    public static LetterPart Quote(string text) => new(LetterPartKind.Quote, text);

    public static LetterPart List(params IReadOnlyList<LetterItem> items) =>
        new(LetterPartKind.List, "", To: null, items);

    public static LetterPart Button(string label, string to) => new(LetterPartKind.Button, label, to);
}

/// <summary>One line of a list.</summary>
/// <param name="Text">The words.</param>
/// <param name="To">As in <see cref="LetterPart"/>.</param>
public sealed record LetterItem(string Text, string? To = null);

/// <summary>The sorts of parts there are.</summary>
public enum LetterPartKind
{
    Paragraph,
    Heading,
    Quote,
    List,
    Button,
}

/// <summary>The parts of a letter as they lie in the database.</summary>
internal static class LetterJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Write(IReadOnlyList<LetterPart> parts) => JsonSerializer.Serialize(parts, Options);

    public static IReadOnlyList<LetterPart> Read(string? parts) =>
        parts is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<LetterPart>>(parts, Options) ?? [];
}

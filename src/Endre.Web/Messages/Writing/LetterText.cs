using System.Text;

namespace Endre.Web.Messages.Writing;

/// <summary>A letter as plain text: the same words in the same order as the HTML.</summary>
internal static class LetterText
{
    public static string Of(Letter letter, LetterFrame frame)
    {
        var text = new StringBuilder().Append(letter.Subject).Append("\n\n");
        foreach (var part in letter.Parts)
        {
            text.Append(Of(part, frame)).Append("\n\n");
        }
        // Mail programs take what follows for a signature, and leave it out of an answer.
        text.Append("-- \n").Append(frame.Why).Append('\n');
        foreach (var (label, address) in frame.Links)
        {
            text.Append('\n').Append(label).Append(":\n").Append(address).Append('\n');
        }
        return text.ToString();
    }

    private static string Of(LetterPart part, LetterFrame frame) =>
        part.Kind switch
        {
            LetterPartKind.Heading => $"{part.Text}\n{new string('-', Math.Min(part.Text.Length, 60))}",
            LetterPartKind.Quote => string.Join('\n', Lines(part.Text).Select(line => $"> {line}".TrimEnd())),
            LetterPartKind.List => string.Join('\n', (part.Items ?? []).Select(item => Of(item, frame))),
            LetterPartKind.Button => $"{part.Text}:\n{frame.Whole(part.To ?? "/")}",
            _ => string.Join('\n', Lines(part.Text)),
        };

    private static string Of(LetterItem item, LetterFrame frame) =>
        item.To is { } to ? $"* {item.Text}\n  {frame.Whole(to)}" : $"* {item.Text}";

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}

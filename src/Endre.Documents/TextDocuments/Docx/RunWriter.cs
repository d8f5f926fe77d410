using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>Running text: runs, links, references, fields and the paragraphs around them.</summary>
internal sealed class RunWriter(DocxDraft draft)
{
    /// <summary>A paragraph of one style and plain text.</summary>
    public static WordParagraph Plain(string style, string text) => Styled(style, Words(text, looks: null));

    /// <summary>A paragraph of one style around what is given.</summary>
    public static WordParagraph Styled(string style, IEnumerable<OpenXmlElement> content) =>
        Styled(style, [.. content]);

    /// <summary>A paragraph of one style around what is given.</summary>
    /// <remarks>An element is also the sequence of its children, so one alone must not be taken for a sequence.</remarks>
    public static WordParagraph Styled(string style, params OpenXmlElement[] content)
    {
        var paragraph = new WordParagraph(
            new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } }
        );
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>A paragraph of one style, at which a reference may arrive.</summary>
    public WordParagraph Write(string style, RichText text, string? anchor = null) =>
        Styled(style, Bookmarked(draft.BookmarkToPlace(anchor), Write(text)));

    public IEnumerable<OpenXmlElement> Write(RichText text) => text.SelectMany(Write);

    /// <summary>What is given, as a place of the given name; no name, no place.</summary>
    public IEnumerable<OpenXmlElement> Bookmarked(string? name, IEnumerable<OpenXmlElement> content)
    {
        if (name is null)
        {
            return content;
        }

        var id = draft.NextId().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = id, Name = name }, .. content, new BookmarkEnd { Id = id }];
    }

    /// <summary>A field with the result that programs show until they compute it.</summary>
    public static IEnumerable<OpenXmlElement> Field(string instruction, string result) =>
        [
            new WordRun(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            Instruction(instruction),
            new WordRun(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            new WordRun(new Text(result)),
            new WordRun(new FieldChar { FieldCharType = FieldCharValues.End }),
        ];

    public static WordRun Instruction(string text) =>
        new(new FieldCode($" {text} ") { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>Runs of plain text, with breaks for line breaks and tabs for tabs.</summary>
    public static IEnumerable<OpenXmlElement> Words(string text, RunProperties? looks)
    {
        var run = new WordRun();
        if (looks is not null)
        {
            run.Append(looks);
        }

        var lines = SafeText.WithPlainBreaks(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            var cells = lines[i].Split('\t');
            for (var j = 0; j < cells.Length; j++)
            {
                if (j > 0)
                {
                    run.Append(new TabChar());
                }

                if (cells[j].Length > 0)
                {
                    run.Append(new Text(cells[j]) { Space = SpaceProcessingModeValues.Preserve });
                }
            }
        }

        return [run];
    }

    private IEnumerable<OpenXmlElement> Write(Run run) =>
        run switch
        {
            LinkRun link =>
            [
                new Hyperlink(Words(link.Text, LinkLooks())) { Id = draft.AddLink(link.Target), History = true },
            ],
            ReferenceRun reference when draft.BookmarkOf(reference.Anchor) is { } name =>
            [
                new Hyperlink(Words(reference.Text, LinkLooks())) { Anchor = name, History = true },
            ],
            TextRun { IsBold: true } or TextRun { IsItalic: true } => Words(run.Text, Looks((TextRun)run)),
            _ => Words(run.Text, looks: null),
        };

    private static RunProperties LinkLooks() => new() { RunStyle = new RunStyle { Val = StyleNames.Hyperlink } };

    private static RunProperties Looks(TextRun run)
    {
        var looks = new RunProperties();
        if (run.IsBold)
        {
            looks.Append(new Bold(), new BoldComplexScript());
        }

        if (run.IsItalic)
        {
            looks.Append(new Italic(), new ItalicComplexScript());
        }

        return looks;
    }
}

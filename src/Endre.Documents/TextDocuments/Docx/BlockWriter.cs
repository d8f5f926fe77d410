using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>Turns each block of the model into what stands in the body of the file.</summary>
internal sealed class BlockWriter
{
    private readonly DocxDraft draft;
    private readonly RunWriter runs;
    private readonly TableWriter tables;
    private readonly ImageWriter images;
    private readonly ContentsWriter contents;

    public BlockWriter(DocxDraft draft)
    {
        this.draft = draft;
        runs = new(draft);
        tables = new(draft, runs);
        images = new(draft, runs);
        contents = new(draft);
    }

    public IEnumerable<OpenXmlElement> Write(IEnumerable<Block> blocks)
    {
        var beginsPage = false;
        Block? previous = null;
        foreach (var block in blocks)
        {
            if (block is PageBreak)
            {
                (beginsPage, previous) = (true, null);
                continue;
            }

            if ((previous, block) is (Quote, Quote) or (Callout, Callout))
            {
                // Paragraphs alike are drawn as one; two quotes are two.
                yield return RunWriter.Styled(StyleNames.Air);
            }

            previous = block;

            foreach (var element in Write(block))
            {
                if (beginsPage && !TryBeginPage(element))
                {
                    yield return RunWriter.Styled(
                        StyleNames.PageBreak,
                        new WordRun(new Break { Type = BreakValues.Page })
                    );
                }

                beginsPage = false;
                yield return element;
            }
        }
    }

    /// <summary>Lets a paragraph begin the page itself, which leaves no empty line on top of it; a table cannot.</summary>
    private static bool TryBeginPage(OpenXmlElement element)
    {
        if (
            element is not WordTable
            && (element as WordParagraph ?? element.Descendants<WordParagraph>().FirstOrDefault()) is { } first
        )
        {
            first.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
            return true;
        }

        return false;
    }

    private IEnumerable<OpenXmlElement> Write(Block block) =>
        block switch
        {
            Heading heading => [WriteHeading(heading)],
            Paragraph paragraph => [runs.Write(StyleNames.BodyText, paragraph.Text, paragraph.Anchor)],
            Note note => [runs.Write(StyleNames.Note, note.Text, note.Anchor)],
            BulletList list => WriteList(list.Items, list.Anchor, StyleNames.ListBullet, ListNumbering.Bullets),
            NumberedList { Items.Count: > 0 } list => WriteList(
                list.Items,
                list.Anchor,
                StyleNames.ListNumber,
                ListNumbering.NumberedList(draft.NextNumberedList())
            ),
            NumberedList => [],
            Table table => tables.Write(table),
            Quote quote => WriteQuote(quote),
            Callout callout => [WriteCallout(callout)],
            Image image => images.Write(image),
            TableOfContents list => [contents.Write(list)],
            _ => throw new NotSupportedException($"No way to write a {block.GetType().Name}."),
        };

    private OpenXmlElement WriteHeading(Heading heading)
    {
        var text = runs.Bookmarked(draft.BookmarkToPlace(heading.Anchor), runs.Write(heading.Text));
        if (draft.HasContents)
        {
            text = runs.Bookmarked(draft.NextHeadingBookmark(), text);
        }

        return RunWriter.Styled(StyleNames.Heading(heading.Level), text);
    }

    private IEnumerable<OpenXmlElement> WriteList(
        IReadOnlyList<ListItem> items,
        string? listAnchor,
        string style,
        int numbering
    )
    {
        var bookmark = draft.BookmarkToPlace(listAnchor);
        foreach (var item in items)
        {
            yield return WriteItem(item, style, level: 0, numbering, bookmark);
            bookmark = null;
            foreach (var child in item.Children)
            {
                yield return WriteItem(child, style, level: 1, numbering, outerBookmark: null);
            }
        }
    }

    private OpenXmlElement WriteItem(ListItem item, string style, int level, int numbering, string? outerBookmark)
    {
        var text = runs.Bookmarked(draft.BookmarkToPlace(item.Anchor), runs.Write(item.Text));
        var paragraph = RunWriter.Styled(
            level == 0 ? style : $"{style}{level + 1}",
            runs.Bookmarked(outerBookmark, text)
        );
        paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties(
            new NumberingLevelReference { Val = level },
            new NumberingId { Val = numbering }
        );
        return paragraph;
    }

    private IEnumerable<OpenXmlElement> WriteQuote(Quote quote)
    {
        var words = runs.Write(StyleNames.Quote, quote.Text, quote.Anchor);
        if (quote.Source is null)
        {
            return [words];
        }

        words.ParagraphProperties!.KeepNext = new KeepNext();
        return [words, runs.Write(StyleNames.QuoteSource, quote.Source)];
    }

    private SdtBlock WriteCallout(Callout callout)
    {
        var label = SafeText.OneLine(callout.Label);
        var content = new SdtContentBlock(runs.Write(StyleNames.CalloutLabel, label, callout.Anchor));
        foreach (var paragraph in callout.Paragraphs)
        {
            content.Append(runs.Write(StyleNames.Callout, paragraph));
        }

        return new SdtBlock(
            // Word takes 64 characters in a tag or title; the label itself stands in full above the text.
            new SdtProperties(
                new SdtAlias { Val = SafeText.Cut(label, 64) },
                new Tag { Val = "callout" },
                new SdtId { Val = draft.NextId() }
            ),
            content
        );
    }
}

using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>The table of contents: a field whose first result is the list of headings as links.</summary>
internal sealed class ContentsWriter(DocxDraft draft)
{
    public SdtBlock Write(TableOfContents list)
    {
        var content = new SdtContentBlock(RunWriter.Plain(StyleNames.ContentsTitle, SafeText.OneLine(list.Title)));
        content.Append(Entries(list));
        return new SdtBlock(
            new SdtProperties(
                new SdtId { Val = draft.NextId() },
                new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())
            ),
            content
        );
    }

    private List<WordParagraph> Entries(TableOfContents list)
    {
        var entries = new List<WordParagraph>();
        var number = 0;
        foreach (var heading in draft.Document.Blocks.OfType<Heading>())
        {
            number++;
            if (heading.Level <= list.Levels)
            {
                entries.Add(Entry(heading, DocxDraft.HeadingBookmark(number)));
            }
        }

        if (entries.Count == 0)
        {
            entries.Add(RunWriter.Styled(StyleNames.Contents(1)));
        }

        var begin = entries[0].ParagraphProperties!;
        WordRun[] start =
        [
            new(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            RunWriter.Instruction($"TOC \\o \"1-{list.Levels}\" \\h \\z \\u"),
            new(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        ];
        foreach (var run in start.Reverse())
        {
            begin.InsertAfterSelf(run);
        }

        entries[^1].Append(new WordRun(new FieldChar { FieldCharType = FieldCharValues.End }));
        return entries;
    }

    private static WordParagraph Entry(Heading heading, string bookmark) =>
        RunWriter.Styled(
            StyleNames.Contents(heading.Level),
            new Hyperlink(RunWriter.Words(SafeText.OneLine(heading.Text.ToString()), looks: null))
            {
                Anchor = bookmark,
                History = true,
            }
        );
}

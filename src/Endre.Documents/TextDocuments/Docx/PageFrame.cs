using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>What surrounds the text on each page: the paper, its margins, the header and the footer.</summary>
internal static class PageFrame
{
    public static SectionProperties Section(DocxDraft draft)
    {
        var section = new SectionProperties();
        var document = draft.Document;
        if (!string.IsNullOrWhiteSpace(document.HeaderText))
        {
            var text = RunWriter.Plain(StyleNames.Header, SafeText.OneLine(document.HeaderText));
            AddHeader(draft, section, HeaderFooterValues.Default, "header1", text);
            // The first page has the title, so its header is there and empty.
            AddHeader(draft, section, HeaderFooterValues.First, "header2", RunWriter.Styled(StyleNames.Header));
        }

        if (document.HasPageNumbers || !string.IsNullOrWhiteSpace(document.FooterText))
        {
            AddFooter(draft, section, HeaderFooterValues.Default, "footer1");
            AddFooter(draft, section, HeaderFooterValues.First, "footer2");
        }

        var page = draft.Page;
        section.Append(
            new PageSize
            {
                Width = page.Width,
                Height = page.Height,
                Orient = page.IsLandscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
            },
            new PageMargin
            {
                Top = (int)page.Top,
                Bottom = (int)page.Bottom,
                Left = page.Side,
                Right = page.Side,
                Header = 680,
                Footer = 600,
                Gutter = 0,
            },
            new TitlePage()
        );
        return section;
    }

    private static void AddHeader(
        DocxDraft draft,
        SectionProperties section,
        HeaderFooterValues pages,
        string name,
        OpenXmlElement content
    ) => section.Append(new HeaderReference { Type = pages, Id = draft.AddPart(name, "header", new Header(content)) });

    private static void AddFooter(DocxDraft draft, SectionProperties section, HeaderFooterValues pages, string name) =>
        section.Append(
            new FooterReference { Type = pages, Id = draft.AddPart(name, "footer", new Footer(FooterLine(draft))) }
        );

    private static OpenXmlElement FooterLine(DocxDraft draft)
    {
        var line = RunWriter.Plain(StyleNames.Footer, SafeText.OneLine(draft.Document.FooterText ?? ""));
        if (draft.Document.HasPageNumbers)
        {
            line.ParagraphProperties!.Tabs = new Tabs(
                new TabStop { Val = TabStopValues.Right, Position = draft.Page.TextWidth }
            );
            var (before, between) = draft.Language.PageWords();
            line.Append(RunWriter.Words($"\t{before}", looks: null));
            line.Append(RunWriter.Field("PAGE", "1"));
            line.Append(RunWriter.Words(between, looks: null));
            line.Append(RunWriter.Field("NUMPAGES", "1"));
        }

        return line;
    }
}

using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Endre.Documents.Tests.Support;
using Endre.Documents.TextDocuments;
using ListItem = Endre.Documents.TextDocuments.ListItem;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = Endre.Documents.TextDocuments.Run;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Endre.Documents.Tests.TextDocuments;

public sealed class DocxWriterTests : IDisposable
{
    private readonly WordprocessingDocument file = OfficeFiles.Word(DocxWriter.Write(ReportOfEverything.Make()));

    private Body Body => file.MainDocumentPart!.Document.Body!;

    public void Dispose() => file.Dispose();

    [Fact]
    public void The_validator_finds_nothing_to_say_about_a_document_that_uses_everything() => file.ShouldBeValid();

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        DocxWriter.Write(ReportOfEverything.Make()).ShouldBe(DocxWriter.Write(ReportOfEverything.Make()));

    [Fact]
    public void Headings_are_headings_in_their_order()
    {
        var headings = Body.Elements<Paragraph>()
            .Where(paragraph => Style(paragraph).StartsWith("Heading", StringComparison.Ordinal))
            .Select(paragraph => $"{Style(paragraph)[^1]} {paragraph.InnerText}");

        headings.ShouldBe([
            "1 Spørsmål 1: Hva mobiliserer, og hva bremser?",
            "2 Gruppe 1: Hjemmetjenesten",
            "3 Slik gikk de fram",
            "4 Om tellingen",
            "1 De tre beste",
            "1 Hvem tar hva videre",
        ]);
        var outline = Styles()
            .Where(style => style.StyleName!.Val!.Value!.StartsWith("heading ", StringComparison.Ordinal));
        outline.Select(style => style.StyleParagraphProperties!.OutlineLevel!.Val!.Value).ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void Every_style_in_use_is_defined()
    {
        var used = Parts().SelectMany(root => root.Descendants<ParagraphStyleId>()).Select(style => style.Val!.Value!);
        var defined = Styles().Select(style => style.StyleId!.Value!).ToHashSet();

        used.Except(defined).ShouldBeEmpty();
        defined.ShouldContain("EndreTable");
    }

    [Fact]
    public void Every_image_has_its_alternative_text()
    {
        Body.Descendants<DocProperties>()
            .Select(image => image.Description!.Value)
            .ShouldBe([
                "Stolpediagram: 30, 55, 42, 80 og 66 lapper i gruppe 1 til 5.",
                "Det samme diagrammet som bilde.",
            ]);
        file.MainDocumentPart!.ImageParts.Select(part => part.ContentType)
            .ShouldBe(["image/png", "image/svg+xml", "image/png"], ignoreOrder: true);
    }

    [Fact]
    public void Every_table_has_its_first_row_as_header_and_no_other()
    {
        foreach (var table in Body.Elements<Table>())
        {
            var headers = table
                .Elements<WordRow>()
                .Select(row => row.TableRowProperties!.Elements<TableHeader>().Any());
            headers.ShouldBe([true, .. Enumerable.Repeat(false, table.Elements<WordRow>().Count() - 1)]);
            table.GetFirstChild<TableProperties>()!.TableLook!.FirstRow!.Value.ShouldBeTrue();
        }

        var looks = Body.Elements<Table>().Select(table => table.GetFirstChild<TableProperties>()!).ToArray();
        looks.Select(look => look.TableLook!.FirstColumn!.Value).ShouldBe([true, false]);
        looks[0].TableCaption!.Val!.Value.ShouldBe("De tre beste forslagene fra gruppe 1");
    }

    [Fact]
    public void The_columns_of_a_table_fill_the_width_of_the_text()
    {
        foreach (var table in Body.Elements<Table>())
        {
            var columns = table
                .GetFirstChild<TableGrid>()!
                .Elements<GridColumn>()
                .Select(column => int.Parse(column.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture));
            columns.Sum().ShouldBe(11_906 - 2 * 1_361);
        }
    }

    [Fact]
    public void A_reference_leads_to_its_source_and_one_without_source_is_plain_text()
    {
        var bookmarks = Body.Descendants<BookmarkStart>()
            .ToDictionary(start => start.Name!.Value!, start => start.Parent!.InnerText);
        var links = Body.Descendants<Hyperlink>().Where(link => link.Anchor is not null).ToArray();

        links.ShouldAllBe(link => bookmarks.ContainsKey(link.Anchor!.Value!));
        var quote = links.Single(link => link.InnerText == "tid til å tenke sammen");
        bookmarks[quote.Anchor!.Value!].ShouldBe("Tid til å tenke sammen");
        links.ShouldNotContain(link => link.InnerText == "noe som er trukket");
        Body.InnerText.ShouldContain("noe som er trukket");
    }

    [Fact]
    public void A_link_leads_out_of_the_document() =>
        file.MainDocumentPart!.HyperlinkRelationships.Single()
            .Uri.AbsoluteUri.ShouldBe("https://endre.example/metode?sp%C3%B8rsm%C3%A5l=1&spr%C3%A5k=nb");

    [Fact]
    public void The_table_of_contents_is_a_field_with_links_to_the_headings_it_lists()
    {
        var contents = Body.Elements<SdtBlock>().First();

        contents.Descendants<FieldCode>().Single().Text.ShouldBe(" TOC \\o \"1-2\" \\h \\z \\u ");
        contents
            .Descendants<Hyperlink>()
            .Select(link => link.InnerText)
            .ShouldBe([
                "Spørsmål 1: Hva mobiliserer, og hva bremser?",
                "Gruppe 1: Hjemmetjenesten",
                "De tre beste",
                "Hvem tar hva videre",
            ]);
        var targets = Body.Elements<Paragraph>()
            .SelectMany(
                paragraph => paragraph.Elements<BookmarkStart>(),
                (paragraph, start) => (start.Name!.Value, paragraph.InnerText)
            );
        foreach (var link in contents.Descendants<Hyperlink>())
        {
            targets.ShouldContain((link.Anchor!.Value, link.InnerText));
        }
    }

    [Fact]
    public void A_callout_is_one_named_piece_of_the_document()
    {
        var callout = Body.Elements<SdtBlock>().Single(block => block.SdtProperties!.GetFirstChild<Tag>() is not null);

        callout.SdtProperties!.GetFirstChild<SdtAlias>()!.Val!.Value.ShouldBe("Tolkning");
        callout.SdtContentBlock!.Elements<Paragraph>().Select(Style).ShouldBe(["CalloutLabel", "Callout", "Callout"]);
    }

    [Fact]
    public void Two_callouts_in_a_row_are_two_boxes()
    {
        var document = ReportOfEverything.Make() with
        {
            Blocks = [new Callout("Tolkning", "a"), new Callout("Tolkning", "b")],
        };
        using var twoCallouts = OfficeFiles.Word(DocxWriter.Write(document));

        var content = twoCallouts
            .MainDocumentPart!.Document.Body!.ChildElements.SkipWhile(element => element is not SdtBlock)
            .Take(3);
        content
            .Select(element => element is SdtBlock ? "box" : Style((Paragraph)element))
            .ShouldBe(["box", "Air", "box"]);
    }

    [Fact]
    public void Where_an_anchor_stands_twice_references_lead_to_the_first()
    {
        var document = ReportOfEverything.Make() with
        {
            Blocks =
            [
                new BulletList(new ListItem("første") { Anchor = "lapp" }, new ListItem("andre") { Anchor = "lapp" }),
                new Endre.Documents.TextDocuments.Paragraph([Run.To("lapp", "lappen")]),
            ],
        };
        using var written = OfficeFiles.Word(DocxWriter.Write(document));

        written
            .MainDocumentPart!.Document.Body!.Descendants<BookmarkStart>()
            .Single()
            .Parent!.InnerText.ShouldBe("første");
    }

    [Theory]
    [InlineData(PageFormat.A4, 11_906u, 16_838u)]
    [InlineData(PageFormat.A4Landscape, 16_838u, 11_906u)]
    [InlineData(PageFormat.A3Landscape, 23_811u, 16_838u)]
    public void The_paper_is_as_asked_and_images_stay_on_it(PageFormat page, uint width, uint height)
    {
        var image = Image.Png(Pictures.BarsPng(), "Stolper", 2_000);
        using var written = OfficeFiles.Word(
            DocxWriter.Write(ReportOfEverything.Make() with { Page = page, Blocks = [image] })
        );

        var body = written.MainDocumentPart!.Document.Body!;
        var size = body.Descendants<PageSize>().Single();
        (size.Width!.Value, size.Height!.Value).ShouldBe((width, height));
        var extent = body.Descendants<Extent>().Single();
        extent.Cx!.Value.ShouldBeLessThan(width * 635);
        extent.Cy!.Value.ShouldBeLessThan(height * 635);
        ((double)extent.Cy.Value / extent.Cx.Value).ShouldBe(0.5, tolerance: 0.001);
    }

    [Fact]
    public void Each_numbered_list_starts_at_one()
    {
        var document = ReportOfEverything.Make() with { Blocks = [new NumberedList("a"), new NumberedList("b", "c")] };
        using var twoLists = OfficeFiles.Word(DocxWriter.Write(document));

        var numberings = twoLists
            .MainDocumentPart!.Document.Body!.Descendants<NumberingId>()
            .Select(id => id.Val!.Value)
            .ToArray();
        numberings[1].ShouldBe(numberings[2]);
        numberings[0].ShouldNotBe(numberings[1]);
        var instances = twoLists.MainDocumentPart.NumberingDefinitionsPart!.Numbering.Elements<NumberingInstance>();
        foreach (var instance in instances.Where(instance => numberings.Contains(instance.NumberID!.Value)))
        {
            instance.Elements<LevelOverride>().ShouldAllBe(level => level.StartOverrideNumberingValue!.Val! == 1);
        }
    }

    [Theory]
    [InlineData(DocumentLanguage.Bokmal, "nb-NO", "Tabell 1: Tall", "Side ")]
    [InlineData(DocumentLanguage.Nynorsk, "nn-NO", "Tabell 1: Tall", "Side ")]
    [InlineData(DocumentLanguage.English, "en-GB", "Table 1: Tall", "Page ")]
    public void The_language_is_told_to_programs_and_spoken_by_the_words_we_add(
        DocumentLanguage language,
        string tag,
        string caption,
        string page
    )
    {
        var document = ReportOfEverything.Make() with
        {
            Language = language,
            Blocks = [new Endre.Documents.TextDocuments.Table(["A"], []) { Caption = "Tall" }],
        };
        using var written = OfficeFiles.Word(DocxWriter.Write(document));

        written.PackageProperties.Language.ShouldBe(tag);
        written
            .MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>()
            .Single()
            .Val!.Value.ShouldBe(tag);
        var text = written.MainDocumentPart.Document.Body!.Elements<Paragraph>().Single(p => Style(p) == "Caption");
        string.Concat(text.Descendants<Text>().Select(t => t.Text)).ShouldBe(caption);
        written.MainDocumentPart.FooterParts.ShouldAllBe(part => part.Footer.InnerText.Contains(page));
    }

    [Fact]
    public void The_file_says_what_it_is_who_made_it_and_when()
    {
        file.PackageProperties.Title.ShouldBe("Hva mobiliserer oss?");
        file.PackageProperties.Subject.ShouldBe("Medarbeiderdrevet innovasjon");
        file.PackageProperties.Creator.ShouldBe("Kari Nordmann");
        file.PackageProperties.Created!.Value.ToUniversalTime()
            .ShouldBe(new DateTime(2026, 5, 12, 12, 30, 0, DateTimeKind.Utc));
        file.ExtendedFilePropertiesPart!.Properties.Company!.Text.ShouldBe("Fjordvik kommune");
    }

    [Fact]
    public void What_follows_a_page_break_begins_the_page_without_an_empty_line()
    {
        var broken = Body.Elements<Paragraph>()
            .Single(paragraph => paragraph.ParagraphProperties!.PageBreakBefore is not null);

        broken.InnerText.ShouldBe("Hvem tar hva videre");
    }

    private static string Style(Paragraph paragraph) => paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!;

    private IEnumerable<Style> Styles() => file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>();

    private IEnumerable<DocumentFormat.OpenXml.OpenXmlElement> Parts() =>
        [
            Body,
            .. file.MainDocumentPart!.HeaderParts.Select(part => part.Header),
            .. file.MainDocumentPart.FooterParts.Select(part => part.Footer),
        ];
}

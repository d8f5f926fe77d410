using DocumentFormat.OpenXml.Wordprocessing;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>The named styles: the whole look of a document lies here, so that whoever opens it can change it in one place.</summary>
internal static class NamedStyles
{
    private const int Hairline = 4;
    private const int Bar = 24;

    public static Styles For(DocumentLanguage language) =>
        new(
            Defaults(language),
            new ParagraphLook("Normal", "Normal") { IsDefault = true, After = 120 }.ToStyle(),
            DefaultCharacters(),
            TableStyles.Normal(),
            Text(StyleNames.BodyText, "Body Text"),
            Text(StyleNames.Title, "Title") with
            {
                Size = 56,
                IsBold = true,
                After = 60,
                Line = 216,
                TopRule = (Bar, 14),
                KeepNext = true,
            },
            Text(StyleNames.Subtitle, "Subtitle") with
            {
                Size = 26,
                Color = Palette.Quiet,
                After = 360,
            },
            Heading(1) with
            {
                Size = 34,
                Before = 440,
                After = 120,
                Color = Palette.Accent,
            },
            Heading(2) with
            {
                Size = 27,
                Before = 320,
                After = 80,
            },
            Heading(3) with
            {
                Size = 23,
                Before = 240,
                After = 60,
                Color = Palette.Accent,
            },
            Heading(4) with
            {
                Size = 22,
                Before = 200,
                After = 40,
                Color = Palette.Quiet,
            },
            List(StyleNames.ListBullet, "List Bullet"),
            List($"{StyleNames.ListBullet}2", "List Bullet 2"),
            List(StyleNames.ListNumber, "List Number"),
            List($"{StyleNames.ListNumber}2", "List Number 2"),
            Text(StyleNames.Quote, "Quote") with
            {
                IsItalic = true,
                Left = 454,
                Right = 454,
                Before = 120,
                LeftRule = (12, 12, Palette.Rule),
            },
            Text(StyleNames.QuoteSource, "Quote Source") with
            {
                Size = 19,
                Color = Palette.Quiet,
                Left = 454,
                Right = 454,
                LeftRule = (12, 12, Palette.Rule),
            },
            Callout(StyleNames.CalloutLabel, "Callout Label") with
            {
                Size = 20,
                IsBold = true,
                Color = Palette.Accent,
                Before = 240,
                After = 60,
                KeepNext = true,
            },
            Callout(StyleNames.Callout, "Callout") with
            {
                After = 120,
            },
            Text(StyleNames.Caption, "caption") with
            {
                Size = 19,
                Color = Palette.Quiet,
                Before = 120,
                After = 100,
            },
            Text(StyleNames.Figure, "Figure") with
            {
                Before = 160,
                After = 80,
                Line = 240,
            },
            Text(StyleNames.Note, "Note") with
            {
                Size = 19,
                Color = Palette.Quiet,
            },
            Text(StyleNames.PageBreak, "Page Break") with
            {
                Size = 2,
                After = 0,
                Line = 240,
            },
            Text(StyleNames.TableText, "Table Text") with
            {
                Size = 20,
                After = 0,
                Line = 250,
            },
            Text(StyleNames.TableHeading, "Table Heading") with
            {
                Size = 20,
                IsBold = true,
                After = 0,
                Line = 250,
            },
            Text(StyleNames.Air, "Air") with
            {
                Size = 8,
                After = 120,
                Line = 240,
            },
            Text(StyleNames.ContentsTitle, "TOC Heading") with
            {
                Size = 27,
                IsBold = true,
                Before = 240,
                After = 120,
                KeepNext = true,
            },
            Contents(1) with
            {
                IsBold = true,
                Before = 80,
            },
            Contents(2) with
            {
                Left = 284,
            },
            Contents(3) with
            {
                Left = 567,
                Size = 20,
            },
            Contents(4) with
            {
                Left = 851,
                Size = 20,
            },
            Text(StyleNames.Header, "header") with
            {
                Size = 18,
                Color = Palette.Quiet,
                After = 0,
            },
            Text(StyleNames.Footer, "footer") with
            {
                Size = 18,
                Color = Palette.Quiet,
                After = 0,
            },
            HyperlinkCharacters(),
            TableStyles.Endre()
        );

    private static ParagraphLook Text(string id, string name) => new(id, name);

    private static ParagraphLook Heading(int level) =>
        new(StyleNames.Heading(level), $"heading {level}")
        {
            IsBold = true,
            KeepNext = true,
            Line = 240,
            OutlineLevel = level - 1,
        };

    private static ParagraphLook List(string id, string name) => new(id, name) { After = 60 };

    private static ParagraphLook Contents(int level) =>
        new(StyleNames.Contents(level), $"toc {level}") { After = 40, IsAutomatic = true };

    private static ParagraphLook Callout(string id, string name) =>
        new(id, name)
        {
            Left = 284,
            Right = 170,
            IsBox = true,
            Fill = Palette.Tint,
            LeftRule = (Bar, 10, Palette.Accent),
        };

    private static DocDefaults Defaults(DocumentLanguage language) =>
        new(
            new RunPropertiesDefault(
                new RunPropertiesBaseStyle(
                    new RunFonts
                    {
                        Ascii = Palette.Typeface,
                        HighAnsi = Palette.Typeface,
                        EastAsia = Palette.Typeface,
                        ComplexScript = Palette.Typeface,
                    },
                    new Color { Val = Palette.Ink },
                    new FontSize { Val = "22" },
                    new FontSizeComplexScript { Val = "22" },
                    new Languages
                    {
                        Val = language.Tag(),
                        EastAsia = language.Tag(),
                        Bidi = "ar-SA",
                    }
                )
            ),
            new ParagraphPropertiesDefault(
                new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines
                    {
                        After = "120",
                        Line = "276",
                        LineRule = LineSpacingRuleValues.Auto,
                    }
                )
            )
        );

    private static Style DefaultCharacters() =>
        new(new StyleName { Val = "Default Paragraph Font" }, new SemiHidden(), new UnhideWhenUsed())
        {
            Type = StyleValues.Character,
            StyleId = "DefaultParagraphFont",
            Default = true,
        };

    private static Style HyperlinkCharacters() =>
        new(
            new StyleName { Val = "Hyperlink" },
            new BasedOn { Val = "DefaultParagraphFont" },
            new UnhideWhenUsed(),
            new StyleRunProperties(new Color { Val = Palette.Accent }, new Underline { Val = UnderlineValues.Single })
        )
        {
            Type = StyleValues.Character,
            StyleId = StyleNames.Hyperlink,
        };
}

using CsCheck;
using Endre.Documents.Tests.Support;
using Endre.Documents.TextDocuments;

namespace Endre.Documents.Tests.TextDocuments;

/// <summary>Documents nobody would write, of all the blocks there are.</summary>
public static class AnyDocument
{
    private static readonly Gen<string> AnchorName = Gen.Int[0, 9].Select(number => $"sted {number}");
    private static readonly Gen<string?> Anchor = AnchorName.Null();

    private static readonly Gen<Run> AnyRun = Gen.OneOf(
        AnyText.Gen.Select(text => (Run)text),
        Gen.Select(
            AnyText.Gen,
            Gen.Bool,
            Gen.Bool,
            (text, bold, italic) => (Run)new TextRun(text) { IsBold = bold, IsItalic = italic }
        ),
        Gen.Select(
            AnyText.Gen,
            AnyText.Gen,
            (text, path) => (Run)Run.Link(text, new Uri("https://endre.example/" + Uri.EscapeDataString(SafeUri(path))))
        ),
        Gen.Select(AnchorName, AnyText.Gen, (anchor, text) => (Run)Run.To(anchor, text))
    );

    private static readonly Gen<RichText> Text = AnyRun.Array[0, 4].Select(runs => RichText.Create(runs));

    private static readonly Gen<ListItem> Leaf = Gen.Select(
        Text,
        Anchor,
        (text, anchor) => new ListItem(text) { Anchor = anchor }
    );

    private static readonly Gen<ListItem> Item = Gen.Select(
        Text,
        Leaf.Array[0, 3],
        Anchor,
        (text, children, anchor) => new ListItem(text, children) { Anchor = anchor }
    );

    private static readonly Gen<Table> AnyTable = Gen.Int[1, 6]
        .SelectMany(columns =>
            Gen.Select(
                Gen.Select(
                    AnyText.Gen,
                    Gen.Double[0.001, 100],
                    Gen.Bool,
                    (header, width, numeric) => new TableColumn(header, width) { IsNumeric = numeric }
                ).Array[columns],
                Gen.Select(
                    Text.Array[columns],
                    Anchor,
                    (cells, anchor) => new TableRow(cells) { Anchor = anchor }
                ).Array[0, 4],
                AnyText.Gen.Null(),
                Gen.Bool,
                (headers, rows, caption, rowHeaders) =>
                    new Table(headers, rows) { Caption = caption, HasRowHeaders = rowHeaders }
            )
        );

    private static readonly Gen<Image> AnyImage = Gen.Select(
        AnyText.NotBlank,
        Gen.Double[1, 1_500],
        AnyText.Gen.Null(),
        Gen.Int[0, 2],
        (alternative, width, caption, kind) =>
            (
                kind switch
                {
                    0 => Image.Png(Pictures.BarsPng(), alternative, width),
                    1 => Image.Svg(Pictures.BarsSvg(), alternative, width),
                    _ => Image.Svg(Pictures.BarsSvg(), alternative, width, Pictures.BarsPng()),
                }
            ) with
            {
                Caption = caption,
            }
    );

    private static readonly Gen<Block> AnyBlock = Gen.Select(
        Gen.OneOf<Block>(
            Gen.Select(Gen.Int[1, 4], Text, (level, text) => (Block)new Heading(level, text)),
            Text.Select(text => (Block)new Paragraph(text)),
            Text.Select(text => (Block)new Note(text)),
            Item.Array[0, 4].Select(items => (Block)new BulletList(items)),
            Item.Array[0, 4].Select(items => (Block)new NumberedList(items)),
            AnyTable.Select(table => (Block)table),
            Gen.Select(
                Text,
                Text,
                Gen.Bool,
                (text, source, hasSource) => (Block)new Quote(text, hasSource ? source : null)
            ),
            Gen.Select(
                AnyText.NotBlank,
                Text.Array[0, 3],
                (label, paragraphs) => (Block)new Callout(label, paragraphs)
            ),
            AnyImage.Select(image => (Block)image),
            Gen.Const((Block)new PageBreak()),
            Gen.Select(AnyText.NotBlank, Gen.Int[1, 4], (title, levels) => (Block)new TableOfContents(title, levels))
        ),
        Anchor,
        (block, anchor) => block with { Anchor = anchor }
    );

    public static readonly Gen<TextDocument> Any = Gen.Select(
        Gen.Select(AnyText.NotBlank, AnyText.Gen.Null(), AnyText.Gen.Null(), AnyText.Gen.Null()),
        Gen.Select(Gen.Enum<DocumentLanguage>(), Gen.Enum<PageFormat>(), Gen.Bool),
        AnyBlock.Array[0, 12],
        (texts, looks, blocks) =>
            new TextDocument
            {
                Title = texts.Item1,
                Subtitle = texts.Item2,
                HeaderText = texts.Item3,
                FooterText = texts.Item4,
                Organization = texts.Item2,
                CreatedAt = DateTimeOffset.UnixEpoch,
                Language = looks.Item1,
                Page = looks.Item2,
                HasPageNumbers = looks.Item3,
                Blocks = blocks,
            }
    );

    // Uri itself refuses half characters, which is the caller's wall and not ours.
    private static string SafeUri(string path) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(path));
}

using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>Tables and the numbered captions that tables and figures share.</summary>
internal sealed class TableWriter(DocxDraft draft, RunWriter runs)
{
    public IEnumerable<OpenXmlElement> Write(Table table)
    {
        var bookmark = draft.BookmarkToPlace(table.Anchor);
        if (table.Caption is { } caption)
        {
            var line = Caption(runs, draft.Language.TableLabel(), draft.NextTable(), caption, bookmark);
            line.ParagraphProperties!.KeepNext = new KeepNext();
            bookmark = null;
            yield return line;
        }

        yield return WriteTable(table, bookmark);
        // Word joins two tables that meet, and needs a paragraph after the last one; this also is the air below.
        yield return RunWriter.Styled(StyleNames.Air);
    }

    /// <summary>A line such as «Tabell 1: Forslag», whose number is a field.</summary>
    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Caption(
        RunWriter runs,
        string label,
        int number,
        string text,
        string? bookmark
    ) =>
        RunWriter.Styled(
            StyleNames.Caption,
            runs.Bookmarked(
                bookmark,
                [
                    .. RunWriter.Words($"{label} ", looks: null),
                    .. RunWriter.Field($"SEQ {label} \\* ARABIC", number.ToString(CultureInfo.InvariantCulture)),
                    .. RunWriter.Words($": {text}", looks: null),
                ]
            )
        );

    private WordTable WriteTable(Table table, string? bookmark)
    {
        var widths = Widths(table.Columns, draft.Page.TextWidth);
        var grid = new TableGrid(widths.Select(width => new GridColumn { Width = Twips(width) }));
        var result = new WordTable(Properties(table), grid, WriteHeader(table, widths, bookmark));
        foreach (var row in table.Rows)
        {
            result.Append(WriteRow(table, row, widths));
        }

        return result;
    }

    private TableProperties Properties(Table table)
    {
        var properties = new TableProperties
        {
            TableStyle = new TableStyle { Val = StyleNames.Table },
            TableWidth = new TableWidth { Width = Twips(draft.Page.TextWidth), Type = TableWidthUnitValues.Dxa },
            TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
            TableLook = new TableLook
            {
                Val = table.HasRowHeaders ? "06A0" : "0620",
                FirstRow = true,
                LastRow = false,
                FirstColumn = table.HasRowHeaders,
                LastColumn = false,
                NoHorizontalBand = true,
                NoVerticalBand = true,
            },
        };
        if (table.Caption is { } caption)
        {
            properties.TableCaption = new TableCaption { Val = SafeText.OneLine(caption) };
        }

        return properties;
    }

    private WordRow WriteHeader(Table table, int[] widths, string? bookmark)
    {
        var row = new WordRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < widths.Length; i++)
        {
            var text = RunWriter.Words(SafeText.OneLine(table.Columns[i].Header), looks: null);
            var paragraph = RunWriter.Styled(StyleNames.TableHeading, runs.Bookmarked(i == 0 ? bookmark : null, text));
            paragraph.ParagraphProperties!.KeepNext = new KeepNext();
            row.Append(Cell(widths[i], table.Columns[i], paragraph));
        }

        return row;
    }

    private WordRow WriteRow(Table table, TableRow source, int[] widths)
    {
        var row = new WordRow(new TableRowProperties(new CantSplit()));
        for (var i = 0; i < widths.Length; i++)
        {
            var style = i == 0 && table.HasRowHeaders ? StyleNames.TableHeading : StyleNames.TableText;
            var paragraph = runs.Write(style, source.Cells[i], i == 0 ? source.Anchor : null);
            row.Append(Cell(widths[i], table.Columns[i], paragraph));
        }

        return row;
    }

    private static TableCell Cell(
        int width,
        TableColumn column,
        DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph
    )
    {
        if (column.IsNumeric)
        {
            paragraph.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Right };
        }

        return new TableCell(
            new TableCellProperties
            {
                TableCellWidth = new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa },
            },
            paragraph
        );
    }

    /// <summary>Shares the width out by the columns' weights; rounding goes to the last column, so the sum is exact.</summary>
    private static int[] Widths(IReadOnlyList<TableColumn> columns, int whole)
    {
        // Even a column of next to no weight keeps room for a letter or two, unless there are very many.
        var least = Math.Min(400, whole / columns.Count);
        var toShare = whole - least * columns.Count;
        var largest = columns.Max(column => column.Width);
        var sum = columns.Sum(column => column.Width / largest);
        var widths = columns.Select(column => least + (int)(toShare * (column.Width / largest / sum))).ToArray();
        widths[^1] += whole - widths.Sum();
        return widths;
    }

    private static string Twips(int value) => value.ToString(CultureInfo.InvariantCulture);
}

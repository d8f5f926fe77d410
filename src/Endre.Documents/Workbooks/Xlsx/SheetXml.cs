using System.Globalization;
using System.Xml;

namespace Endre.Documents.Workbooks.Xlsx;

/// <summary>The cells of one sheet, streamed: a sheet may have a million rows.</summary>
internal sealed class SheetXml(Sheet sheet, IReadOnlyList<string> headers, SharedStrings strings)
{
    private const int LineHeight = 15;
    private const int TallestRow = 409;

    /// <summary>Serial numbers of days count from here, as if 1900 were a leap year; from March 1900 they are right.</summary>
    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime FirstCountedRight = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly ColumnWidths widths = new(sheet, headers);

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", Names.Main);
        xml.WriteAttributeString("xmlns", "r", null, Names.Relationships);
        WriteFrame(xml);
        xml.WriteStartElement("sheetData");
        WriteHeaders(xml);
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            WriteRow(xml, sheet.Rows[row], row + 2);
        }

        xml.WriteEndElement();
        WritePage(xml);
        xml.WriteEndElement();
    }

    private void WriteFrame(XmlWriter xml)
    {
        Element(xml, "sheetPr", () => Element(xml, "pageSetUpPr", ("fitToPage", "1")));
        Element(xml, "dimension", ("ref", Names.Area(headers.Count, sheet.Rows.Count)));
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        Element(xml, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        Element(xml, "selection", ("pane", "bottomLeft"), ("activeCell", "A2"), ("sqref", "A2"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Element(xml, "sheetFormatPr", ("defaultRowHeight", Text(1 + LineHeight)));
        xml.WriteStartElement("cols");
        for (var i = 0; i < headers.Count; i++)
        {
            var number = Text(i + 1);
            var width = widths[i].ToString(CultureInfo.InvariantCulture);
            Element(xml, "col", ("min", number), ("max", number), ("width", width), ("customWidth", "1"));
        }

        xml.WriteEndElement();
    }

    private void WriteHeaders(XmlWriter xml)
    {
        StartRow(xml, 1, lines: 1);
        for (var i = 0; i < headers.Count; i++)
        {
            WriteValue(xml, 1, i, CellStyles.Header, "s", Text(strings.IndexOf(headers[i])));
        }

        xml.WriteEndElement();
    }

    private void WriteRow(XmlWriter xml, IReadOnlyList<Cell> cells, int row)
    {
        StartRow(xml, row, widths.Lines(cells));
        for (var i = 0; i < cells.Count; i++)
        {
            switch (cells[i])
            {
                case TextCell text:
                    WriteText(xml, row, i, text.Text);
                    break;
                case NumberCell number:
                    WriteValue(
                        xml,
                        row,
                        i,
                        CellStyles.Number,
                        "n",
                        number.Number.ToString(CultureInfo.InvariantCulture)
                    );
                    break;
                case DateCell date:
                    WriteMoment(xml, row, i, CellStyles.Date, date.Date.ToDateTime(TimeOnly.MinValue), "yyyy-MM-dd");
                    break;
                case MomentCell moment:
                    WriteMoment(xml, row, i, CellStyles.Moment, moment.Moment, "yyyy-MM-dd HH:mm:ss");
                    break;
                case BooleanCell boolean:
                    WriteValue(xml, row, i, CellStyles.Boolean, "b", boolean.Value ? "1" : "0");
                    break;
                default:
                    WriteEmpty(xml, row, i, CellStyles.Of(sheet.Columns[i].Kind));
                    break;
            }
        }

        xml.WriteEndElement();
    }

    private void WriteText(XmlWriter xml, int row, int column, string text)
    {
        var fit = SharedStrings.Fit(text);
        var style = FormulaText.IsRisky(fit) ? CellStyles.QuotedText : CellStyles.Text;
        WriteValue(xml, row, column, style, "s", Text(strings.IndexOf(fit)));
    }

    private void WriteMoment(XmlWriter xml, int row, int column, int style, DateTime moment, string format)
    {
        if (moment < FirstCountedRight)
        {
            WriteText(xml, row, column, moment.ToString(format, CultureInfo.InvariantCulture));
            return;
        }

        var seconds = (decimal)((moment - DayZero).Ticks / TimeSpan.TicksPerSecond);
        var days = decimal.Round(seconds / 86_400, 10);
        WriteValue(xml, row, column, style, "n", days.ToString("0.##########", CultureInfo.InvariantCulture));
    }

    private static void WriteValue(XmlWriter xml, int row, int column, int style, string type, string value)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", $"{Names.ColumnLetters(column)}{Text(row)}");
        xml.WriteAttributeString("s", Text(style));
        xml.WriteAttributeString("t", type);
        xml.WriteElementString("v", value);
        xml.WriteEndElement();
    }

    private static void WriteEmpty(XmlWriter xml, int row, int column, int style) =>
        Element(xml, "c", ("r", $"{Names.ColumnLetters(column)}{Text(row)}"), ("s", Text(style)));

    private static void WritePage(XmlWriter xml)
    {
        Element(
            xml,
            "pageMargins",
            ("left", "0.5"),
            ("right", "0.5"),
            ("top", "0.6"),
            ("bottom", "0.6"),
            ("header", "0.3"),
            ("footer", "0.3")
        );
        // A4, lying, as many pages down as it takes.
        Element(xml, "pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0"));
        xml.WriteStartElement("tableParts");
        xml.WriteAttributeString("count", "1");
        xml.WriteStartElement("tablePart");
        xml.WriteAttributeString("id", Names.Relationships, "rId1");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void StartRow(XmlWriter xml, int row, int lines)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Text(row));
        // Programs do not all measure wrapped text when they open a file; Excel still does when the text is edited.
        xml.WriteAttributeString("ht", Text(Math.Min(TallestRow, 1 + lines * LineHeight)));
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement(name);
        content();
        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

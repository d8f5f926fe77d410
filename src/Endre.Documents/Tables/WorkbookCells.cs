using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Endre.Documents.Tables;

/// <summary>The texts of cells: shared strings, numbers, and numbers that are days.</summary>
internal sealed partial class WorkbookCells
{
    private static readonly DateTime First1900 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime First1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly List<string> _shared = [];
    private readonly List<bool> _isDate = [];
    private readonly DateTime _first;
    private readonly bool _keepsTimes;

    public WorkbookCells(WorkbookPart workbook, bool keepsTimes)
    {
        _keepsTimes = keepsTimes;
        _first = workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true ? First1904 : First1900;
        ReadShared(workbook.SharedStringTablePart);
        ReadStyles(workbook.WorkbookStylesPart?.Stylesheet);
    }

    public string TextOf(Cell cell, int row, int column)
    {
        var value = cell.CellValue?.Text;
        var type = cell.DataType?.Value;
        if (type == CellValues.Error)
        {
            throw new TableFormatException(TableProblem.CellError, row, column);
        }
        // A formula that gives an empty text has a value, and its type says so.
        if (cell.CellFormula is not null && string.IsNullOrEmpty(value) && type != CellValues.String)
        {
            throw new TableFormatException(TableProblem.FormulaWithoutValue, row, column);
        }
        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? TextOf(inline) : "";
        }
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }
        if (type == CellValues.SharedString)
        {
            return
                int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                && place < _shared.Count
                ? _shared[place]
                : throw new TableFormatException(TableProblem.BrokenWorkbook, row, column);
        }
        if (type is not null && type != CellValues.Number)
        {
            return value;
        }
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Number(number, IsDate(cell.StyleIndex?.Value))
            : value;
    }

    private string Number(double number, bool isDate)
    {
        if (isDate && number is >= 0 and < 2_958_466)
        {
            // A time is a part of a day, which no binary number holds exactly.
            var seconds = _keepsTimes ? Math.Round((number - Math.Floor(number)) * 86_400) : 0;
            var at = _first.AddDays(Math.Floor(number)).AddSeconds(seconds);
            var form =
                at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd"
                : at.Second == 0 ? "yyyy-MM-dd HH:mm"
                : "yyyy-MM-dd HH:mm:ss";
            return at.ToString(form, CultureInfo.InvariantCulture);
        }
        return Math.Abs(number) < 1e15 && number == Math.Floor(number)
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    private bool IsDate(uint? style) => style is { } place && place < _isDate.Count && _isDate[(int)place];

    private void ReadShared(SharedStringTablePart? part)
    {
        if (part is null)
        {
            return;
        }
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                _shared.Add(TextOf((RstType)reader.LoadCurrentElement()!));
            }
        }
    }

    // The words, without what is only there to tell how they are pronounced.
    private static string TextOf(RstType item) =>
        item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(run => run.Text?.Text));

    private void ReadStyles(Stylesheet? styles)
    {
        if (styles?.CellFormats is not { } formats)
        {
            return;
        }
        var own = new Dictionary<uint, string>();
        foreach (var format in styles.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id)
            {
                own[id] = format.FormatCode?.Value ?? "";
            }
        }
        foreach (var format in formats.Elements<CellFormat>())
        {
            var id = format.NumberFormatId?.Value ?? 0;
            _isDate.Add(
                own.TryGetValue(id, out var code)
                    ? IsDate(code)
                    : id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58)
            );
        }
    }

    private static bool IsDate(string code)
    {
        var bare = Quoted().Replace(code, "");
        return bare.Contains('y', StringComparison.OrdinalIgnoreCase)
            || (
                bare.Contains('d', StringComparison.OrdinalIgnoreCase)
                && bare.Contains('m', StringComparison.OrdinalIgnoreCase)
            );
    }

    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}

using System.Globalization;
using Endre.Documents.Tables;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Shared;

namespace Endre.Web.Features.Improvements.Measures.ImportMeasurements;

/// <summary>The rows of what was pasted or uploaded.</summary>
internal static class ListedRows
{
    public const int LongestText = 100_000;

    public static readonly TableLimits Limits = new()
    {
        MaxRows = Measure.MostMeasurements,
        MaxColumns = 20,
        MaxFieldLength = 200,
        MaxBytes = 1024 * 1024,
        KeepsTimes = true,
    };

    /// <summary>The rows of pasted lines: fields parted by tabs or semicolons, else by the first space behind a day.</summary>
    public static Refusal? OfText(string? text, out IReadOnlyList<ListedRow> rows)
    {
        rows = [];
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Refusal("ListMissing", "list");
        }
        if (text.Length > LongestText)
        {
            return new Refusal("TextTooLong", "list", Number(LongestText), Number(text.Length));
        }
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > Measure.MostMeasurements + 1)
        {
            return new Refusal("TooManyMeasurements", "list", Number(Measure.MostMeasurements));
        }
        var part =
            text.Contains('\t', StringComparison.Ordinal) ? '\t'
            : text.Contains(';', StringComparison.Ordinal) ? ';'
            : ' ';
        rows = [.. lines.Select((line, at) => new ListedRow(at + 1, FieldsOf(line.Trim('\r', ' '), part)))];
        return null;
    }

    /// <summary>The rows of an uploaded file, with the one of the names first.</summary>
    public static Refusal? OfFile(byte[] bytes, out IReadOnlyList<ListedRow> rows)
    {
        rows = [];
        try
        {
            var table = TableFile.Read(bytes, Limits);
            rows =
            [
                new ListedRow(1, [.. table.Header]),
                .. table.Rows.Select(row => new ListedRow(row.Number, [.. row.Fields.Select(Plain)])),
            ];
            return null;
        }
        catch (TableFormatException fault)
        {
            return fault.Problem switch
            {
                TableProblem.FileTooLarge => new Refusal(
                    "ListFileTooLarge",
                    "file",
                    Number(Limits.MaxBytes / 1024 / 1024)
                ),
                TableProblem.TooManyRows => new Refusal(
                    "TooManyMeasurements",
                    "file",
                    Number(Measure.MostMeasurements)
                ),
                TableProblem.NotATable or TableProblem.BrokenWorkbook or TableProblem.WorkbookTooLarge => new Refusal(
                    "ListFileUnreadable",
                    "file"
                ),
                TableProblem.OldWorkbook => new Refusal("ListFileOld", "file"),
                TableProblem.NoHeader => new Refusal("ListMissing", "file"),
                _ => new Refusal("ListRowBroken", "file", Number(fault.Row), Number(Math.Max(1, fault.Column))),
            };
        }
    }

    // A workbook keeps very small and very large numbers as 1E-05, which nobody types.
    private static string Plain(string field) =>
        field.Contains('E', StringComparison.Ordinal)
        && decimal.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : field;

    private static string[] FieldsOf(string line, char part)
    {
        if (part != ' ')
        {
            return line.Split(part);
        }
        // «2.3.2026 12,5» or «2.3.2026 14:05 12,5»: only a day has something behind it; «1 234» is one number.
        var pieces = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length < 2 || TypedDay.Read(pieces[0], out _, out _) is not null)
        {
            return [line];
        }
        var day = $"{pieces[0]} {pieces[1]}";
        return TypedDay.Read(day, out _, out _) is null
            ? [day, .. NumbersOf(pieces[2..])]
            : [pieces[0], .. NumbersOf(pieces[1..])];
    }

    // «12 40» are how many of how many, unless it is «1 234».
    private static string[] NumbersOf(string[] pieces)
    {
        var together = string.Join(' ', pieces);
        return pieces.Length == 2 && TypedNumber.Read(together, "number", out _) is not null ? pieces : [together];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

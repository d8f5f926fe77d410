using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Endre.Documents.Csv;

namespace Endre.Documents.Tables;

/// <summary>Reads the first visible sheet of a workbook as text, cell by cell, without ever holding it as a tree.</summary>
internal static class WorkbookTable
{
    private const int MostParts = 2_000;

    public static CsvTable Read(byte[] bytes, TableLimits limits)
    {
        try
        {
            CheckSize(bytes, limits);
            using var stream = new MemoryStream(bytes, writable: false);
            using var document = SpreadsheetDocument.Open(
                stream,
                isEditable: false,
                new OpenSettings { AutoSave = false, MaxCharactersInPart = limits.MaxUnpackedBytes }
            );
            var workbook = document.WorkbookPart ?? throw Broken();
            var sheet = workbook.Workbook?.Descendants<Sheet>().FirstOrDefault(IsVisible) ?? throw Broken();
            if (sheet.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part)
            {
                throw Broken();
            }
            return Read(part, new WorkbookCells(workbook, limits.KeepsTimes), limits);
        }
        // A workbook comes from outside, and the library has many ways to say that one is no workbook.
        catch (Exception fault)
            when (fault
                    is OpenXmlPackageException
                        or XmlException
                        or InvalidDataException
                        or FileFormatException
                        or IOException
                        or ArgumentException
                        or InvalidOperationException
                        or NotSupportedException
                        or KeyNotFoundException
                        or OverflowException
                        or NullReferenceException
                        or IndexOutOfRangeException
                || (fault is FormatException and not TableFormatException)
            )
        {
            throw Broken();
        }
    }

    private static CsvTable Read(WorksheetPart part, WorkbookCells cells, TableLimits limits)
    {
        CsvRow? header = null;
        var rows = new List<CsvRow>();
        var number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }
            var told = reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value;
            number = int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
                ? known
                : number + 1;
            var fields = ReadRow(reader, cells, number, limits);
            if (fields.TrueForAll(string.IsNullOrWhiteSpace))
            {
                continue;
            }
            if (header is null)
            {
                header = new CsvRow(number, fields);
            }
            else if (rows.Count == limits.MaxRows)
            {
                throw new TableFormatException(TableProblem.TooManyRows, number);
            }
            else
            {
                rows.Add(Fit(number, fields, header.Fields.Count));
            }
        }
        return header is null
            ? throw new TableFormatException(TableProblem.NoHeader)
            : new CsvTable(header.Fields, rows);
    }

    private static CsvRow Fit(int number, List<string> fields, int count)
    {
        if (fields.Skip(count).Any(field => !string.IsNullOrWhiteSpace(field)))
        {
            throw new TableFormatException(TableProblem.UnevenRow, number, count + 1);
        }
        fields.AddRange(Enumerable.Repeat("", Math.Max(0, count - fields.Count)));
        return new CsvRow(number, fields[..count]);
    }

    private static List<string> ReadRow(OpenXmlReader reader, WorkbookCells cells, int row, TableLimits limits)
    {
        var fields = new List<string>();
        if (!reader.ReadFirstChild())
        {
            return fields;
        }
        do
        {
            if (reader.ElementType != typeof(Cell))
            {
                continue;
            }
            var cell = (Cell)reader.LoadCurrentElement()!;
            var column = ColumnOf(cell.CellReference?.Value) ?? fields.Count + 1;
            var text = cells.TextOf(cell, row, column);
            if (text.Length == 0)
            {
                continue;
            }
            if (column > limits.MaxColumns)
            {
                throw new TableFormatException(TableProblem.TooManyColumns, row, column);
            }
            if (text.Length > limits.MaxFieldLength)
            {
                throw new TableFormatException(TableProblem.FieldTooLong, row, column);
            }
            while (fields.Count < column)
            {
                fields.Add("");
            }
            fields[column - 1] = text;
        } while (reader.ReadNextSibling());
        return fields;
    }

    // "AB12" is column 28.
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }
        return column == 0 ? null : column;
    }

    // What the file says of its own size may be a lie, so all of it is unpacked once, into nothing.
    private static void CheckSize(byte[] bytes, TableLimits limits)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts)
        {
            throw new TableFormatException(TableProblem.WorkbookTooLarge);
        }
        var buffer = new byte[81_920];
        long unpacked = 0;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                unpacked += read;
                if (unpacked > limits.MaxUnpackedBytes)
                {
                    throw new TableFormatException(TableProblem.WorkbookTooLarge);
                }
            }
        }
    }

    private static bool IsVisible(Sheet sheet) => sheet.State is null || sheet.State.Value == SheetStateValues.Visible;

    private static TableFormatException Broken() => new(TableProblem.BrokenWorkbook);
}

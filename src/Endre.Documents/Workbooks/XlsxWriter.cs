using Endre.Documents.Packaging;
using Endre.Documents.Workbooks.Xlsx;

namespace Endre.Documents.Workbooks;

/// <summary>Writes a <see cref="Workbook"/> as an Excel file (Office Open XML, transitional).</summary>
public static class XlsxWriter
{
    /// <summary>The media type of what <see cref="Write"/> makes.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string WorkbookPart = "xl/workbook.xml";

    /// <summary>
    /// The workbook as a file. Each sheet is a table with frozen headers and a filter; dates are dates; text is text,
    /// also after somebody has edited the cell. The same workbook gives the same bytes.
    /// </summary>
    /// <param name="workbook">What to write. The sheets have refused what cannot be written, so this does not fail on content.</param>
    /// <returns>The bytes of the .xlsx file.</returns>
    public static byte[] Write(Workbook workbook)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        var package = new OfficePackage();
        package.Relate("", $"{Names.Relationships}/officeDocument", WorkbookPart);
        var strings = new SharedStrings();
        var names = Names.ForSheets(workbook.Sheets.Select(sheet => sheet.Name), workbook.Language);
        for (var i = 0; i < workbook.Sheets.Count; i++)
        {
            AddSheet(package, workbook.Sheets[i], i + 1, strings, workbook.Language);
        }

        // The relationships of the sheets come first, so that the n-th sheet has the n-th id.
        AddPart(package, "styles", "styles", CellStyles.Write);
        AddPart(package, "sharedStrings", "sharedStrings", strings.Write);
        package.Add(WorkbookPart, $"{SpreadsheetType}sheet.main+xml", xml => WorkbookXml.Write(xml, names));
        new FileProperties
        {
            Title = workbook.Title,
            Subject = workbook.Subject,
            Author = workbook.Author,
            Organization = workbook.Organization,
            Language = workbook.Language,
            CreatedAt = workbook.CreatedAt,
        }.AddTo(package);
        return package.ToBytes();
    }

    private static void AddSheet(
        OfficePackage package,
        Sheet sheet,
        int number,
        SharedStrings strings,
        DocumentLanguage language
    )
    {
        var headers = Names.ForColumns(sheet.Columns.Select(column => column.Header), language);
        package.Add(
            $"xl/worksheets/sheet{number}.xml",
            $"{SpreadsheetType}worksheet+xml",
            xml => new SheetXml(sheet, headers, strings).Write(xml)
        );
        package.Add(
            $"xl/tables/table{number}.xml",
            $"{SpreadsheetType}table+xml",
            xml => TableXml.Write(xml, number, headers, sheet.Rows.Count)
        );
        package.Relate(WorkbookPart, $"{Names.Relationships}/worksheet", $"worksheets/sheet{number}.xml");
        package.Relate(
            $"xl/worksheets/sheet{number}.xml",
            $"{Names.Relationships}/table",
            $"../tables/table{number}.xml"
        );
    }

    private static void AddPart(OfficePackage package, string name, string kind, Action<System.Xml.XmlWriter> write)
    {
        package.Add($"xl/{name}.xml", $"{SpreadsheetType}{kind}+xml", write);
        package.Relate(WorkbookPart, $"{Names.Relationships}/{kind}", $"{name}.xml");
    }
}

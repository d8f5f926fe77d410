using System.Globalization;

namespace Endre.Documents.Workbooks.Xlsx;

/// <summary>Names that Excel accepts: of sheets, columns and cells.</summary>
internal static class Names
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const int LongestSheetName = 31;
    private const int LongestHeader = 255;

    /// <summary>The name Excel keeps for itself.</summary>
    private const string Reserved = "History";

    /// <summary>At most 31 characters, none that Excel refuses, no two alike when case is ignored.</summary>
    public static IReadOnlyList<string> ForSheets(IEnumerable<string> names, DocumentLanguage language)
    {
        var empty = language == DocumentLanguage.English ? "Sheet" : "Ark";
        return Distinct(
            names.Select(name => SheetName(name) is { Length: > 0 } fit ? fit : empty),
            LongestSheetName,
            taken: [Reserved]
        );
    }

    /// <summary>At most 255 characters on one line, none empty, no two alike when case is ignored.</summary>
    public static IReadOnlyList<string> ForColumns(IEnumerable<string> headers, DocumentLanguage language) =>
        Distinct(
            headers.Select(
                (header, i) =>
                    SafeText.OneLine(header) is { Length: > 0 } fit
                        ? fit
                        : string.Create(CultureInfo.InvariantCulture, $"{language.ColumnLabel()} {i + 1}")
            ),
            LongestHeader,
            taken: []
        );

    /// <summary>The letters of a column, from 0: A, B, … Z, AA.</summary>
    public static string ColumnLetters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }

        return letters;
    }

    /// <summary>The cells of a table of headers and rows, such as A1:C9.</summary>
    public static string Area(int columns, int rows) =>
        string.Create(CultureInfo.InvariantCulture, $"A1:{ColumnLetters(columns - 1)}{rows + 1}");

    private static string SheetName(string name)
    {
        var words = SafeText
            .OneLine(name)
            .Split([' ', '[', ']', ':', '*', '?', '/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        return SafeText.Cut(string.Join(' ', words), LongestSheetName).Trim('\'', ' ');
    }

    private static List<string> Distinct(IEnumerable<string> names, int longest, IEnumerable<string> taken)
    {
        var used = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        var result = new List<string>();
        foreach (var name in names)
        {
            var fit = SafeText.Cut(name, longest);
            for (var copy = 2; !used.Add(fit); copy++)
            {
                var mark = string.Create(CultureInfo.InvariantCulture, $" ({copy})");
                fit = SafeText.Cut(name, longest - mark.Length) + mark;
            }

            result.Add(fit);
        }

        return result;
    }
}

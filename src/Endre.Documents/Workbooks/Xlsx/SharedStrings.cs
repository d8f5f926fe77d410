using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Endre.Documents.Workbooks.Xlsx;

/// <summary>The texts of a workbook, each kept once.</summary>
internal sealed partial class SharedStrings
{
    private const int LongestText = 32_767;

    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private int uses;

    /// <summary>The text as Excel shall show it: what it cannot carry is seen to be missing, what is too long ends in an ellipsis.</summary>
    public static string Fit(string text) => SafeText.Cut(SafeText.WithPlainBreaks(text), LongestText);

    /// <summary>The index of a text.</summary>
    public int IndexOf(string text)
    {
        uses++;
        if (!indexes.TryGetValue(text, out var index))
        {
            index = texts.Count;
            indexes[text] = index;
            texts.Add(text);
        }

        return index;
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("sst", Names.Main);
        xml.WriteAttributeString("count", uses.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("uniqueCount", texts.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var text in texts)
        {
            xml.WriteStartElement("si");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Escape(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Excel reads _x0041_ as «A»; so somebody's own «_x0041_» must say that its underscore is one.</summary>
    public static string Escape(string text) =>
        text.Contains("_x", StringComparison.OrdinalIgnoreCase) ? Escapes().Replace(text, "_x005F_") : text;

    [GeneratedRegex(
        "_(?=x[0-9A-F]{4}_)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Escapes();
}

using System.Globalization;
using System.Xml;

namespace Endre.Documents.Workbooks.Xlsx;

/// <summary>The part that lists the sheets, and repeats their headers on each printed page.</summary>
internal static class WorkbookXml
{
    public static void Write(XmlWriter xml, IReadOnlyList<string> sheetNames)
    {
        xml.WriteStartElement("workbook", Names.Main);
        xml.WriteAttributeString("xmlns", "r", null, Names.Relationships);
        xml.WriteStartElement("sheets");
        for (var i = 0; i < sheetNames.Count; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheetNames[i]);
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("id", Names.Relationships, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("definedNames");
        for (var i = 0; i < sheetNames.Count; i++)
        {
            xml.WriteStartElement("definedName");
            xml.WriteAttributeString("name", "_xlnm.Print_Titles");
            xml.WriteAttributeString("localSheetId", i.ToString(CultureInfo.InvariantCulture));
            xml.WriteString($"'{sheetNames[i].Replace("'", "''", StringComparison.Ordinal)}'!$1:$1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}

using System.Globalization;
using System.Xml;

namespace Endre.Documents.Workbooks.Xlsx;

/// <summary>The part that makes the cells of a sheet a table: named columns, filter, look.</summary>
internal static class TableXml
{
    public static void Write(XmlWriter xml, int number, IReadOnlyList<string> headers, int rows)
    {
        // A table has at least one row below its headers, if only an empty one.
        var area = Names.Area(headers.Count, Math.Max(1, rows));
        var id = number.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("table", Names.Main);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("name", $"Tabell{id}");
        xml.WriteAttributeString("displayName", $"Tabell{id}");
        xml.WriteAttributeString("ref", area);
        xml.WriteAttributeString("totalsRowShown", "0");
        xml.WriteStartElement("autoFilter");
        xml.WriteAttributeString("ref", area);
        xml.WriteEndElement();
        xml.WriteStartElement("tableColumns");
        xml.WriteAttributeString("count", headers.Count.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < headers.Count; i++)
        {
            xml.WriteStartElement("tableColumn");
            xml.WriteAttributeString("id", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("name", SharedStrings.Escape(headers[i]));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("tableStyleInfo");
        xml.WriteAttributeString("name", CellStyles.Table);
        xml.WriteAttributeString("showFirstColumn", "0");
        xml.WriteAttributeString("showLastColumn", "0");
        xml.WriteAttributeString("showRowStripes", "1");
        xml.WriteAttributeString("showColumnStripes", "0");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}

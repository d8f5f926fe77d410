using System.Globalization;
using System.Xml;

namespace Endre.Documents.Packaging;

/// <summary>What every office file says about itself: title, language, who, when.</summary>
internal sealed record FileProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string DublinCoreTerms = "http://purl.org/dc/terms/";
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

    public required string Title { get; init; }

    public string? Subject { get; init; }

    public string? Author { get; init; }

    public string? Organization { get; init; }

    public required DocumentLanguage Language { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Adds the two property parts and their relationships to the package.</summary>
    public void AddTo(OfficePackage package)
    {
        package.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", WriteCore);
        package.Add(
            "docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            WriteExtended
        );
        package.Relate(
            "",
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml"
        );
        package.Relate(
            "",
            Extended.Replace("2006/", "2006/relationships/", StringComparison.Ordinal),
            "docProps/app.xml"
        );
    }

    private void WriteCore(XmlWriter xml)
    {
        var author = Author ?? Organization;
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "dcterms", null, DublinCoreTerms);
        xml.WriteAttributeString("xmlns", "xsi", null, SchemaInstance);
        Write(xml, "title", DublinCore, Title);
        Write(xml, "subject", DublinCore, Subject);
        Write(xml, "creator", DublinCore, author);
        Write(xml, "lastModifiedBy", Core, author);
        WriteInstant(xml, "created");
        WriteInstant(xml, "modified");
        Write(xml, "language", DublinCore, Language.Tag());
        xml.WriteEndElement();
    }

    private void WriteExtended(XmlWriter xml)
    {
        xml.WriteStartElement("Properties", Extended);
        Write(xml, "Application", Extended, "Endre");
        Write(xml, "Company", Extended, Organization);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string ns, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            xml.WriteElementString(name, ns, SafeText.OneLine(value));
        }
    }

    private void WriteInstant(XmlWriter xml, string name)
    {
        xml.WriteStartElement(name, DublinCoreTerms);
        xml.WriteAttributeString("type", SchemaInstance, "dcterms:W3CDTF");
        xml.WriteString(CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}

using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Endre.Documents.Packaging;

/// <summary>
/// The container of an office file: parts, their content types and their relationships.
/// Written by hand because the framework's own packages stamp the clock and random ids into the bytes,
/// and the same document must give the same file.
/// </summary>
internal sealed class OfficePackage
{
    private const string PackageNamespace = "http://schemas.openxmlformats.org/package/2006/";
    private const string RelationshipsType = "application/vnd.openxmlformats-package.relationships+xml";

    /// <summary>The earliest instant a ZIP entry can carry: no file tells when it was made, only the document does.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    private readonly List<(string Path, string ContentType, byte[] Bytes)> parts = [];
    private readonly SortedDictionary<string, List<Relationship>> relationships = new(StringComparer.Ordinal);

    private sealed record Relationship(string Id, string Type, string Target, bool IsExternal);

    /// <summary>Adds a part of an element tree.</summary>
    public void Add(string path, string contentType, OpenXmlElement root) => Add(path, contentType, root.WriteTo);

    /// <summary>Adds a part that is written as XML.</summary>
    public void Add(string path, string contentType, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument(standalone: true);
            write(xml);
        }

        Add(path, contentType, bytes.ToArray());
    }

    /// <summary>Adds a part of ready bytes.</summary>
    public void Add(string path, string contentType, byte[] bytes) => parts.Add((path, contentType, bytes));

    /// <summary>Relates a part (or the package itself, with an empty path) to a target; the same target twice has one id.</summary>
    public string Relate(string fromPath, string type, string target, bool isExternal = false)
    {
        if (!relationships.TryGetValue(fromPath, out var known))
        {
            relationships[fromPath] = known = [];
        }

        var existing = known.Find(r => r.Type == type && r.Target == target && r.IsExternal == isExternal);
        if (existing is null)
        {
            existing = new($"rId{known.Count + 1}", type, target, isExternal);
            known.Add(existing);
        }

        return existing.Id;
    }

    /// <summary>The finished file.</summary>
    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            WriteXml(zip, "[Content_Types].xml", WriteContentTypes);
            foreach (var (source, targets) in relationships)
            {
                WriteXml(zip, RelationshipsPath(source), xml => WriteRelationships(xml, targets));
            }

            foreach (var (path, _, bytes) in parts)
            {
                using var entry = Open(zip, path);
                entry.Write(bytes);
            }
        }

        return file.ToArray();
    }

    private static void WriteXml(ZipArchive zip, string path, Action<XmlWriter> write)
    {
        using var entry = Open(zip, path);
        using var xml = XmlWriter.Create(entry, Settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static Stream Open(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }

    private static string RelationshipsPath(string source)
    {
        var slash = source.LastIndexOf('/') + 1;
        return $"{source[..slash]}_rels/{source[slash..]}.rels";
    }

    private void WriteContentTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", $"{PackageNamespace}content-types");
        foreach (
            var (extension, type) in new[]
            {
                ("png", "image/png"),
                ("rels", RelationshipsType),
                ("svg", "image/svg+xml"),
                ("xml", "application/xml"),
            }
        )
        {
            xml.WriteStartElement("Default");
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        foreach (var (path, type, _) in parts)
        {
            xml.WriteStartElement("Override");
            xml.WriteAttributeString("PartName", $"/{path}");
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRelationships(XmlWriter xml, List<Relationship> targets)
    {
        xml.WriteStartElement("Relationships", $"{PackageNamespace}relationships");
        foreach (var relationship in targets)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", relationship.Id);
            xml.WriteAttributeString("Type", relationship.Type);
            xml.WriteAttributeString("Target", relationship.Target);
            if (relationship.IsExternal)
            {
                xml.WriteAttributeString("TargetMode", "External");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Endre.Documents.Tests.Support;

/// <summary>Reads office files again, and asks the official validator what it thinks of them.</summary>
public static class OfficeFiles
{
    public static WordprocessingDocument Word(byte[] bytes) =>
        WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    public static SpreadsheetDocument Excel(byte[] bytes) =>
        SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    public static void ShouldBeValid(this OpenXmlPackage file)
    {
        foreach (var version in new[] { FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 })
        {
            new OpenXmlValidator(version)
                .Validate(file)
                .Select(error => $"{version}: {error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
                .Take(5)
                .ShouldBeEmpty();
        }
    }
}

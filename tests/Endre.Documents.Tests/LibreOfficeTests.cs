using Endre.Documents.Tests.Support;
using Endre.Documents.Tests.TextDocuments;
using Endre.Documents.TextDocuments;

namespace Endre.Documents.Tests;

/// <summary>Another program than the one whose library we use opens what we write, and finds our words there.</summary>
public sealed class LibreOfficeTests
{
    [Fact]
    public async Task A_report_opens_and_says_what_we_wrote()
    {
        LibreOffice.RequireInstalled();
        using var office = new LibreOffice();
        var report = office.Put("rapport.docx", DocxWriter.Write(ReportOfEverything.Make()));

        await office.ConvertAsync("pdf", report);

        var text = await office.ReadPdfAsync("rapport.pdf");
        Keep(office, "rapport.pdf");
        text.ShouldContain("Hva mobiliserer oss?");
    }

    /// <summary>For eyes: with ENDRE_KEEP=folder the files stay there to be looked at.</summary>
    private static void Keep(LibreOffice office, string name)
    {
        if (Environment.GetEnvironmentVariable("ENDRE_KEEP") is { Length: > 0 } folder)
        {
            File.Copy(Path.Combine(office.Folder, name), Path.Combine(folder, name), overwrite: true);
        }
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Endre.Web.Pdf;
using Microsoft.Extensions.Logging.Abstractions;

namespace Endre.Web.Tests.Pdf;

/// <summary>What makes PDF reaches nothing: neither where the system shuts it in, nor by its own settings where it does not.</summary>
public sealed class NoNetworkTests
{
    [Fact]
    public async Task A_program_that_is_shut_in_does_not_even_reach_this_machine()
    {
        Assert.SkipUnless(new NoNetwork().IsPossible, "This system lets nobody here make a network namespace.");
        using var server = new Listener();
        using var folder = new Folder();
        var program = folder.Write(
            "soffice",
            $$"""
            #!/bin/bash
            for last; do :; done
            if (exec 3<>/dev/tcp/127.0.0.1/{{server.Port.ToString(CultureInfo.InvariantCulture)}}) 2>/dev/null
            then printf reached > "${last%.docx}.pdf"
            else printf alone > "${last%.docx}.pdf"
            fi
            """
        );
        (await ConvertAsync(program, new NoNetwork(), [1])).ShouldBe("alone");
        server.Visits.ShouldBe(0);
        (await ConvertAsync(program, NoNetwork.Missing, [1])).ShouldBe("reached", "the test itself would notice");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LibreOffice_fetches_nothing_that_a_document_refers_to(bool isShutIn)
    {
        var office = OfficeProgram.Find();
        Assert.SkipUnless(office.IsInstalled, "LibreOffice is not installed.");
        using var server = new Listener();
        var pdf = await ConvertAsync(
            office.Path!,
            isShutIn ? new NoNetwork() : NoNetwork.Missing,
            WithPicture($"http://127.0.0.1:{server.Port.ToString(CultureInfo.InvariantCulture)}/bilde.png")
        );
        pdf.ShouldStartWith("%PDF-");
        server.Visits.ShouldBe(0);
    }

    private static async Task<string> ConvertAsync(string program, NoNetwork network, byte[] docx)
    {
        using var converter = new PdfConverter(new OfficeProgram(program), network, NullLogger<PdfConverter>.Instance);
        var made = await converter.ConvertAsync(docx, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(made.ShouldNotBeNull());
    }

    // As small as Word's files can be, with a picture that lies elsewhere.
    private static byte[] WithPicture(string address)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(
                zip,
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
            );
            Put(
                zip,
                "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
            );
            Put(
                zip,
                "word/_rels/document.xml.rels",
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="{address}" TargetMode="External"/></Relationships>"""
            );
            Put(
                zip,
                "word/document.xml",
                """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body><w:p><w:r><w:t>Bildet mangler</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="b"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="b"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="p1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>"""
            );
        }
        return memory.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }

    /// <summary>Counts whoever comes.</summary>
    private sealed class Listener : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private int _visits;

        public Listener()
        {
            _listener.Start();
            _ = CountAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public int Visits => Volatile.Read(ref _visits);

        public void Dispose() => _listener.Dispose();

        private async Task CountAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref _visits);
                }
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }

    private sealed class Folder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("endre-test-").FullName;

        public string Write(string name, string text)
        {
            var path = Path.Combine(_path, name);
            File.WriteAllText(path, text.ReplaceLineEndings("\n"));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            return path;
        }

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}

using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using SkiaSharp;

namespace Endre.Web.Tests.Features.Needs;

/// <summary>What is drawn on the A3's page is drawn in its file for Word too.</summary>
public sealed class SheetDrawingsTests(SharedFjord shared) : IClassFixture<SharedFjord>
{
    private readonly Fjord fjord = shared.Fjord;

    [Fact]
    public async Task Each_drawing_stands_in_the_file_with_its_text_and_as_a_picture_for_older_programs()
    {
        using var leader = shared.App.As(fjord.Leader);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Nøklene til Øya ligger på Čáhppe");
        var list = await leader.OpenAsync("/plunder");
        var hassle = list
            .Document.QuerySelectorAll("main a[href^='/plunder/']")
            .First(link => (link.GetAttribute("aria-label") ?? "").Contains("Čáhppe", StringComparison.Ordinal))
            .GetAttribute("href")!;
        var need = await (await (await leader.OpenAsync(hassle)).FollowAsync("Lag behov av dette"))
            .Fill("Hvem trenger det?", "Nattevaktene")
            .Fill("Hva trenger de?", "å komme inn")
            .Fill("Hvorfor?", "de står ute")
            .PressAsync("Lag behovet");
        var address = need.Path.Split('#')[0];
        (await DrawingsAsync(leader, address)).ShouldBe(["Pareto", "Slik henger det sammen"]);

        var causes = await (await leader.OpenAsync(address)).FollowAsync("Årsaker");
        causes = await causes
            .Fill("Hvorfor er det slik? (valgfritt)", "Ingen vet hvem som har dem")
            .PressAsync("Legg til svaret");
        (await DrawingsAsync(leader, address)).ShouldBe(["Pareto", "Hvorfor-tre", "Slik henger det sammen"]);

        var bones = await causes.FollowAsync("Fiskebein");
        await bones.Fill("Hører til", "rooms").PressAsync("Flytt: Ingen vet hvem som har dem");
        (await DrawingsAsync(leader, address)).ShouldBe([
            "Pareto",
            "Hvorfor-tre",
            "Fiskebein",
            "Slik henger det sammen",
        ]);
    }

    // By what stands under them, with every picture opened.
    private static async Task<IReadOnlyList<string>> DrawingsAsync(TestBrowser browser, string need)
    {
        using var file = new MemoryStream(await browser.Client.GetByteArrayAsync($"{need}/a3.docx"));
        using var word = WordprocessingDocument.Open(file, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).Select(e => e.Description).ShouldBeEmpty();
        var document = word.MainDocumentPart!.Document!;
        document
            .Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()
            .ShouldAllBe(picture => picture.Description!.Value!.Length > 10);
        foreach (var part in word.MainDocumentPart.ImageParts)
        {
            using var bytes = new MemoryStream();
            await part.GetStream().CopyToAsync(bytes);
            if (part.ContentType == "image/svg+xml")
                Encoding.UTF8.GetString(bytes.ToArray()).ShouldContain("<text");
            else
                SKBitmap.Decode(bytes.ToArray()).ShouldNotBeNull();
        }
        var captions = document
            .Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .Where(paragraph => paragraph.InnerText.StartsWith("Figur ", StringComparison.Ordinal))
            .Select(paragraph => paragraph.InnerText)
            .ToList();
        return
        [
            .. captions.Select(caption =>
                new[] { "Hvorfor-tre", "Fiskebein", "Slik henger det sammen" }.FirstOrDefault(
                    caption.Contains,
                    "Pareto"
                )
            ),
        ];
    }
}

using CsCheck;
using DocumentFormat.OpenXml.Wordprocessing;
using Endre.Documents.Tests.Support;
using Endre.Documents.TextDocuments;
using Paragraph = Endre.Documents.TextDocuments.Paragraph;

namespace Endre.Documents.Tests.TextDocuments;

public sealed class HostileTextTests
{
    [Fact]
    public void Any_document_of_any_text_is_valid() =>
        AnyDocument.Any.Sample(
            document =>
            {
                using var file = OfficeFiles.Word(DocxWriter.Write(document));
                file.ShouldBeValid();
            },
            iter: 150
        );

    [Fact]
    public void Any_document_gives_the_same_bytes_twice() =>
        AnyDocument.Any.Sample(
            document => DocxWriter.Write(document).AsSpan().SequenceEqual(DocxWriter.Write(document)),
            iter: 50
        );

    [Theory]
    [InlineData("Čáhppe 👩🏽‍🚒", "Čáhppe 👩🏽‍🚒")]
    [InlineData("\u202eמהפך\u202c \u200f", "\u202eמהפך\u202c \u200f")]
    [InlineData("a\u0000b\u001b", "a\ufffdb\ufffd")]
    [InlineData("\uffff", "\ufffd")]
    [InlineData("<b>&amp;]]></b>", "<b>&amp;]]></b>")]
    [InlineData("  luft  ", "  luft  ")]
    public void Text_arrives_as_written_and_what_cannot_is_seen_to_be_missing(string written, string read) =>
        ReadBack(written).ShouldBe(read);

    // Not with the others: an attribute cannot carry half a character.
    [Fact]
    public void Half_a_character_is_seen_to_be_missing()
    {
        ReadBack("halv \ud83d emoji").ShouldBe("halv \ufffd emoji");
        ReadBack("\udc00\ud800").ShouldBe("\ufffd\ufffd");
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\rb")]
    [InlineData("a\u2028b")]
    [InlineData("a\vb")]
    public void A_line_break_of_any_kind_is_a_line_break(string written) => ReadBack(written).ShouldBe("a⏎b");

    [Fact]
    public void A_text_of_a_million_characters_is_written_whole()
    {
        var text = string.Concat(Enumerable.Repeat("plunder og heft ", 65_536));

        ReadBack(text).ShouldBe(text);
    }

    private static string ReadBack(string text)
    {
        var document = ReportOfEverything.Make() with { Blocks = [new Paragraph(text)] };
        using var file = OfficeFiles.Word(DocxWriter.Write(document));
        file.ShouldBeValid();
        var paragraph =
            file.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Last();
        return string.Concat(
            paragraph
                .Descendants()
                .Select(element =>
                    element switch
                    {
                        Text words => words.Text,
                        Break => "⏎",
                        _ => "",
                    }
                )
        );
    }
}

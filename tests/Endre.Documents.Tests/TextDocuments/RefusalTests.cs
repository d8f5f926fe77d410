using System.Text;
using Endre.Documents.Tests.Support;
using Endre.Documents.TextDocuments;

namespace Endre.Documents.Tests.TextDocuments;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relativ")]
    public void A_link_to_anything_but_the_web_mail_or_telephone_is_refused(string address) =>
        Should.Throw<ArgumentException>(() => Run.Link("trykk", new Uri(address, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void A_link_longer_than_Word_takes_is_refused() =>
        Should.Throw<ArgumentException>(() =>
            Run.Link("trykk", new Uri("https://endre.example/" + new string('a', 2_000)))
        );

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_heading_outside_level_1_to_4_is_refused(int level) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Heading(level, "for dypt"));

    [Fact]
    public void A_list_of_three_levels_is_refused() =>
        Should.Throw<ArgumentException>(() => new ListItem("en", new ListItem("to", "tre")));

    [Fact]
    public void A_row_that_does_not_fit_its_table_is_refused_by_its_number() =>
        Should
            .Throw<ArgumentException>(() => new Table(["A", "B"], [new("1", "2"), new("1")]))
            .Message.ShouldContain("Row 2 has 1 cells for 2 columns");

    [Fact]
    public void A_table_without_columns_or_with_more_than_Word_shows_is_refused()
    {
        Should.Throw<ArgumentException>(() => new Table([], []));
        Should.Throw<ArgumentException>(() => new Table([.. Enumerable.Repeat(new TableColumn("x"), 64)], []));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_column_without_a_real_width_is_refused(double width) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new TableColumn("A", width));

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void An_image_without_alternative_text_is_refused(string alternative) =>
        Should.Throw<ArgumentException>(() => Image.Png(Pictures.BarsPng(), alternative, 50));

    [Fact]
    public void A_file_that_is_no_PNG_is_refused() =>
        Should.Throw<ArgumentException>(() => Image.Png("GIF89a"u8.ToArray(), "bilde", 50));

    [Theory]
    [InlineData("ikke xml")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'/>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData(
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>&x;</svg>"
    )]
    public void A_file_that_is_no_sound_SVG_is_refused(string svg) =>
        Should.Throw<ArgumentException>(() => Image.Svg(Encoding.UTF8.GetBytes(svg), "bilde", 50));

    [Theory]
    [InlineData(0)]
    [InlineData(2_001)]
    [InlineData(double.NaN)]
    public void An_image_of_impossible_size_is_refused(double width) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Image.Png(Pictures.BarsPng(), "bilde", width));

    [Fact]
    public void A_document_without_a_title_is_refused() =>
        Should.Throw<ArgumentException>(() => ReportOfEverything.Make() with { Title = " " });

    [Fact]
    public void A_callout_that_does_not_say_what_it_is_is_refused() =>
        Should.Throw<ArgumentException>(() => new Callout("", "tekst"));
}

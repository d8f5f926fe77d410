using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Places;
using Endre.Storage.Places;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>The sheets with codes: what a phone reads from them, how many there are, and in which language.</summary>
public sealed partial class PrintPlacesTests(SharedFjord shared) : IClassFixture<SharedFjord>
{
    private Fjord Fjord => shared.Fjord;

    [Fact]
    public async Task A_phone_reads_the_address_of_the_place_from_each_door_sheet()
    {
        var name = await Fjord.NewTeamAsync();
        var places = new List<PlaceRow>();
        for (var number = 1; number <= 3; number++)
        {
            places.Add(await shared.PlaceAsync(Fjord.Team, $"Rom {number}"));
        }
        using var leader = shared.App.As(Fjord.Leader);
        var page = await leader.OpenAsync($"/enheter/{Fjord.Team}/steder/ark");
        var sheets = page.Document.QuerySelectorAll("article").ToList();
        sheets.Count.ShouldBe(4);
        var root = shared.App.Address;
        sheets
            .Select(CodeOn)
            .Select(text => new Uri(text).AbsolutePath)
            .ShouldBe([$"/si-fra/{PlaceCode.Of(Fjord.Team)}", .. places.Select(place => $"/si-fra/{place.Code}")]);
        foreach (var (sheet, place) in sheets.Skip(1).Zip(places))
        {
            sheet.TextContent.ShouldContain(place.Name);
            sheet.TextContent.ShouldContain(name);
            sheet.TextContent.ShouldContain("du kan si det uten navn");
            // What is typed is what is scanned.
            var typed = sheet.QuerySelector("strong")!.TextContent;
            CodeOn(sheet).ShouldEndWith(typed);
            // What it leads to is the form with the place filled in.
            using var phone = shared.App.Browser();
            (await phone.OpenAsync(new Uri(CodeOn(sheet)).AbsolutePath)).Text.ShouldContain($"Sted: {place.Name}");
        }
        page.Text.ShouldContain("4 ark");
    }

    [Theory]
    [InlineData("nb", "Er noe tungvint her?", "Eller skriv")]
    [InlineData("nn", "Er noko tungvint her?", "seie det utan namn")]
    [InlineData("en", "Is something a hassle here?", "without your name")]
    public async Task Sheets_are_in_the_language_that_was_chosen_for_them_and_the_page_in_the_readers(
        string language,
        string ask,
        string words
    )
    {
        await Fjord.NewTeamAsync();
        var place = await shared.PlaceAsync(Fjord.Team, "Rom 1");
        using var leader = shared.App.As(Fjord.Leader);
        var page = await leader.OpenAsync(
            $"/enheter/{Fjord.Team}/steder/ark?valgt=1&sted={place.Code}&sprak={language}&sted=UKJENT00"
        );
        var sheet = page.Document.QuerySelectorAll("article").ShouldHaveSingleItem().QuerySelector("section")!;
        sheet.GetAttribute("lang").ShouldBe(language);
        sheet.TextContent.ShouldContain(ask);
        sheet.TextContent.ShouldContain(words);
        page.Language.ShouldBe("nb");
        page.Heading.ShouldBe("Koder på papir");
    }

    [Fact]
    public async Task Labels_fill_their_sheets_from_the_first_one_that_is_not_used()
    {
        await Fjord.NewTeamAsync();
        var list = PlaceList.Read(string.Join('\n', Enumerable.Range(1, 30).Select(n => $"Rom; Vekt {n}")), []);
        await shared.App.InStorageAsync(database =>
        {
            var taken = new HashSet<string>();
            foreach (var line in list.New)
                database.AddPlace(Guid.CreateVersion7(), Fjord.Team, line, SharedFjord.Today, taken);
            return database.SaveChangesAsync();
        });
        using var leader = shared.App.As(Fjord.Leader);
        (await CountAsync("ark=labels")).ShouldBe([24, 7]);
        (await CountAsync("ark=labels&etiketter=14")).ShouldBe([14, 14, 3]);
        (await CountAsync("ark=labels&fra=20&antall=2")).ShouldBe([5, 24, 24, 9]);
        (await CountAsync("ark=labels&fra=99&antall=99&etiketter=7")).ShouldBe([1, .. Enumerable.Repeat(24, 12), 21]);
        (await CountAsync("ark=labels&valgt=1")).ShouldBeEmpty();
        var page = await leader.OpenAsync($"/enheter/{Fjord.Team}/steder/ark?ark=labels");
        var labels = page.Document.QuerySelectorAll("article li").ToList();
        labels.Select(CodeOn).Distinct().Count().ShouldBe(31);
        labels[1].TextContent.ShouldContain("Rom · Vekt 1");

        async Task<int[]> CountAsync(string query)
        {
            var sheets = await leader.OpenAsync($"/enheter/{Fjord.Team}/steder/ark?{query}");
            return
            [
                .. sheets.Document.QuerySelectorAll("article").Select(sheet => sheet.QuerySelectorAll("li svg").Length),
            ];
        }
    }

    [Fact]
    public async Task More_sheets_than_a_browser_lays_out_are_refused_with_what_to_do()
    {
        await Fjord.NewTeamAsync();
        var list = PlaceList.Read(string.Join('\n', Enumerable.Range(1, 499).Select(n => $"Rom {n}")), []);
        await shared.App.InStorageAsync(database =>
        {
            var taken = new HashSet<string>();
            foreach (var line in list.New)
                database.AddPlace(Guid.CreateVersion7(), Fjord.Team, line, SharedFjord.Today, taken);
            return database.SaveChangesAsync();
        });
        using var leader = shared.App.As(Fjord.Leader);
        var page = await leader.OpenAsync($"/enheter/{Fjord.Team}/steder/ark");
        page.Text.ShouldContain("Det blir 500 ark. Velg færre steder, så det blir høyst 300 om gangen.");
        page.Document.QuerySelectorAll("article").ShouldBeEmpty();

        // As labels they are few; an address that names every one of them is not too long.
        var chosen = page.Document.QuerySelectorAll("[name=sted]").Select(box => $"&sted={box.GetAttribute("value")}");
        page = await leader.OpenAsync(
            $"/enheter/{Fjord.Team}/steder/ark?valgt=1&ark=labels{string.Concat(chosen)}&sprak=nb&etiketter=24&antall=1&fra=1"
        );
        page.Document.QuerySelectorAll("article").Length.ShouldBe(21);
    }

    // What a phone would see of the drawing: its modules as pixels, read by a library that knows nothing of how it was made.
    private static string CodeOn(IElement part)
    {
        var svg = part.QuerySelector("svg")!;
        var size = int.Parse(svg.GetAttribute("viewBox")!.Split(' ')[2], CultureInfo.InvariantCulture);
        const int Scale = 6;
        var (width, pixels) = (size * Scale, new byte[size * Scale * size * Scale]);
        Array.Fill(pixels, byte.MaxValue);
        foreach (var run in Runs().Matches(svg.QuerySelector("path")!.GetAttribute("d")!).Cast<Match>())
        {
            var (x, y, length) = (Number(run, "x"), Number(run, "y"), Number(run, "length"));
            for (var row = y * Scale; row < (y + 1) * Scale; row++)
                pixels.AsSpan((row * width) + (x * Scale), length * Scale).Clear();
        }
        var source = new RGBLuminanceSource(pixels, width, width, RGBLuminanceSource.BitmapFormat.Gray8);
        var read = new QRCodeReader().decode(
            new BinaryBitmap(new GlobalHistogramBinarizer(source)),
            // Nothing is crooked or blurred here, so nothing is searched for.
            new Dictionary<DecodeHintType, object> { [DecodeHintType.PURE_BARCODE] = true }
        );
        return read.ShouldNotBeNull("nothing can be read").Text;

        static int Number(Match run, string group) =>
            int.Parse(run.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1h-\d+z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Runs();
}

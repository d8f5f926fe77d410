using System.Net.Http.Json;
using Endre.Documents.Workbooks;
using Endre.Testing;
using Endre.Web.Features.Improvements.Measures;
using Endre.Web.Tests.Features.Hassles;

namespace Endre.Web.Tests.Features.Improvements.Measures;

/// <summary>What is counted each time it happens: several on one day, in the order in which they happened.</summary>
public sealed class PerEventTests
{
    private const string Minutes = "Minutter Hvor lenge det tok.";
    private const string EachTime = "Hver gang det skjer Ett tall for hver gang.";

    [Theory, EachDatabase]
    public async Task Several_on_one_day_stand_in_order_however_they_were_told(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        var page = await MeasureTests.MeasureAsync(kari, fjord.Team, Minutes, EachTime);
        var own = page.Path;
        page = await TellAsync(page, "12", "14:05");
        page = await TellAsync(page, "7", "08:30");

        // By the code on the wall: twice in the same minute are two, the button pressed twice is one.
        using var phone = app.Browser();
        var address = (await page.FollowAsync("QR-kode til veggen")).AddressOf("Åpne lenken");
        var told = await TellAsync(await phone.OpenAsync(address), "9", "10:00");
        told.Text.ShouldContain("Lagret. Takk!");
        told.Text.ShouldContain("Bare tallet, dagen og klokkeslettet blir lagret.");
        var second = told.Fill("Hvor mange minutter?", "9").Fill("Klokkeslett", "10:00");
        await second.PressAsync("Lagre");
        await second.PressAsync("Lagre");
        (await phone.OpenAsync(address))
            .TextOf("De siste tallene")
            .ShouldMatch("(?s)14:05.*12 min.*10:00.*9 min.*10:00");

        // From a list: those that stand there are found again, and without a time they keep the order of the list.
        var today = MeasureTests.Today(app);
        var list =
            $"{today:d.M.yyyy} 10:00\t9\n{today:d.M.yyyy} 16:45\t4\n"
            + string.Join(
                '\n',
                Enumerable.Range(1, 9).Select(number => $"{today.AddDays(-1):d.M.yyyy}\t{10 - number}")
            );
        page = await (await (await kari.OpenAsync(own)).FollowAsync("Lim inn eller importer mange"))
            .Fill("Lim inn tallene", list)
            .PressAsync("Se hva som blir lagret");
        page.Text.ShouldContain("Nye tall: 10");
        page.Text.ShouldContain("Står der likt fra før: 1");
        page = await page.PressAsync("Lagre tallene");
        (await ValuesAsync(kari)).ShouldBe([9, 8, 7, 6, 5, 4, 3, 2, 1, 7, 9, 9, 12, 4]);
        page.TextOf("Tallene").ShouldMatch(@"(?s)16:45.*14:05.*10:00.*10:00.*08:30");

        // The same list again is nothing new; another number of the same minute is asked about, one of the day is another.
        page = await PreviewAsync(page, list);
        page.Text.ShouldContain("Det er ikke noe nytt å lagre.");
        page = await PreviewAsync(
            await kari.OpenAsync(own),
            $"{today:d.M.yyyy} 16:45\t5\n{today.AddDays(-1):d.M.yyyy}\t42"
        );
        page.Text.ShouldContain("Nye tall: 1");
        page.Text.ShouldContain("Har et annet tall fra før: 1");
    }

    [Fact]
    public async Task A_workbook_with_times_is_read_and_the_rule_is_read_over_what_happened()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        var page = await MeasureTests.MeasureAsync(kari, fjord.Team, Minutes, EachTime);
        // Three a day for seven days: twelve from before, then nine that are shorter.
        int[] minutes = [12, 15, 9, 14, 10, 16, 13, 9, 15, 12, 14, 10, 6, 5, 7, 4, 6, 5, 3, 4, 2];
        var first = MeasureTests.Today(app).AddDays(-7);
        var bytes = XlsxWriter.Write(
            new Workbook
            {
                Title = "Tall",
                CreatedAt = app.Time.GetUtcNow(),
                Sheets =
                [
                    new Sheet(
                        "Tall",
                        [new SheetColumn("Tid", CellKind.Moment), new SheetColumn("Minutter", CellKind.Number)],
                        [
                            .. minutes.Select(
                                (number, at) =>
                                    (IReadOnlyList<Cell>)
                                        [first.AddDays(at / 3).ToDateTime(new TimeOnly(8 + (at % 3), 15)), number]
                            ),
                        ]
                    ),
                ],
            }
        );
        page = await (await page.FollowAsync("Lim inn eller importer mange"))
            .Choose("Eller velg en fil", "tall.xlsx", bytes)
            .PressAsync("Se hva som blir lagret");
        page.Text.ShouldContain("Nye tall: 21");
        page.Text.ShouldContain("kl. 10:15");
        page = await page.PressAsync("Lagre tallene");
        (await ValuesAsync(kari)).ShouldBe(minutes.Select(number => (decimal?)number));
        page.Text.ShouldContain("Ni tall på rad under midten. Det er neppe tilfeldig.");

        // A baseline is a day: all that happened until then belongs to it.
        page = await page.Fill("Siste dag før endringen", $"{first.AddDays(3):yyyy-MM-dd}")
            .PressAsync("Lås utgangspunktet");
        page.Text.ShouldContain("12 tall med midten 12,5 min");
        page.Text.ShouldContain("Ni tall på rad bedre enn før. Det er neppe tilfeldig.");
    }

    private static async Task<TestPage> TellAsync(TestPage page, string minutes, string time)
    {
        page = page.Fill("Hvor mange minutter?", minutes).Fill("Klokkeslett", time);
        return await page.PressAsync("Lagre");
    }

    private static async Task<TestPage> PreviewAsync(TestPage page, string list) =>
        await (await page.FollowAsync("Lim inn eller importer mange"))
            .Fill("Lim inn tallene", list)
            .PressAsync("Se hva som blir lagret");

    private static async Task<IEnumerable<decimal?>> ValuesAsync(TestBrowser browser)
    {
        var id = (await browser.OpenAsync("/forbedringer")).AddressOf("Henge nøklene ved døra").Split('/')[^1];
        var all = await browser.Client.GetFromJsonAsync<List<MeasureJson>>(
            $"/api/v1/improvements/{id}/measures",
            TestContext.Current.CancellationToken
        );
        return all!.Single().Numbers.Select(number => number.Value);
    }
}

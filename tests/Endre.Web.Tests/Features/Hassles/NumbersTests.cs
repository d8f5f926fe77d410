using System.Net;
using AngleSharp.Dom;
using Endre.Domain.Hassles;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Storage.Privacy;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>«Tall»: what each reader sees of how much was said and answered. It is 2 March 2026; the period is 2025.</summary>
public sealed class NumbersTests : IAsyncLifetime
{
    private const string Hidden = "Færre enn 5, eller ville røpe et annet tall.";
    private static readonly DateOnly May = new(2025, 5, 5);

    private readonly List<TestBrowser> _browsers = [];
    private Fjord fjord = null!;
    private Guid kindergarten;

    private AppUnderTest App => fjord.App;

    public async ValueTask InitializeAsync()
    {
        fjord = await Fjord.OnAsync(await AppUnderTest.StartAsync());
        kindergarten = await fjord.UnitAsync("Barnehagen", fjord.Top);
        await SaidAsync(fjord.Top, May, 10, answered: 5);
        await SaidAsync(fjord.Department, May, 12, answered: 6);
        await SaidAsync(fjord.Team, May, 4, answered: 4);
        await SaidAsync(fjord.Neighbor, May, 20, answered: 20);
        await SaidAsync(kindergarten, May, 9, answered: 2);
    }

    public ValueTask DisposeAsync()
    {
        _browsers.ForEach(browser => browser.Dispose());
        return App.DisposeAsync();
    }

    [Fact]
    public async Task An_administrator_works_nowhere_and_reads_no_small_number()
    {
        var page = await OpenAsync(fjord.Administrator);
        page.Heading.ShouldBe("Tall");
        Row(page, "Fjorden kommune").ShouldBe(["55", "37", "67 %"]);
        Row(page, "Hjemmetjenesten").ShouldBe(["16", "10", "63 %"]);
        Row(page, "Skolen").ShouldBe(["20", "20", "100 %"]);
        // Two answered: hidden, and the next smallest with it, or the two would be what is left.
        Row(page, "Barnehagen").ShouldBe(["9", "skjult", "skjult"]);
        Row(page, "Sagt til enheten selv").ShouldBe(["10", "skjult", "skjult"]);
        page.Text.ShouldContain("Er det færre enn 5, kan noen gjette hvem som sa det.");
        page.Text.ShouldContain("Sagt fra januar 2025 til og med desember 2025. Svar til og med februar 2026");

        page = await page.FollowAsync("Hjemmetjenesten");
        Row(page, "Hjemmetjenesten").ShouldBe(["16", "10", "63 %"]);
        Row(page, "Team nord").ShouldBe([Hidden]);
        Row(page, "Sagt til enheten selv").ShouldBe([Hidden]);
        page.Document.QuerySelector("table")!.TextContent.ShouldNotContain("12");
        (await page.FollowAsync("Fjorden kommune")).Text.ShouldContain("Skolen");
    }

    [Fact]
    public async Task Whoever_works_there_sees_the_numbers_of_what_may_be_read()
    {
        var page = await OpenAsync(fjord.Kari, fjord.Department);
        Row(page, "Team nord").ShouldBe(["4", "4", "100 %"]);
        Row(page, "Sagt til enheten selv").ShouldBe(["12", "6", "50 %"]);
        page.AddressOf("Team nord").ShouldContain(fjord.Team.ToString());
    }

    [Fact]
    public async Task A_leader_sees_all_below_and_nothing_small_beside()
    {
        await SaidAsync(kindergarten, May, -6, answered: 0);
        var page = await OpenAsync(fjord.Leader);
        // The leader reads what is said to the department, so another must hide the kindergarten.
        Row(page, "Hjemmetjenesten").ShouldBe(["16", "10", "63 %"]);
        Row(page, "Barnehagen").ShouldBe([Hidden]);
        Row(page, "Skolen").ShouldBe([Hidden]);
        Row(page, "Fjorden kommune")[0].ShouldBe("49");
        page = await OpenAsync(fjord.Leader, fjord.Department);
        Row(page, "Team nord").ShouldBe(["4", "4", "100 %"]);
    }

    [Fact]
    public async Task A_small_sibling_is_hidden_together_with_the_next_smallest()
    {
        await SaidAsync(kindergarten, May, -6, answered: 0);
        var page = await OpenAsync(fjord.Administrator);
        Row(page, "Barnehagen").ShouldBe([Hidden]);
        Row(page, "Sagt til enheten selv").ShouldBe([Hidden]);
        Row(page, "Skolen")[0].ShouldBe("20");
        Row(page, "Fjorden kommune")[0].ShouldBe("49");
    }

    [Fact]
    public async Task A_raised_limit_hides_more()
    {
        await App.InStorageAsync(async database =>
        {
            database.PrivacySettings.Add(new PrivacySetting { Name = PrivacySetting.SmallGroupLimit, Value = 18 });
            return await database.SaveChangesAsync();
        });
        var page = await OpenAsync(fjord.Administrator);
        const string more = "Færre enn 18, eller ville røpe et annet tall.";
        Row(page, "Hjemmetjenesten").ShouldBe([more]);
        Row(page, "Barnehagen").ShouldBe([more]);
        Row(page, "Skolen")[0].ShouldBe("20");
        using (var browser = App.Browser())
        {
            var say = await browser.OpenAsync($"/si-fra?enhet={fjord.Top}");
            say.Text.ShouldContain("Her er dere færre enn 18.");
        }
        using var outsider = App.As(fjord.Outsider);
        (await outsider.OpenAsync($"/enheter/{fjord.Department}")).Text.ShouldContain("Færre enn 18");
    }

    [Fact]
    public async Task What_goes_on_now_is_left_out()
    {
        var before = await TextAsync();
        await SaidAsync(fjord.Neighbor, new(2026, 3, 2), 30, answered: 30);
        await SaidAsync(fjord.Neighbor, new(2026, 1, 5), 30, answered: 30);
        await SaidAsync(fjord.Neighbor, new(2024, 12, 30), 30, answered: 30);
        (await TextAsync()).ShouldBe(before);

        // An answer given this month waits until the month is over.
        await SaidAsync(fjord.Neighbor, new(2025, 12, 29), 10, answered: 10, answeredIn: new(2026, 3, 2));
        Row(await OpenAsync(fjord.Administrator), "Skolen").ShouldBe(["30", "20", "67 %"]);
        // The first of April, in a week that began in March.
        App.Time.SetUtcNow(new(2026, 3, 31, 22, 30, 0, TimeSpan.Zero));
        Row(await OpenAsync(await App.AdministratorAsync("Ada April")), "Skolen").ShouldBe(["30", "20", "67 %"]);
        App.Time.SetUtcNow(new(2026, 4, 6, 8, 0, 0, TimeSpan.Zero));
        Row(await OpenAsync(await App.AdministratorAsync("Ada Uke")), "Skolen").ShouldBe(["90", "90", "100 %"]);

        async Task<string> TextAsync() => (await OpenAsync(fjord.Administrator)).Text;
    }

    [Fact]
    public async Task Quarters_are_shown_where_each_is_large_enough_and_lead_to_the_whole_where_not()
    {
        foreach (var month in new[] { 1, 8, 11 })
            await SaidAsync(fjord.Neighbor, new(2025, month, 15), 6, answered: 0);
        using var browser = App.As(fjord.Outsider);
        var page = await browser.OpenAsync("/tall");
        page = await page.Fill("Del opp etter", "kvartal").PressAsync("Vis");
        page.Document.QuerySelectorAll("thead th")
            .Select(Clean)
            .ShouldBe(["Enhet", "1. kv. 2025", "2. kv. 2025", "3. kv. 2025", "4. kv. 2025"]);
        Row(page, "Skolen")
            .ShouldBe(["6 0 svart på (0 %)", "20 20 svart på (100 %)", "6 0 svart på (0 %)", "6 0 svart på (0 %)"]);
        Row(page, "Barnehagen").ShouldBe([$"{Hidden} Se hele perioden"]);
        page.ValueOf("Del opp etter").ShouldBe("kvartal");
        var whole = await page.FollowAsync("Barnehagen: Se hele perioden");
        Row(whole, "Barnehagen")[0].ShouldBe("9");
        (await browser.OpenAsync("/tall?tid=maned")).Document.QuerySelectorAll("thead th").Length.ShouldBe(13);
        (await browser.OpenAsync("/tall?tid=tull")).ValueOf("Del opp etter").ShouldBe("periode");
    }

    [Fact]
    public async Task What_was_said_to_a_closed_unit_counts_where_it_went_on_and_its_link_leads_there()
    {
        await App.InStorageAsync(async database =>
        {
            var row = await database.Units.SingleAsync(unit => unit.Id == kindergarten);
            row.ClosedAt = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
            database.UnitSuccessors.Add(
                new UnitSuccessor
                {
                    UnitId = kindergarten,
                    SuccessorId = fjord.Neighbor,
                    IsHeir = true,
                }
            );
            return await database.SaveChangesAsync();
        });
        var page = await OpenAsync(fjord.Administrator);
        Row(page, "Skolen")[0].ShouldBe("29");
        page.Text.ShouldNotContain("Barnehagen");
        (await OpenAsync(fjord.Administrator, kindergarten)).Headings.ShouldContain("Skolen");
        (await OpenAsync(fjord.Administrator, Guid.CreateVersion7())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_that_a_reader_took_over_or_got_moved_do_not_make_the_others_many_enough(bool isMoved)
    {
        await App.InStorageAsync(async database =>
        {
            foreach (var row in await database.Hassles.Where(row => row.UnitId == kindergarten).Take(6).ToListAsync())
            {
                row.AnswererId = isMoved ? null : fjord.Outsider.Id;
                row.MovedToId = isMoved ? fjord.Neighbor : null;
            }
            return await database.SaveChangesAsync();
        });
        Row(await OpenAsync(fjord.Outsider), "Barnehagen").ShouldBe([Hidden]);
        Row(await OpenAsync(fjord.Administrator), "Barnehagen")[0].ShouldBe("9");
    }

    [Fact]
    public async Task What_is_lifted_still_waits_for_its_answer()
    {
        await App.InStorageAsync(async database =>
        {
            var ids = await database
                .Hassles.Where(row => row.UnitId == fjord.Neighbor)
                .Select(r => r.Id)
                .Take(8)
                .ToListAsync();
            return await database
                .HassleMessages.Where(message => ids.Contains(message.HassleId))
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.Answer, "lifted"));
        });
        Row(await OpenAsync(fjord.Administrator), "Skolen").ShouldBe(["20", "12", "60 %"]);
    }

    [Fact]
    public async Task It_speaks_nynorsk_and_english_and_leads_to_the_own_unit()
    {
        var page = await OpenAsync(fjord.Kari);
        page.AddressOf("Team nord").ShouldContain(fjord.Team.ToString());
        foreach (var (language, heading) in new[] { ("nn", "Tal"), ("en", "Numbers") })
        {
            using var browser = App.As(fjord.Kari).Speaks(language);
            (await browser.OpenAsync("/tall?tid=kvartal")).Heading.ShouldBe(heading);
        }
    }

    private async Task<TestPage> OpenAsync(TestPerson who, Guid? unit = null)
    {
        var browser = App.As(who);
        _browsers.Add(browser);
        return await browser.OpenAsync(unit is null ? "/tall" : $"/tall?enhet={unit}");
    }

    private static IReadOnlyList<string> Row(TestPage page, string name) =>
        [
            .. page
                .Document.QuerySelectorAll("tbody tr")
                .First(row => Clean(row.QuerySelector("th")!) == name)
                .QuerySelectorAll("td")
                .Select(Clean),
        ];

    private static string Clean(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Stores what was said in a week; fewer than nought takes so many away again.</summary>
    private Task SaidAsync(Guid unit, DateOnly day, int number, int answered, DateOnly? answeredIn = null) =>
        App.InStorageAsync(async database =>
        {
            if (number < 0)
            {
                var rows = database.Hassles.Where(row => row.UnitId == unit);
                var ids = await rows.Select(row => row.Id).Take(-number).ToListAsync();
                return await rows.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync();
            }
            var week = HassleRules.WeekOf(day);
            for (var i = 0; i < number; i++)
            {
                var row = new HassleRow
                {
                    Id = Guid.CreateVersion7(),
                    UnitId = unit,
                    Speaker = "anonymous",
                    Text = "Det står feil",
                    Week = week,
                    State = HassleWords.Of(i < answered ? HassleState.WillDo : HassleState.Waiting),
                };
                database.Hassles.Add(row);
                if (i >= answered)
                    continue;
                database.HassleMessages.Add(
                    new HassleMessageRow
                    {
                        HassleId = row.Id,
                        Number = 1,
                        IsFromWriter = false,
                        Text = "Det retter vi",
                        Answer = HassleWords.Of(HassleState.WillDo),
                        Week = answeredIn ?? week,
                    }
                );
            }
            return await database.SaveChangesAsync();
        });
}

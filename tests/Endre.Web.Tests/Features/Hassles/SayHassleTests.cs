using System.Net;
using Endre.Domain.Hassles;
using Endre.Storage.Hassles;
using Endre.Testing;
using Endre.Web.Features.Hassles;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

public sealed class SayHassleTests : IAsyncLifetime
{
    private static readonly (Speaker Speaker, string Way)[] Ways =
    [
        (Speaker.Named, "Med navn"),
        (Speaker.Leader, "Navn bare til leder"),
        (Speaker.Anonymous, "Anonym"),
    ];

    private Fjord fjord = null!;

    private AppUnderTest App => fjord.App;

    public async ValueTask InitializeAsync() => fjord = await Fjord.OnAsync(await AppUnderTest.StartAsync());

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_page_says_is_stored_is_what_is_written_column_by_column(bool isSignedIn)
    {
        Language.Bokmål.Use();
        var texts = new Texts<HassleTexts>();
        using var browser = isSignedIn ? App.As(fjord.Kari) : App.Browser();
        foreach (var (speaker, way) in Ways)
        {
            var page = await browser.OpenAsync($"/si-fra?enhet={fjord.Team}");
            var promised = page.Document.GetElementById($"stored-{SpeakerWord.Of(speaker)}")!;
            // The last line says what is not stored; the others what is, and to whom it is shown.
            var lines = promised.QuerySelectorAll("li").Select(line => line.TextContent.Trim()).ToList();
            lines[^1].ShouldStartWith("Lagres ikke:");
            var stored = string.Join(' ', lines.SkipLast(1).Select(line => line[(line.IndexOf(':') + 1)..]));
            var said = Enum.GetValues<HassleField>()
                .Where(field =>
                    stored
                        .Split([", ", " og ", "  "], StringSplitOptions.None)
                        .Any(word => word.Trim() == texts[$"Field_{field}"])
                )
                .ToHashSet();

            page.Tick(way)
                .Fill("Hva er det?", "Nøklene henger i Sørenga")
                .Fill("Minutter hver gang", "12")
                .Fill("Hvor ofte", "5")
                .Fill("Hvor mange det gjelder", "3")
                .Fill("Hva handler det om?", "routines")
                .Fill("Hvem kan gjøre noe med det?", "ourselves");
            if (!isSignedIn)
                page.Fill("Navnet ditt (valgfritt)", "Solveig Navnesen");
            (await page.PressAsync("Send")).Status.ShouldBe(HttpStatusCode.OK);

            var written = await WrittenColumnsAsync();
            var expected = HassleRow.Columns.Where(pair => said.Contains(pair.Key)).SelectMany(pair => pair.Value);
            // Nobody has taken over the answering of what was just said, nor lifted, moved or merged it, nor done it.
            string[] notYet =
            [
                .. new[] { "answerer_id", "merged_into_id", "moved_to_id", "moved_on", "lifted_on" },
                .. new[] { "promised_who", "promised_by", "done", "gone_week", "gone_day" },
                .. new[] { "left_minutes", "left_times_per_week", "left_people" },
                // SayPhotoTests sends a picture.
                .. new[] { "photo_width", "photo_height" },
            ];
            written
                .Concat(notYet)
                .Order(StringComparer.Ordinal)
                .ShouldBe(expected.Order(StringComparer.Ordinal), $"{way}: {string.Join(" | ", lines)}");
            await App.InStorageAsync(database => database.Hassles.ExecuteDeleteAsync());
        }
    }

    [Fact]
    public async Task Before_one_writes_the_page_names_those_who_will_see_the_name()
    {
        using var browser = App.Browser();
        var page = await browser.OpenAsync($"/si-fra?enhet={fjord.Team}");
        page.Document.GetElementById("stored-leader")!.TextContent.ShouldContain("Bare Lise Leder ser:");
        page.Document.GetElementById("stored-anonymous")!.TextContent.ShouldContain("Lagres ikke: navnet ditt, dagen");
        page.Text.ShouldContain("Lise Leder svarer");
    }

    [Fact]
    public async Task A_stranger_chooses_a_unit_first_and_somebody_signed_in_is_at_her_own()
    {
        using var stranger = App.Browser();
        var page = await stranger.OpenAsync("/si-fra");
        page.HasButton("Videre").ShouldBeTrue();
        page = await page.Fill("Enhet", fjord.Neighbor.ToString()).PressAsync("Videre");
        page.Text.ShouldContain("Til Skolen");
        using var kari = App.As(fjord.Kari);
        page = await kari.OpenAsync("/si-fra");
        page.Text.ShouldContain("Til Team nord");
        (await page.FollowAsync("Bytt enhet")).HasButton("Videre").ShouldBeTrue();
    }

    [Fact]
    public async Task The_code_at_the_door_leads_to_the_unit()
    {
        using var browser = App.Browser();
        var page = await browser.OpenAsync($"/si-fra/{PlaceCode.Of(fjord.Team)}");
        page.Text.ShouldContain("Til Team nord");
        (await browser.OpenAsync("/si-fra/ABCD2345")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync($"/si-fra?enhet={HassleId.New()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_small_unit_is_told_of_before_one_writes_with_a_way_out()
    {
        using var browser = App.Browser();
        var page = await browser.OpenAsync($"/si-fra?enhet={fjord.Team}");
        page.Headings.ShouldContain("Få jobber i Team nord");
        page = await page.FollowAsync("Si det til Hjemmetjenesten i stedet");
        // Five people: two in the team, the leader and the two representatives.
        page.Headings.ShouldNotContain("Få jobber i Hjemmetjenesten");
    }

    [Fact]
    public async Task What_cannot_be_used_is_told_at_its_field_and_nothing_that_was_typed_is_lost()
    {
        using var browser = App.Browser();
        var page = await browser.OpenAsync($"/si-fra?enhet={fjord.Team}");
        page = await page.Fill("Hva er det?", "Skriveren").PressAsync("Send");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain("Velg hvem som skal vite at det er deg.");
        page.ValueOf("Hva er det?").ShouldBe("Skriveren");
        page = await page.Tick("Med navn").PressAsync("Send");
        page.Messages.ShouldContain("Skriv navnet ditt, eller velg anonym.");
        page.ValueOf("Med navn").ShouldBe("named");
        page = await page.Tick("Anonym").Fill("Hva er det?", "Pasient 13097248022").PressAsync("Send");
        page.Messages.Single().ShouldContain("fødselsnummer");
        page = await page.Fill("Hva er det?", "Skriveren").Fill("Minutter hver gang", "ti").PressAsync("Send");
        page.Messages.Single().ShouldContain("Minutter må være et helt tall");
        page = await page.Fill("Minutter hver gang", "10").PressAsync("Send");
        page.Heading.ShouldBe("Takk, det er sendt");
    }

    [Fact]
    public async Task Pressed_twice_it_is_said_once_and_the_code_is_the_same()
    {
        using var browser = App.Browser();
        var form = await browser.OpenAsync($"/si-fra?enhet={fjord.Team}");
        form.Tick("Anonym").Fill("Hva er det?", "Skriveren står");
        var (first, second) = (await form.PressAsync("Send"), await form.PressAsync("Send"));
        Fjord.CodeOn(first).Length.ShouldBe(19);
        Fjord.CodeOn(second).ShouldBe(Fjord.CodeOn(first));
        (await App.InStorageAsync(database => database.Hassles.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_an_account_and_a_name_needs_no_code_and_everybody_else_gets_one()
    {
        Fjord.CodeOn(await fjord.SayAsync(fjord.Kari, "Med navn", "A")).ShouldBe("");
        Fjord.CodeOn(await fjord.SayAsync(fjord.Kari, "Navn bare til leder", "B")).ShouldBe("");
        Fjord.CodeOn(await fjord.SayAsync(fjord.Kari, "Anonym", "C")).Length.ShouldBe(19);
        Fjord.CodeOn(await fjord.SayAsync(null, "Med navn", "D", "Per")).Length.ShouldBe(19);
        Fjord.CodeOn(await fjord.SayAsync(null, "Navn bare til leder", "E", "Per")).Length.ShouldBe(19);
        Fjord.CodeOn(await fjord.SayAsync(null, "Anonym", "F")).Length.ShouldBe(19);
    }

    [Theory]
    [InlineData("nn", "Anonym", "Namn berre til leiar", "Blir ikkje lagra:")]
    [InlineData("en", "Anonymous", "Name to the leader only", "Not stored:")]
    public async Task The_ways_are_told_in_every_language(string language, string way, string leader, string not)
    {
        using var browser = App.Browser().Speaks(language);
        var page = await browser.OpenAsync($"/si-fra?enhet={fjord.Team}");
        page.Text.ShouldContain(way);
        page.Text.ShouldContain(leader);
        page.Text.ShouldContain(not);
    }

    [Fact]
    public async Task A_unit_that_was_merged_takes_in_what_is_said_to_it_where_it_went_on()
    {
        await App.InStorageAsync(async database =>
        {
            (await database.Units.SingleAsync(unit => unit.Id == fjord.Team)).ClosedAt = App.Time.GetUtcNow();
            database.UnitSuccessors.Add(
                new Storage.Organizations.UnitSuccessor
                {
                    UnitId = fjord.Team,
                    SuccessorId = fjord.Department,
                    IsHeir = true,
                }
            );
            return await database.SaveChangesAsync();
        });
        using var browser = App.Browser();
        var page = await browser.OpenAsync($"/si-fra/{PlaceCode.Of(fjord.Team)}");
        page.Text.ShouldContain("Til Hjemmetjenesten");
    }

    private Task<List<string>> WrittenColumnsAsync() =>
        App.InStorageAsync(async database =>
        {
            var row = await database.Hassles.SingleAsync();
            var entry = database.Entry(row);
            return entry
                .Properties.Where(property => property.CurrentValue is not null)
                .Select(property => property.Metadata.GetColumnName())
                .ToList();
        });
}

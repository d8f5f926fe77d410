using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>The deck's workshop, from welcome to report, as people do it: every act by a page, every page judged.</summary>
public sealed class WholeWorkshopTests(Hall hall)
{
    private const string First = "question-1";
    private const string Second = "question-2";

    [Fact]
    public async Task Six_phones_and_a_facilitator_go_from_welcome_to_report()
    {
        var facilitator = await hall.App.FacilitatorAsync("Siri Prosessleder");
        await using var room = await Room.OpenAsync(hall, facilitator, "Hverdagen i hjemmetjenesten");
        await ArriveAsync(room);
        await ReflectAsync(room);
        await WriteFirstAsync(room);
        await CategorizeAsync(room);
        await WriteSecondAsync(room);
        await ChooseAsync(room);
        await PresentAsync(room);
        await InterpretAsync(room);
        await CloseAsync(room);
        await ReadReportAsync(room);
        await room.Laptop.GotoAsync(room.Laptop.Url.Replace("/rapport", "/logg", StringComparison.Ordinal));
        await room.Laptop.ShouldBeWellAsync("25 logg styr");
    }

    private async Task ArriveAsync(Room room)
    {
        foreach (var name in new[] { "Kari", null, "Amina", null, "Nils", "Ravna" })
        {
            await room.JoinAsync(hall, name);
        }
        await Assertions.Expect(room.Screen.Locator("[data-count='groups.g2.heads']")).ToHaveTextAsync("2");
        await Assertions.Expect(room.Laptop.Locator("td[data-count='connected']")).ToHaveTextAsync("6");
        await room.ShouldBeWellAsync("01 velkommen");
    }

    private static async Task ReflectAsync(Room room)
    {
        await room.NextAsync("Refleksjon");
        for (var i = 0; i < 5; i++)
        {
            await room.Phones[i].WriteAsync($"reflection-{(char)('a' + i)}", "", $"Tanke {i + 1} om endring");
        }
        await room.Phones[3].ShouldNotShowAsync("Tanke 1 om endring");
        await room.ShouldBeWellAsync("02 refleksjon");

        await room.NextAsync("Dele");
        await room.Phones[3].ShouldShowAsync("Tanke 1 om endring");
        await room.ShouldBeWellAsync("03 dele");

        await room.NextAsync("Praktisere");
        await room.Phones[5].WriteAsync("practice", "", "Spør én kollega hva som plager mest");
        await room.ShouldBeWellAsync("04 praktisere");
    }

    private static async Task WriteFirstAsync(Room room)
    {
        await room.NextAsync("Spørsmål 1: Noter alle innspill");
        for (var i = 0; i < room.Phones.Count; i++)
        {
            await room.Phones[i].WriteAsync(First, "a", Said.Mobilizes[i]);
            await room.Phones[i].WriteAsync(First, "b", Said.HoldsBack[i]);
            await room.Phones[i].ShouldHaveSentAsync(First, "a", 1);
            await room.Phones[i].ShouldHaveSentAsync(First, "b", 1);
        }
        await room.Phones[0].PressAsync("Jeg er ferdig");
        await room.Phones[0].ShouldShowAsync("Du har sagt at du er ferdig.");
        await room.Phones[0].ShouldNotShowAsync(Said.Mobilizes[3]);
        await room.Laptop.ShouldNotShowAsync(Said.Mobilizes[0]);
        await Assertions.Expect(room.Laptop.Locator("td[data-count='done']")).ToHaveTextAsync("1");
        await Assertions.Expect(room.Screen.Locator("[data-count='notes']")).ToHaveTextAsync("12");
        await room.ShouldBeWellAsync("05 skriv 1");

        // The group shows its notes itself; the other groups are shown theirs.
        await room.Phones[0].GetByText("Vis lappene for gruppa").ClickAsync();
        await room.Phones[0].PressAsync("Ja, vis lappene nå");
        await room.Phones[3].ShouldShowAsync(Said.Mobilizes[0]);
        await room.Phones[1].ShouldNotShowAsync(Said.Mobilizes[4]);
        await room.Laptop.PressAsync("Vis for alle grupper");
        await room.Phones[1].ShouldShowAsync(Said.Mobilizes[4]);
        await room.Laptop.PressAsync("+1 min på klokka");
        await room.ShouldBeWellAsync("06 vist 1");
    }

    private static async Task CategorizeAsync(Room room)
    {
        await room.NextAsync("Spørsmål 1: Kategoriser");
        var phone = room.Phones[0];
        await phone.ShouldShowAsync("Sorter i stillhet.");
        await room.ShouldBeWellAsync("07 sorter");
        await phone.PickAsync(Said.Mobilizes[0], Said.Mobilizes[3]);
        await phone.ShouldBeWellAsync("08 valgt telefon");
        await phone.MoveToAsync("Ny kategori");
        await Assertions.Expect(phone.Category("Kategori 1")).ToContainTextAsync(Said.Mobilizes[3]);
        // The other phone of the group sees it and goes on.
        await Assertions.Expect(room.Phones[3].Category("Kategori 1")).ToContainTextAsync(Said.Mobilizes[0]);
        await room.Phones[3].PickAsync(Said.HoldsBack[0], Said.HoldsBack[3]);
        await room.Phones[3].MoveToAsync("Ny kategori");
        await Assertions.Expect(phone.Category("Kategori 2")).ToContainTextAsync(Said.HoldsBack[0]);
        await phone.PressAsync("Vi er ferdige med å sortere – sett navn");
        await phone.ShouldShowAsync("Sett navn på kategoriene.");
        await phone.DescribeAsync("Kategori 1", "Å bli sett", "Suksessfaktor", "Medarbeiderskap");
        await phone.DescribeAsync("Kategori 2", "Ingen svarer", "Barriere", "Uklart ansvar");

        await SortAsync(room.Phones[1], Said.Mobilizes[1], Said.HoldsBack[4], "Ledelse og eierskap", "Begge deler");
        await SortAsync(room.Phones[2], Said.HoldsBack[2], Said.HoldsBack[5], "Frykt og budsjett", "Barriere");
        await Assertions.Expect(room.Phones[3].Category("Ingen svarer")).ToContainTextAsync("Barriere");
        await room.ShouldBeWellAsync("09 navn");
    }

    private static async Task SortAsync(IPage phone, string one, string other, string name, string kind)
    {
        await phone.PickAsync(one, other);
        await phone.MoveToAsync("Ny kategori");
        await phone.PressAsync("Vi er ferdige med å sortere – sett navn");
        await phone.DescribeAsync("Kategori 1", name, kind, factor: null);
    }

    private static async Task WriteSecondAsync(Room room)
    {
        await room.NextAsync("Spørsmål 2: Noter alle innspill");
        for (var i = 0; i < room.Phones.Count; i++)
        {
            await room.Phones[i].WriteAsync(Second, i % 2 == 0 ? "a" : "b", Said.Proposals[i]);
            await room.Phones[i].WriteAsync(Second, "a", $"{Said.Proposals[i]}, prøvd hos naboen");
            await room.Phones[i].ShouldHaveSentAsync(Second, "a", i % 2 == 0 ? 2 : 1);
        }
        await room.ShouldBeWellAsync("10 skriv 2");
        await room.Laptop.PressAsync("Vis for alle grupper");
        await room.Phones[0].ShouldShowAsync(Said.Proposals[3]);
    }

    private static async Task ChooseAsync(Room room)
    {
        await room.NextAsync("Spørsmål 2: De 3 \"beste\" forslagene");
        await room.ShouldBeWellAsync("11 velg");
        // Group 1 lets dots help; nobody sees the result before it is closed.
        var (one, other) = (room.Phones[0], room.Phones[3]);
        await one.GetByLabel("Prikker til hver").FillAsync("3");
        await one.PressAsync("Åpne for stemmer");
        foreach (var phone in new[] { one, other })
        {
            await phone.ShouldShowAsync("Sett inntil 3 prikker");
            await phone.Locator(".endre-voting").GetByLabel(Said.Proposals[0], new() { Exact = true }).CheckAsync();
            await phone.Locator(".endre-voting").GetByLabel(Said.Proposals[3], new() { Exact = true }).CheckAsync();
        }
        await one.ShouldBeWellAsync("12 stem telefon");
        await one.PressAsync("Send prikkene");
        await other.Locator(".endre-voting").GetByLabel($"{Said.Proposals[0]}, prøvd hos naboen").CheckAsync();
        await other.PressAsync("Send prikkene");
        await one.ShouldShowAsync("2 av 2 har stemt");
        await one.ShouldNotShowAsync("Resultatet av stemmene");
        await one.PressAsync("Lukk og vis resultatet");
        await one.ShouldShowAsync("Resultatet av stemmene");
        await one.PressAsync("Bruk de 3 øverste");
        await other.ShouldShowAsync("De 3 beste er valgt.");
        await one.GiveReasonAsync(Said.Proposals[0], "den er synlig for alle", "Kan vi gjøre selv");
        await one.GiveReasonAsync(Said.Proposals[3], "noen må holde i det", "Trenger noen andre");

        // Group 2 stops at two and is told gently; group 3 takes three.
        await room.Phones[1].ProposeAsync(Said.Proposals[1]);
        await room.Phones[1].ProposeAsync(Said.Proposals[4]);
        await room.Phones[1].ShouldShowAsync("Dere har valgt 2. Oppgaven er 3 – finn 1 til, eller gå videre.");
        await room.Phones[2].ProposeAsync(Said.Proposals[2]);
        await room.Phones[2].ProposeAsync(Said.Proposals[5]);
        await room.Phones[2].GiveReasonAsync(Said.Proposals[5], "da tør vi å si mer", "Trenger noen andre");
        await room.ShouldBeWellAsync("13 tre beste");
    }

    private static async Task PresentAsync(Room room)
    {
        await room.NextAsync("Presentasjon");
        await room.ShouldBeWellAsync("14 kø");
        await room.Laptop.PressAsync("Start presentasjonen til Gruppe 1");
        await room.Screen.ShouldHaveHeadingAsync("Gruppe 1");
        await Assertions
            .Expect(room.Screen.GetByRole(AriaRole.Timer).First)
            .ToContainTextAsync(Texts.StartsWith("9:5"));
        foreach (var phone in room.Phones)
        {
            await phone.ShouldShowAsync("Gruppe 1 presenterer");
            await phone.ShouldShowAsync("den er synlig for alle");
        }
        await room.ShouldBeWellAsync("15 gruppe 1");
        await room.Laptop.PressAsync("Spørsmål 1");
        await Assertions.Expect(room.Screen.GetByText("Ingen svarer")).ToBeVisibleAsync();
        await room.Screen.ShouldNotShowAsync("den er synlig for alle");
        await room.Screen.ShouldBeWellAsync("16 spørsmål 1 skjerm");

        // One looks around for oneself, and comes back.
        await room.Phones[5].LinkAsync("Se på selv: Gruppe 3");
        await room.Phones[5].ShouldShowAsync("Frykt og budsjett");
        await room.Laptop.PressAsync("Start presentasjonen til Gruppe 2");
        await room.Screen.ShouldHaveHeadingAsync("Gruppe 2");
        await room.Phones[0].ShouldShowAsync("Gruppe 2 presenterer");
        await room.Phones[5].ShouldShowAsync("Dette laget Gruppe 3");
        await room.Phones[5].LinkAsync("Følg prosesslederen igjen");
        await room.Phones[5].ShouldShowAsync("Gruppe 2 presenterer");
        await room.Laptop.PressAsync("Start presentasjonen til Gruppe 3");
        await room.Phones[1].ShouldShowAsync("Gruppe 3 presenterer");
    }

    private static async Task InterpretAsync(Room room)
    {
        await room.NextAsync("Tolkning");
        await room.ShouldBeWellAsync("17 tolkning");
        var desk = room.Laptop;
        await desk.LinkAsync("Tolk sammen");
        await desk.ShouldHaveHeadingAsync("Tolk");
        await desk.PickAsync("Ingen svarer", "Frykt og budsjett");
        await desk.GetByLabel("Navn på temaet").FillAsync("Det koster å si fra");
        await desk.PressAsync("Slå sammen til et tema");
        await Assertions
            .Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "Det koster å si fra" }))
            .ToBeVisibleAsync();
        await desk.PickAsync(Said.HoldsBack[0], Said.HoldsBack[2]);
        await desk.GetByLabel("Hva ser du?").FillAsync("Mange har noe å si, men venter på å se at det nytter.");
        await desk.PressAsync("Legg til i tolkningen");
        await Assertions
            .Expect(desk.GetByRole(AriaRole.Link, new() { Name = $"«{Said.HoldsBack[2]}»" }))
            .ToBeVisibleAsync();
        await room.Phones[0].ShouldNotShowAsync("venter på å se at det nytter");
        await desk.ShouldBeWellAsync("18 tolk styr");
        await desk.PressAsync("Del med deltakerne");
        foreach (var page in room.Phones.Append(room.Screen))
        {
            await page.ShouldShowAsync("Mange har noe å si, men venter på å se at det nytter.");
        }
        await desk.LinkAsync("Hverdagen i hjemmetjenesten");
        await room.ShouldBeWellAsync("19 tolket");
    }

    private static async Task CloseAsync(Room room)
    {
        await room.NextAsync("Avslutning");
        await room.ShouldBeWellAsync("20 avslutning");
        var desk = room.Laptop;
        await desk.LinkAsync("Gi forslagene svar");
        await desk.ShouldHaveHeadingAsync("Svar på forslagene");
        await desk.ShouldBeWellAsync("21 svar styr");
        await desk.PressAsync("Avslutt verkstedet");
        await Assertions
            .Expect(desk.GetByRole(AriaRole.Alert).Filter(new() { Visible = true }).First)
            .ToBeVisibleAsync();
        for (var left = await desk.GetByText("Gi et svar").CountAsync(); left > 0; left--)
        {
            await desk.AnswerAsync(isYes: left % 3 != 0);
            await Assertions.Expect(desk.GetByText("Gi et svar")).ToHaveCountAsync(left - 1);
        }
        await desk.ShouldShowAsync("Alle forslagene har fått svar.");
        await room.Phones[4].ShouldShowAsync("Vi henger opp en tavle");
        await room.ShouldBeWellAsync("22 svart");
        await desk.PressAsync("Avslutt verkstedet");
        await desk.ShouldShowAsync("Verkstedet er avsluttet");
        await room.EverybodyIsAtAsync("Takk for innsatsen!");
        await room.ShouldBeWellAsync("23 takk");
    }

    private static async Task ReadReportAsync(Room room)
    {
        await room.Laptop.LinkAsync("Se rapporten");
        foreach (var (page, where) in new[] { (room.Laptop, "styr"), (room.Phones[0], "telefon") })
        {
            if (page != room.Laptop)
            {
                await page.LinkAsync("Åpne rapporten");
            }
            await page.ShouldHaveHeadingAsync("Hverdagen i hjemmetjenesten");
            foreach (
                var said in (string[])
                    [
                        .. Said.Mobilizes,
                        .. Said.HoldsBack,
                        .. Said.Proposals,
                        "Å bli sett",
                        "Det koster å si fra",
                        "den er synlig for alle",
                        "Mange har noe å si, men venter på å se at det nytter.",
                        "Siri og tillitsvalgt",
                        "Det finnes alt i kvalitetssystemet.",
                    ]
            )
            {
                await page.ShouldShowAsync(said);
            }
            await page.ShouldBeWellAsync($"24 rapport {where}");
        }
    }
}

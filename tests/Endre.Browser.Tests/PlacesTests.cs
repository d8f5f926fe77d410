using Endre.Browser.Tests.Support;
using Endre.Domain.Hassles.Places;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Storage.Places;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>A leader hangs codes at doors and on things, and a nurse says something where one of them hangs.</summary>
public sealed class PlacesTests(Hall hall)
{
    private static readonly (int Width, int Height)[] Sizes = [(1440, 900), (360, 740)];

    [Fact]
    public async Task Codes_are_made_by_one_paste_and_one_is_used_on_a_phone()
    {
        var (leader, team) = await SettleAsync();
        var laptop = await hall.LaptopAsync(leader);
        await laptop.GotoAsync($"/enheter/{team}/steder");
        await ShouldFitAndBeAccessibleAsync(laptop, "ingen steder");
        await laptop.GetByLabel("Ett sted på hver linje").FillAsync("Rom 1\nRom 1");
        await laptop.PressAsync("Legg til");
        await laptop.ShouldShowAsync("Linje 2:");
        await ShouldFitAndBeAccessibleAsync(laptop, "avvist liste");
        await laptop
            .GetByLabel("Ett sted på hver linje")
            .FillAsync($"Rom 1\nRom 2 (3. etasje)\tDekontaminator\n{new string('W', 80)}");
        await laptop.PressAsync("Legg til");
        await laptop.ShouldShowAsync("3 steder er lagt til.");
        await laptop.GetByRole(AriaRole.Button, new() { Name = $"Ta ut av bruk: {new string('W', 80)}" }).ClickAsync();
        await laptop.ShouldShowAsync("Lagret.");
        await ShouldFitAndBeAccessibleAsync(laptop, "steder");
        await laptop.GetByRole(AriaRole.Link, new() { Name = "Rom 1", Exact = true }).ClickAsync();
        await ShouldFitAndBeAccessibleAsync(laptop, "et sted");

        var places = await hall.App.InStorageAsync(storage =>
            storage.Places.Where(place => place.UnitId == team).OrderBy(place => place.Name).ToListAsync()
        );
        var phone = await hall.PhoneAsync();
        await phone.GotoAsync($"/si-fra/{places.Single(place => place.Equipment is not null).Code}");
        await phone.ShouldShowAsync("Rom 2 (3. etasje) · Dekontaminator");
        await ShouldFitAndBeAccessibleAsync(phone, "si fra med sted");
        await phone.GetByText("Ikke her?").ClickAsync();
        var where = phone.GetByLabel("Hvor er det?");
        await where.SelectOptionAsync(new SelectOptionValue { Label = "Rom 1" });
        // The line follows the choice, also when the choice is shut again.
        await phone.GetByText("Ikke her?").ClickAsync();
        await Assertions.Expect(phone.Locator("[data-where]")).ToHaveTextAsync("Rom 1");
        await phone.GetByText("Ikke her?").ClickAsync();
        await ShouldFitAndBeAccessibleAsync(phone, "si fra, annet sted");
        await phone.GetByRole(AriaRole.Radio, new() { Name = "Anonym" }).CheckAsync();
        await phone.GetByLabel("Hva er det?").FillAsync("Døra går i lås.");
        await phone.PressAsync("Send");
        await phone.ShouldHaveHeadingAsync("Takk, det er sendt");
        await phone.ShouldShowAsync("Sted: Rom 1");
        await phone.GotoAsync($"/si-fra/{places.Single(place => place.RetiredOn is not null).Code}");
        await phone.ShouldShowAsync("er tatt ut av bruk");
        await ShouldFitAndBeAccessibleAsync(phone, "si fra, kode ute av bruk");
        await phone.Context.CloseAsync();
        await laptop.Context.CloseAsync();
    }

    [Fact]
    public async Task Each_door_sheet_is_one_page_of_paper_and_a_label_sheet_holds_all_its_labels()
    {
        var (leader, team) = await SettleAsync();
        // As long as names may be, in letters as wide as there are.
        var longest = new string('W', Place.LongestName);
        var lines = Enumerable
            .Range(1, 28)
            .Select(n => $"Skyllerom {n} (3. etasje); Vekt")
            .Append($"{longest}; {longest}");
        await hall.App.InStorageAsync(storage =>
        {
            var taken = new HashSet<string>();
            foreach (var line in PlaceList.Read(string.Join('\n', lines), []).New)
                storage.AddPlace(Guid.CreateVersion7(), team, line, new DateOnly(2026, 3, 2), taken);
            return storage.SaveChangesAsync();
        });
        var laptop = await hall.LaptopAsync(leader);
        await laptop.GotoAsync($"/enheter/{team}/steder/ark");
        await ShouldFitAndBeAccessibleAsync(laptop, "dørark");
        (await laptop.GetByRole(AriaRole.Article).CountAsync()).ShouldBe(30);
        (await PagesAsync(laptop)).ShouldBe(30);
        await ShouldHoldAsync(laptop);

        foreach (var (perSheet, sheets) in new[] { (24, 2), (14, 3) })
        {
            await laptop.GotoAsync($"/enheter/{team}/steder/ark?ark=labels&etiketter={perSheet}");
            await ShouldFitAndBeAccessibleAsync(laptop, $"etiketter, {perSheet}");
            (await laptop.GetByRole(AriaRole.Article).CountAsync()).ShouldBe(sheets);
            (await PagesAsync(laptop)).ShouldBe(sheets);
            await ShouldHoldAsync(laptop);
            var first = laptop.GetByRole(AriaRole.Article).First;
            (await first.GetByRole(AriaRole.Listitem).CountAsync()).ShouldBe(perSheet);
        }
        await laptop.Context.CloseAsync();
    }

    // On paper nothing of a sheet lies outside it, nothing of a label outside the label, and the code is big enough to scan.
    private static async Task ShouldHoldAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var faults = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('article li, article section')].flatMap(holder => {
              const around = holder.getBoundingClientRect();
              return [...holder.querySelectorAll('p, svg, h3, img, li')].flatMap(part => {
                const at = part.getBoundingClientRect();
                const isOut = at.left < around.left - 1 || at.right > around.right + 1 || at.top < around.top - 1 || at.bottom > around.bottom + 1;
                const isSmall = part.tagName === 'svg' && at.width < (20 / 25.4) * 96;
                return isOut || isSmall ? [`${holder.tagName} ${part.tagName}.${part.className?.baseVal ?? part.className} ${isSmall ? 'small' : 'out'}`] : [];
              });
            })
            """
        );
        await page.EmulateMediaAsync(new() { Media = Media.Null });
        faults.ShouldBeEmpty();
    }

    private static async Task<int> PagesAsync(IPage page)
    {
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        // Every page object of the file names its type once; the tree of pages is another type.
        return pdf.Split("/Type /Page\n").Length - 1;
    }

    private static async Task ShouldFitAndBeAccessibleAsync(IPage page, string where)
    {
        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ShouldBeWellAsync($"{where}, {width}");
            await page.ShouldFitAsync($"{where}, {width}");
        }
    }

    private async Task<(TestPerson Leader, Guid Team)> SettleAsync()
    {
        var leader = await hall.App.EmployeeAsync($"Leder {Guid.CreateVersion7():N}");
        var unit = new UnitRow { Name = "Sengepost 3", Kind = UnitKind.Team };
        await hall.App.InStorageAsync(storage =>
        {
            storage.Units.Add(unit);
            storage.Memberships.Add(
                new Membership
                {
                    PersonId = leader.Id,
                    UnitId = unit.Id,
                    Role = UnitRole.Leader,
                }
            );
            return storage.SaveChangesAsync();
        });
        return (leader, unit.Id);
    }
}

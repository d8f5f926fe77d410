using AngleSharp.Dom;
using Endre.Testing;

namespace Endre.Web.Tests.Components.Layout;

/// <summary>The main navigation: what each sees of it, and that one finds oneself in it.</summary>
public sealed class NavigationTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private AppUnderTest App => shared.App;

    [Fact]
    public async Task A_stranger_may_speak_up()
    {
        using var browser = App.Browser();
        Words(await browser.OpenAsync("/")).ShouldBe(["Si fra"]);
    }

    [Fact]
    public async Task An_employee_has_seven_words_and_what_is_behind_the_last()
    {
        using var browser = App.As(await App.EmployeeAsync("Kari Navigerer"));
        var page = await browser.OpenAsync("/enheter");
        Words(page).ShouldBe(["Si fra", "Plunder", "Behov", "Forbedringer", "Tiltak", "Møter", "Enheten"]);
        Behind(page, "Enheten").ShouldBe(["Enheter", "Endringsteam", "Tall"]);
    }

    [Fact]
    public async Task An_administrator_finds_all_that_is_administered_behind_one_word()
    {
        using var browser = App.As(await App.AdministratorAsync("Ada Navigerer"));
        var page = await browser.OpenAsync("/personer");
        Words(page)
            .ShouldBe([
                "Si fra",
                "Plunder",
                "Behov",
                "Forbedringer",
                "Tiltak",
                "Møter",
                "Verksted",
                "Enheten",
                "Administrer",
            ]);
        Behind(page, "Verksted").ShouldBe(["Verksteder", "Maler"]);
        Behind(page, "Administrer")
            .ShouldBe([
                "Personer",
                "Svarfrist",
                "Personvern",
                "Avvik og varsling",
                "Utseende",
                "E-post",
                "Drivere og barrierer",
            ]);
        // So that one opens, and the browser closes the other, also without script.
        Menus(page).Select(menu => menu.GetAttribute("name")).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_group_of_one_is_no_group()
    {
        using var browser = App.As(await App.PersonAsync("Siri Leser", "employee", "security-reader"));
        Words(await browser.OpenAsync("/"))
            .ShouldBe(["Si fra", "Plunder", "Behov", "Forbedringer", "Tiltak", "Møter", "Enheten", "Sporingslogg"]);
    }

    [Theory]
    [InlineData("/verksteder", "Verksted", "Verksteder")]
    [InlineData("/verksteder/maler", "Verksted", "Maler")]
    [InlineData("/personer/inviter", "Administrer", "Personer")]
    [InlineData("/plunder", "Plunder", "Plunder")]
    public async Task One_sees_where_one_is_also_when_the_menu_is_closed(string address, string word, string place)
    {
        using var browser = App.As(await App.AdministratorAsync($"Ada {place}"));
        var page = await browser.OpenAsync(address);
        page.Document.QuerySelectorAll("nav a[aria-current=page]").Select(link => link.TextContent).ShouldBe([place]);
        Top(page).Where(top => top.HasAttribute("aria-current")).Select(top => top.TextContent.Trim()).ShouldBe([word]);
    }

    [Theory]
    [InlineData("nn", "Verkstad", "Eininga", "Administrer")]
    [InlineData("en", "Workshop", "The unit", "Administer")]
    public async Task The_words_are_in_the_language_of_the_reader(string language, params string[] words)
    {
        using var browser = App.As(await App.AdministratorAsync($"Ada {language}"));
        Menus(await browser.Speaks(language).OpenAsync("/"))
            .Select(menu => menu.QuerySelector("summary")!.TextContent)
            .ShouldBe(words);
    }

    private static IElement Navigation(TestPage page) =>
        page
            .Document.QuerySelectorAll("nav")
            .Single(nav => nav.GetAttribute("aria-label") is "Hovedmeny" or "Hovudmeny" or "Main menu");

    private static IEnumerable<IElement> Menus(TestPage page) => Navigation(page).QuerySelectorAll("details");

    private static IEnumerable<IElement> Top(TestPage page) =>
        Navigation(page)
            .QuerySelectorAll(":scope > ul > li")
            .Select(item => item.QuerySelector("summary") ?? item.QuerySelector("a")!);

    private static IEnumerable<string> Words(TestPage page) => Top(page).Select(top => top.TextContent.Trim());

    private static IEnumerable<string> Behind(TestPage page, string word) =>
        Menus(page)
            .Single(menu => menu.QuerySelector("summary")!.TextContent == word)
            .QuerySelectorAll("a")
            .Select(link => link.TextContent);
}

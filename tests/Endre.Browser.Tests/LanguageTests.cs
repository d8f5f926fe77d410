using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>In nynorsk the page is nynorsk and in English it is English, to the last word, on every step.</summary>
public sealed class LanguageTests(Hall hall)
{
    private static readonly string[] NotNynorsk =
    [
        .. "ikke hva hvem hvor hvordan hvorfor hver hvert hvilke jeg dere deres noen noe mye mer flere fra nå være gjøre".Split(
            ' '
        ),
        .. "bare uten samme selv videre en et lapper lappene verksted verkstedet verksteder spørsmålene forslagene".Split(
            ' '
        ),
        .. "barrierer tiden gruppen tilkoblet tegn vises skjult personer bordene minutter".Split(' '),
    ];

    private static readonly string[] NotEnglish =
    [
        .. "og ikke ikkje jeg eg du dere det er som med til av på har kan vi skriv vis neste eller alle ein eit et".Split(
            ' '
        ),
        .. "gruppe gruppa lapp lapper lappar verksted verkstad trinn svar forslag spørsmål kategori beste takk".Split(
            ' '
        ),
    ];

    [Theory]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task The_whole_page_is_in_the_language_of_its_reader(string language)
    {
        var workshop = await hall.App.WorkshopAsync(title: "2026", groups: 2);
        var phone = await hall.PhoneAsync(language);
        var laptop = await hall.LaptopAsync(workshop.Facilitator, language);
        var screen = await hall.ScreenAsync(workshop.Facilitator, language);
        await laptop.GotoAsync($"{workshop.Page}/styr");
        await screen.GotoAsync($"{workshop.Page}/skjerm");
        await phone.GotoAsync($"/bli-med/{workshop.Code}");
        await ShouldSpeakAsync(phone, language, "bli med");
        await phone.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).Last.ClickAsync();

        var pages = new[] { phone, laptop, screen };
        foreach (var step in workshop.State.Plan.Steps)
        {
            await workshop.GoToAsync(step.Id);
            foreach (var page in pages)
            {
                await Assertions.Expect(page.Locator("#board")).ToHaveAttributeAsync("data-step", step.Id);
            }
            await ActAsync(phone, workshop, step.Id);
            foreach (var page in pages)
            {
                await ShouldSpeakAsync(page, language, step.Id);
            }
        }
        foreach (var page in new[] { "tolk", "avslutt", "rapport", "logg", "oppsett" })
        {
            await laptop.GotoAsync($"{workshop.Page}/{page}");
            await ShouldSpeakAsync(laptop, language, page);
        }
        await phone.Context.CloseAsync();
        await laptop.Context.CloseAsync();
        await screen.Context.CloseAsync();
    }

    /// <summary>A little of everything that makes the page say more, pressed by place and not by name.</summary>
    private static async Task ActAsync(IPage phone, WorkshopUnderTest workshop, string step)
    {
        switch (step)
        {
            case "question-1-write" or "question-2-write":
                await phone.WriteAsync(step[..10], "a", "A 1");
                await phone.WriteAsync(step[..10], "b", "B 2");
                await phone.ShouldHaveSentAsync(step[..10], "b", 1);
                break;
            case "question-1-categorize":
                await phone.PickAsync("A 1", "B 2");
                await phone.Locator(".endre-new button").ClickAsync();
                await phone.Locator(".endre-guide form[action$='sett-navn'] button").ClickAsync();
                await phone.Locator(".endre-describe form input[name='title']").FillAsync("C 3");
                await phone.Locator(".endre-describe input[name='kind']").First.CheckAsync();
                await phone.Locator(".endre-describe form button").ClickAsync();
                await Eventually.ShouldBeAsync(
                    () => workshop.State.Boards.Values.SelectMany(b => b.Clusters).Count(c => c.Title == "C 3"),
                    1
                );
                break;
            case "question-2-choose":
                await phone.Locator("button[name='pick']").First.ClickAsync();
                await Assertions.Expect(phone.Locator(".endre-place-text")).ToHaveCountAsync(1);
                await phone.Locator(".endre-place textarea[name='reason']").FillAsync("D 4");
                await phone.Locator(".endre-place input[name='reach']").First.CheckAsync();
                await phone.Locator(".endre-place form[action$='endre-forslag'] .endre-buttons button").ClickAsync();
                await Assertions.Expect(phone.Locator(".endre-place-reason")).ToContainTextAsync("D 4");
                break;
        }
    }

    private static async Task ShouldSpeakAsync(IPage page, string language, string where)
    {
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
        var words = await page.EvaluateAsync<string[]>(
            """
            language => {
                const words = [];
                const isForeign = e => e.closest('script, style, [lang]:not(html)');
                const read = root => {
                    for (const element of root.querySelectorAll('*')) {
                        if (element.matches('template')) read(element.content);
                        if (isForeign(element)) continue;
                        for (const name of ['aria-label', 'placeholder', 'title', 'data-said', 'data-announce'])
                            words.push(element.getAttribute(name) ?? '');
                        for (const node of element.childNodes) if (node.nodeType === 3) words.push(node.textContent);
                    }
                };
                read(document.body);
                words.push(document.title);
                return words.flatMap(text => text.replace(/\S*[/:]\S*/g, '').toLowerCase().match(/[\p{L}]+/gu) ?? []);
            }
            """,
            language
        );
        var foreign = language == "nn" ? NotNynorsk : NotEnglish;
        words.Intersect(foreign, StringComparer.Ordinal).ShouldBeEmpty($"{where} in {language} at {page.Url}");
    }
}

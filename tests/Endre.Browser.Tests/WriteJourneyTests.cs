using Endre.Browser.Tests.Support;
using Endre.Domain.Workshops.Running;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>People with phones: join, write in silence, lose the network, see the others' notes (journey 6).</summary>
public sealed class WriteJourneyTests(Hall hall)
{
    private const string Question = "question-1";

    [Fact]
    public async Task Six_phones_write_in_silence_and_see_each_other_when_the_group_reveals()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var phones = new List<IPage>();
        for (var i = 0; i < 6; i++)
        {
            var phone = await hall.PhoneAsync();
            await phone.JoinAsync(workshop);
            phones.Add(phone);
        }
        await Hall.ShouldBeAccessibleAsync(phones[0], "velkommen");
        await workshop.GoToAsync("question-1-write");

        for (var i = 0; i < phones.Count; i++)
        {
            await phones[i].WriteAsync(Question, i % 2 == 0 ? "a" : "b", $"Ærfugl {i}");
        }
        await phones[0].ShouldHaveSentAsync(Question, "a", 1);
        await Hall.ShouldBeAccessibleAsync(phones[0], "skriv");
        await phones[0].ShouldNotShowAsync("Ærfugl 1");
        (await phones[0].ContentAsync()).ShouldNotContain("Ærfugl 1");

        await workshop.ChangeAsync(new Reveal(GroupId: null, QuestionId: null));
        foreach (var phone in phones)
        {
            await phone.ShouldShowAsync("Ærfugl 1");
            await phone.ShouldShowAsync("Ærfugl 4");
        }
        await phones[5].WriteAsync(Question, "a", "Čáhppe kom etterpå");
        await phones[0].ShouldShowAsync("Čáhppe kom etterpå");
        workshop.State.Notes.Count.ShouldBe(7);
        await CloseAsync(phones);
    }

    [Fact]
    public async Task A_phone_without_network_keeps_three_notes_and_sends_each_once()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var phone = await hall.PhoneAsync();
        await phone.JoinAsync(workshop);
        await workshop.GoToAsync("question-1-write");
        await phone.WriteAsync(Question, "a", "Før nettet gikk");
        await phone.ShouldHaveSentAsync(Question, "a", 1);

        await phone.Context.SetOfflineAsync(true);
        foreach (var text in new[] { "Én uten nett", "To uten nett", "Tre uten nett" })
        {
            await phone.WriteAsync(Question, "b", text);
        }
        workshop.State.Notes.Count.ShouldBe(1);
        await phone.Context.SetOfflineAsync(false);
        await phone.ShouldHaveSentAsync(Question, "b", 3);

        workshop
            .State.Notes.Values.OrderBy(n => n.Sequence)
            .Select(n => n.Text)
            .ShouldBe(["Før nettet gikk", "Én uten nett", "To uten nett", "Tre uten nett"]);
        await CloseAsync([phone]);
    }

    [Fact]
    public async Task A_half_written_note_survives_that_the_facilitator_goes_on()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var phone = await hall.PhoneAsync();
        await phone.JoinAsync(workshop);
        await workshop.GoToAsync("question-1-write");
        await phone
            .Locator($"form[data-question='{Question}'][data-half='a']")
            .GetByRole(AriaRole.Textbox)
            .FillAsync("Halvveis i en tan");
        await phone.WaitForFunctionAsync(
            "async () => (await indexedDB.databases()).length > 0 || Object.keys(localStorage).length > 0"
        );
        await workshop.GoToAsync("question-1-categorize");

        await Assertions
            .Expect(
                phone
                    .Locator("textarea", new() { HasTextString = "Halvveis i en tan" })
                    .Or(phone.GetByText("Halvveis i en tan"))
                    .First
            )
            .ToBeVisibleAsync();
        await CloseAsync([phone]);
    }

    [Fact]
    public async Task The_keyboard_is_enough_to_join_and_write()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var laptop = await hall.PhoneAsync();
        await laptop.GotoAsync("/bli-med");
        var code = laptop.GetByRole(AriaRole.Main).GetByRole(AriaRole.Textbox).First;
        await code.PressSequentiallyAsync(workshop.Code);
        await code.PressAsync("Enter");
        var name = laptop.Locator("input[name='name']");
        await name.PressAsync("Enter");
        await Assertions.Expect(laptop.Locator("#board")).ToBeVisibleAsync();
        await workshop.GoToAsync("question-1-write");
        var text = laptop.Locator($"form[data-question='{Question}'][data-half='a']").GetByRole(AriaRole.Textbox);
        await text.FocusAsync();
        await laptop.Keyboard.TypeAsync("Bare tastatur");
        await laptop.Keyboard.PressAsync("Tab");
        await laptop.Keyboard.PressAsync("Enter");
        await Assertions.Expect(laptop.OwnNotes(Question, "a")).ToContainTextAsync("Bare tastatur");
        await laptop.ShouldHaveSentAsync(Question, "a", 1);
        workshop.State.Notes.Values.ShouldHaveSingleItem().Text.ShouldBe("Bare tastatur");
        await CloseAsync([laptop]);
    }

    [Fact]
    public async Task Without_script_one_joins_writes_and_is_done()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var phone = await hall.PhoneAsync(hasScript: false);
        await phone.JoinAsync(workshop);
        await workshop.GoToAsync("question-1-write");
        await phone.ReloadAsync();
        await phone.WriteAsync(Question, "b", "Uten skript");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Jeg er ferdig" }).ClickAsync();
        workshop.State.Notes.Values.ShouldHaveSingleItem().Text.ShouldBe("Uten skript");
        workshop.State.Done["question-1-write"].Count.ShouldBe(1);
        await CloseAsync([phone]);
    }

    [Fact]
    public async Task In_nynorsk_the_page_is_nynorsk()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var phone = await hall.PhoneAsync("nn");
        await phone.JoinAsync(workshop);
        await workshop.GoToAsync("question-1-write");
        await Assertions
            .Expect(phone.Locator("html"))
            .ToHaveAttributeAsync(
                "lang",
                new System.Text.RegularExpressions.Regex(
                    "^nn",
                    System.Text.RegularExpressions.RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                )
            );
        await phone.WriteAsync(Question, "a", "Skrive på nynorsk");
        await phone.ShouldHaveSentAsync(Question, "a", 1);
        await Hall.ShouldBeAccessibleAsync(phone, "skriv, nynorsk");
        await CloseAsync([phone]);
    }

    private static async Task CloseAsync(IEnumerable<IPage> pages)
    {
        foreach (var page in pages)
        {
            await page.Context.CloseAsync();
        }
    }
}

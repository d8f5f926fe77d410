using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>A phone in a gym hall where the network comes and goes.</summary>
public sealed class NetworkTests(Hall hall)
{
    private const string Question = "question-1";
    private const long Minute = 60_000;

    [Fact]
    public async Task A_phone_without_network_for_a_minute_loses_no_note_and_doubles_none()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        await using var line = new PhoneLine(hall.App.Address);
        var phone = await hall.PhoneAsync(line: line.Address);
        var neighbor = await hall.PhoneAsync();
        // A minute of the phone's own clock passes when the test says so.
        await phone.Clock.InstallAsync();
        await phone.JoinAsync(workshop);
        await neighbor.JoinAsync(workshop);
        await workshop.GoToAsync("question-1-write");
        await phone.WriteAsync(Question, "a", "Før nettet gikk");
        await phone.ShouldHaveSentAsync(Question, "a", 1);
        await StateShouldBeAsync(phone, "tilkoblet");

        // The worst that can happen: the note arrives, and the phone never hears that it did.
        line.LoseAnswers();
        await phone.WriteAsync(Question, "b", "Én uten svar");
        await Eventually.ShouldBeAsync(() => workshop.State.Notes.Count, 2);
        line.Lose();
        await phone.WriteAsync(Question, "b", "To uten nett");
        await phone.WriteAsync(Question, "b", "Tre uten nett");
        await phone.Clock.FastForwardAsync(Minute);
        await StateShouldBeAsync(phone, "3 usendte");
        await phone.ShouldShowAsync("lagret på denne enheten, ikke sendt");
        await neighbor.WriteAsync(Question, "a", "Skrevet imens");
        await neighbor.ShouldHaveSentAsync(Question, "a", 1);
        workshop.State.Notes.Count.ShouldBe(3);

        line.Mend();
        await phone.Clock.FastForwardAsync(Minute);
        await phone.ShouldHaveSentAsync(Question, "b", 3);
        await StateShouldBeAsync(phone, "tilkoblet");
        workshop
            .State.Notes.Values.OrderBy(n => n.Sequence)
            .Select(n => n.Text)
            .ShouldBe(["Før nettet gikk", "Én uten svar", "Skrevet imens", "To uten nett", "Tre uten nett"]);

        // Caught up by itself: it hears of the next step, and sees each note once.
        await workshop.GoToAsync("question-1-categorize");
        foreach (var note in workshop.State.Notes.Values)
        {
            await Assertions
                .Expect(phone.GetByRole(AriaRole.Checkbox, new() { Name = note.Text, Exact = true }))
                .ToHaveCountAsync(1);
        }
        await phone.Context.CloseAsync();
        await neighbor.Context.CloseAsync();
    }

    [Fact]
    public async Task A_phone_that_is_reloaded_without_network_still_has_its_notes_and_sends_them_later()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var phone = await hall.PhoneAsync();
        await phone.Clock.InstallAsync();
        await phone.JoinAsync(workshop);
        await workshop.GoToAsync("question-1-write");
        await phone.WriteAsync(Question, "a", "Før nettet gikk");
        await phone.ShouldHaveSentAsync(Question, "a", 1);
        await phone.ShouldHaveKeptAsync(workshop.Page);

        await phone.Context.SetOfflineAsync(true);
        await phone.WriteAsync(Question, "b", "Skrevet uten nett");
        await phone.NoteForm(Question, "a").GetByRole(AriaRole.Textbox).FillAsync("Halvveis i en tan");
        await phone.ReloadAsync();
        await phone.ShouldShowAsync("Skrevet uten nett");
        await Assertions
            .Expect(phone.NoteForm(Question, "a").GetByRole(AriaRole.Textbox))
            .ToHaveValueAsync("Halvveis i en tan");
        workshop.State.Notes.Count.ShouldBe(1);

        await phone.Context.SetOfflineAsync(false);
        await phone.ShouldHaveSentAsync(Question, "b", 1);
        workshop.State.Notes.Values.Select(n => n.Text).ShouldBe(["Før nettet gikk", "Skrevet uten nett"], true);
        await phone.Context.CloseAsync();
    }

    [Fact]
    public async Task A_half_written_note_survives_that_the_facilitator_goes_on()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var phone = await hall.PhoneAsync();
        await phone.JoinAsync(workshop);
        await workshop.GoToAsync("question-1-write");
        await phone.NoteForm(Question, "a").GetByRole(AriaRole.Textbox).FillAsync("Halvveis i en tan");
        await workshop.GoToAsync("question-1-categorize");

        await phone.ShouldShowAsync("Halvveis i en tan");
        await phone.PressAsync("Send som sen lapp");
        await Assertions
            .Expect(phone.GetByRole(AriaRole.Checkbox, new() { Name = "Halvveis i en tan" }))
            .ToBeVisibleAsync();
        workshop.State.Notes.Values.ShouldHaveSingleItem().IsLate.ShouldBeTrue();
        await phone.Context.CloseAsync();
    }

    private static Task StateShouldBeAsync(IPage phone, string words) =>
        Assertions.Expect(phone.Locator("endre-connection")).ToContainTextAsync(words);
}

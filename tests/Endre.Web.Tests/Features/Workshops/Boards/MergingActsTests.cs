using System.Net;
using Endre.Domain.Workshops.Notes;

namespace Endre.Web.Tests.Features.Workshops.Boards;

/// <summary>Notes that say the same lie under one of them, are counted, and come out again.</summary>
public sealed class MergingActsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Time = "Vi mangler tid";
    private const string Hours = "Det er ikke timer nok";
    private const string Answers = "Ingen svarer oss";

    [Fact]
    public async Task The_oldest_stays_and_the_count_is_kept()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page = await page.Tick(Hours).Tick(Time).PressAsync("Slå sammen");
        page.TextOf("Løse lapper").ShouldContain("3 lapper");
        page.TextOf("Løse lapper").ShouldContain("Slått sammen (2)");
        board.Notes.Single(n => n.Text == Hours).MergedInto.ShouldBe(board.NoteOf(Time));
        // What lies under is read, and moves along with what it lies under.
        page = await page.Tick(Time).PressAsync("+ Ny kategori");
        page.TextOf("Kategori 1").ShouldContain("2 lapper");
        page.TextOf("Kategori 1").ShouldContain(Hours);
    }

    [Fact]
    public async Task What_was_merged_is_taken_out_again()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page = await page.Tick(Hours).Tick(Time).PressAsync("Slå sammen");
        page = await page.PressAsync($"Ta ut igjen: {Hours}");
        page.Text.ShouldNotContain("Slått sammen (");
        page.TextOf("Løse lapper").ShouldContain("3 lapper");
        board.Notes.ShouldAllBe(n => n.IsStanding);
        page = await page.PressAsync("Angre");
        page.Text.ShouldContain("Slått sammen (2)");
        page = await page.PressAsync("Angre");
        page.Text.ShouldNotContain("Slått sammen (");
    }

    [Fact]
    public async Task Three_are_merged_at_once()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page = await page.Tick(Hours).Tick(Time).Tick(Answers).PressAsync("Slå sammen");
        page.TextOf("Løse lapper").ShouldContain("Slått sammen (3)");
        page.TextOf("Løse lapper").ShouldContain("3 lapper");
    }

    [Fact]
    public async Task One_note_alone_is_not_merged_and_stays_picked()
    {
        await using var board = await BeginAsync();
        var page = await board.JoinAsync();
        page = await page.Tick(Hours).PressAsync("Slå sammen");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Velg minst to lapper som sier det samme, og slå dem sammen."]);
        page.ValueOf(Hours).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Two_who_merge_crosswise_at_once_lose_neither_note()
    {
        await using var board = await BeginAsync();
        var (kari, page) = await board.PhoneAsync();
        var (ola, _) = await board.PhoneAsync();
        for (var round = 0; round < 15; round++)
        {
            var (mine, others) = (await board.OpenAsync(kari), await board.OpenAsync(ola));
            await Task.WhenAll(
                mine.Tick(Time).Tick(Hours).PressAsync("Slå sammen"),
                others.Tick(Hours).Tick(Answers).PressAsync("Slå sammen")
            );
            page = await board.OpenAsync(kari);
            page.Text.ShouldContain("3 lapper");
            board.Notes.Count(n => n.IsStanding).ShouldBe(1);
            foreach (var note in board.Notes.Where(n => !n.IsStanding).ToList())
            {
                page = await page.PressAsync($"Ta ut igjen: {note.Text}");
            }
            board.Notes.ShouldAllBe(n => n.IsStanding);
        }
    }

    [Fact]
    public async Task What_lay_under_a_note_that_is_withdrawn_stands_by_itself()
    {
        await using var board = await BeginAsync();
        var (phone, page) = await board.PhoneAsync();
        await page.Tick(Hours).Tick(Time).PressAsync("Slå sammen");
        await board.Workshop.ChangeAsync(new WithdrawNote(board.NoteOf(Time)));
        page = await board.OpenAsync(phone);
        page.Text.ShouldNotContain(Time);
        page.TextOf("Løse lapper").ShouldContain("2 lapper");
        page.TextOf("Løse lapper").ShouldContain(Hours);
    }

    private Task<GroupBoard> BeginAsync() => GroupBoard.ToSortAsync(shared.App, Time, Hours, Answers);
}

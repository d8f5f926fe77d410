using System.Net;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Running;

namespace Endre.Web.Tests.Features.Workshops.Boards;

/// <summary>A board is its group's, and open while the facilitator lets it be.</summary>
public sealed class WhoMaySortTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Time = "Vi mangler tid";
    private const string Forms = "Alt må på skjema";
    private const string Answers = "Ingen svarer oss";
    private const string New = "+ Ny kategori";

    public static TheoryData<string> Acts =>
        [
            "flytt",
            "sla-sammen",
            "ta-ut",
            "angre",
            "ny-kategori",
            "fjern-kategori",
            "sett-navn",
            "beskriv",
            "foresla",
            "endre-forslag",
            "plasser",
            "fjern-forslag",
            "bruk-resultatet",
            "apne-stemmer",
            "stem",
            "lukk-stemmer",
        ];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Strangers_find_no_board(string act)
    {
        await using var board = await BeginAsync();
        await using var another = await GroupBoard.ToSortAsync(shared.App, "Noe annet");
        var (phone, page) = await another.PhoneAsync();
        (await board.PostAsync(phone, page, act)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var stranger = shared.App.Browser();
        var form = await stranger.OpenAsync("/bli-med/" + board.Workshop.Code);
        (await board.PostAsync(stranger, form, act)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var frode = shared.App.As(another.Workshop.Facilitator);
        form = await frode.OpenAsync($"{another.Workshop.Page}/styr");
        (await board.PostAsync(frode, form, act)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_groups_board_is_not_touched()
    {
        await using var board = await BeginAsync();
        await (await board.JoinAsync()).Tick(Time).PressAsync(New);
        var before = board.State;
        var (phone, page) = await board.PhoneAsync("g2");
        page.Text.ShouldNotContain(Time);
        var cluster = ("clusterId", $"{before.Clusters[0].Id}");
        var note = ("note", $"{board.NoteOf(Forms)}");
        var refused = new[]
        {
            await board.PostAsync(phone, page, "flytt", note, ("to", "new")),
            await board.PostAsync(phone, page, "flytt", note, ("to", cluster.Item2)),
            await board.PostAsync(phone, page, "sla-sammen", note, ("note", $"{board.NoteOf(Answers)}")),
            await board.PostAsync(phone, page, "ta-ut", ("noteId", note.Item2)),
            await board.PostAsync(phone, page, "angre"),
            await board.PostAsync(phone, page, "ny-kategori"),
            await board.PostAsync(phone, page, "fjern-kategori", cluster),
            await board.PostAsync(phone, page, "sett-navn"),
            await board.PostAsync(phone, page, "beskriv", cluster, ("title", "Vårt")),
            await board.PostAsync(phone, page, "foresla", ("text", "Vårt")),
            await board.PostAsync(phone, page, "apne-stemmer", ("method", "Dots"), ("budget", "3")),
            await board.PostAsync(phone, page, "stem", ("vote", note.Item2)),
            await board.PostAsync(phone, page, "lukk-stemmer"),
        };
        refused.ShouldAllBe(a => a.Status == HttpStatusCode.Forbidden);
        refused.ShouldAllBe(a => !a.Text.Contains(Time, StringComparison.Ordinal));
        board.State.ShouldBe(before);
    }

    [Fact]
    public async Task A_locked_and_a_closed_board_are_read_and_say_why()
    {
        await using var board = await BeginAsync();
        var (phone, page) = await board.PhoneAsync();
        page.Tick(Time);
        await board.Workshop.ChangeAsync(new SetLock(IsLocked: true));
        var answer = await page.PressAsync(New);
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("Prosesslederen har låst tavla");
        answer.Text.ShouldContain(Time);
        answer.HasButton(New).ShouldBeFalse();
        await board.Workshop.ChangeAsync(new SetLock(IsLocked: false), new CloseWorkshop());
        answer = await page.PressAsync(New);
        answer.Status.ShouldBe(HttpStatusCode.Gone);
        (await board.OpenAsync(phone)).Status.ShouldBe(HttpStatusCode.OK);
        board.State.Clusters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_for_a_board_that_was_locked_or_left_meanwhile_are_given_back()
    {
        await using var board = await GroupBoard.ToChooseAsync(shared.App, Time, Forms, Answers);
        var page = (await board.JoinAsync()).Fill("Forslaget", "Det vi ble enige om");
        await board.Workshop.ChangeAsync(new SetLock(IsLocked: true));
        var answer = await page.PressAsync("Legg til forslaget");
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Messages.ShouldHaveSingleItem().ShouldStartWith("Prosesslederen har låst tavlene.");
        answer.ValueOf("Dette skrev du").ShouldBe("Det vi ble enige om");
        await board.Workshop.ChangeAsync(new SetLock(IsLocked: false), new NextStep());
        var tooLong = new string('ø', 501);
        answer = await page.Fill("Forslaget", tooLong).PressAsync("Legg til forslaget");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.ValueOf("Dette skrev du").ShouldBe(tooLong);
    }

    private Task<GroupBoard> BeginAsync() => GroupBoard.ToSortAsync(shared.App, Time, Forms, Answers);
}

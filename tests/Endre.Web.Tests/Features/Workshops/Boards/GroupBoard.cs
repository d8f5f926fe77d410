using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Sorting;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops.Boards;

/// <summary>The board of the first group on one question, with notes on it, as phones without JavaScript meet it.</summary>
internal sealed class GroupBoard : IAsyncDisposable
{
    private readonly List<TestBrowser> browsers = [];
    private readonly AppUnderTest app;

    private GroupBoard(AppUnderTest app, WorkshopUnderTest workshop, string questionId)
    {
        this.app = app;
        Workshop = workshop;
        QuestionId = questionId;
    }

    public const string GroupId = "g1";

    public WorkshopUnderTest Workshop { get; }

    public string QuestionId { get; }

    public Board State => Workshop.State.BoardOf(GroupId, QuestionId);

    public IEnumerable<Note> Notes => State.NoteIds.Select(id => Workshop.State.Notes[id]);

    /// <summary>Notes in no category, on the deck's first question, waiting to be sorted.</summary>
    public static Task<GroupBoard> ToSortAsync(AppUnderTest app, params string[] notes) =>
        BeginAsync(app, "mdi", "question-1", "question-1-write", "question-1-categorize", notes);

    /// <summary>Notes on the deck's second question, of which three are to be chosen.</summary>
    public static Task<GroupBoard> ToChooseAsync(AppUnderTest app, params string[] notes) =>
        BeginAsync(app, "mdi", "question-2", "question-2-write", "question-2-choose", notes);

    /// <summary>Notes that are to be ranked, by the nominal group technique.</summary>
    public static Task<GroupBoard> ToRankAsync(AppUnderTest app, params string[] notes) =>
        BeginAsync(app, "nominell-gruppe", "question", "write", "rank", notes);

    private static async Task<GroupBoard> BeginAsync(
        AppUnderTest app,
        string template,
        string questionId,
        string writing,
        string working,
        string[] notes
    )
    {
        var board = new GroupBoard(app, await app.WorkshopAsync(groups: 2, template: template), questionId);
        await board.Workshop.GoToAsync(writing);
        foreach (var text in notes)
        {
            await board.WriteAsync(text);
        }
        await board.Workshop.GoToAsync(working);
        return board;
    }

    public async Task<Guid> WriteAsync(string text)
    {
        var half = Workshop.State.Plan.QuestionOf(QuestionId)!.Halves.IsEmpty ? null : "a";
        var id = Guid.CreateVersion7();
        await Workshop.ChangeAsync(new WriteNote(id, QuestionId, half, text, GroupId));
        return id;
    }

    public TestBrowser Browser(string language = "nb")
    {
        var browser = app.Browser().Speaks(language);
        browsers.Add(browser);
        return browser;
    }

    /// <summary>Somebody joins the group with a phone, and answers what it shows.</summary>
    public async Task<TestPage> JoinAsync(string groupId = GroupId) => (await JoinWithAsync(Browser(), groupId)).Page;

    public async Task<(TestBrowser Phone, TestPage Page)> PhoneAsync(string groupId = GroupId) =>
        await JoinWithAsync(Browser(), groupId);

    private async Task<(TestBrowser Phone, TestPage Page)> JoinWithAsync(TestBrowser phone, string groupId) =>
        (phone, await Workshop.JoinAsync(phone, groupId));

    /// <summary>What a phone that has joined shows now.</summary>
    public Task<TestPage> OpenAsync(TestBrowser phone) => phone.OpenAsync(Workshop.Page);

    /// <summary>Sends what a form of the board sends.</summary>
    public Task<TestPage> PostAsync(
        TestBrowser browser,
        TestPage page,
        string act,
        params (string Name, string Value)[] fields
    ) =>
        browser.PostAsync(
            page,
            $"{Workshop.Page}/tavle/{act}",
            [("groupId", GroupId), ("questionId", QuestionId), ("tilbake", Workshop.Page), .. fields]
        );

    public Guid NoteOf(string text) => Notes.Single(n => n.Text == text).Id;

    public ValueTask DisposeAsync()
    {
        foreach (var browser in browsers)
        {
            browser.Dispose();
        }
        return ValueTask.CompletedTask;
    }
}

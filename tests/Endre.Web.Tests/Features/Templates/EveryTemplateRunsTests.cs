using System.Net;
using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Plan;
using Endre.Testing;
using Endre.Web.Features.Templates;
using Endre.Web.Features.Workshops;
using Endre.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Templates;

/// <summary>Each shipped template, from welcome to report, on every page and in every language.</summary>
public sealed class EveryTemplateRunsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Group = "g1";
    private const int NotesEach = 3;

    private static readonly string[] Languages = ["nb", "nn", "en"];
    private readonly List<Actor.Device> devices = [];
    private WorkshopUnderTest workshop = null!;
    private LiveWorkshop live = null!;

    public static TheoryData<string> Keys => [.. ShippedTemplates.All.Select(t => t.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task From_welcome_to_report(string key)
    {
        workshop = await shared.App.WorkshopAsync($"Prøver {key}", groups: 1, template: key);
        live = (await shared.App.Services.GetRequiredService<LiveWorkshops>().FindAsync(workshop.Id))!;
        await JoinAsync();
        await JoinAsync();
        var steps = workshop.State.Plan.Steps;
        foreach (var step in steps)
        {
            await workshop.GoToAsync(step.Id);
            await LookAsync(step);
            await DoAsync(step);
            await LookAsync(step);
        }
        await workshop.ChangeAsync(new CloseWorkshop());
        await ReadReportAsync();
    }

    private async Task DoAsync(Step step)
    {
        switch (step.Kind)
        {
            case StepKind.Write:
                await WriteAsync(step);
                break;
            case StepKind.Rank:
                await RankAsync(step);
                break;
            case StepKind.Choose:
                await ChooseAsync(step);
                break;
            case StepKind.Interpret:
                await workshop.ChangeAsync(
                    new WriteInterpretation(Guid.CreateVersion7(), "Det går igjen.", [NotesOf(step).First().Id]),
                    new ShareInterpretation()
                );
                break;
            case StepKind.Close:
                await AnswerAsync();
                break;
        }
    }

    private async Task WriteAsync(Step step)
    {
        foreach (var question in step.QuestionIds.Select(id => workshop.State.Plan.QuestionOf(id)!))
        foreach (var half in question.Halves.IsEmpty ? ["a"] : question.Halves.Select(h => h.Key))
        foreach (var device in devices)
        {
            for (var i = 1; i <= NotesEach; i++)
            {
                var text = $"Lapp {i} på {question.Id}";
                await ActAsync(device, new WriteNote(Guid.CreateVersion7(), question.Id, half, text, null, false));
            }
        }
    }

    // Best of five gets five points; with two who rank alike, ten.
    private async Task RankAsync(Step step)
    {
        var question = step.QuestionIds.Single();
        step.Places.ShouldBe(5);
        var ballot = NotesOf(step).Take(5).Select(n => n.Id).ToList();
        await workshop.ChangeAsync(
            new OpenVoting(Guid.CreateVersion7(), Group, question, VotingMethod.Ranks, step.Places)
        );
        foreach (var device in devices)
        {
            await ActAsync(device, new CastVote(Group, question, [.. ballot]));
        }
        await workshop.ChangeAsync(new CloseVoting(Group, question));
        workshop
            .State.BoardOf(Group, question)
            .Voting!.Result(workshop.State)
            .Select(r => (r.NoteId, r.Points))
            .ShouldBe([.. ballot.Select((id, i) => (id, 2 * (5 - i)))]);
    }

    private async Task ChooseAsync(Step step)
    {
        foreach (var note in NotesOf(step).Take(step.Places).ToList())
        {
            var id = Guid.CreateVersion7();
            await ActAsync(devices[0], new Propose(id, Group, note.QuestionId, note.Id, Text: null));
            await ActAsync(devices[0], new ChangeProposal(id, Text: null, "Lett å prøve.", Reach.OurOwn));
        }
    }

    private async Task AnswerAsync()
    {
        var proposals = ClosingRules.ProposalsOf(workshop.State).ToList();
        proposals.ShouldNotBeEmpty();
        foreach (var proposal in proposals)
        {
            var due = new DateOnly(2026, 3, 16);
            await workshop.ChangeAsync(
                new AnswerProposal(proposal.Id, AnswerKind.TakenFurther, "Åse", "Henger opp tavla", due, Reason: null)
            );
        }
    }

    private async Task LookAsync(Step step)
    {
        using var phone = shared.App.Browser();
        phone.Keep(new Cookie(ParticipantToken.CookieOf(workshop.Id), devices[0].Token));
        using var leader = shared.App.As(workshop.Facilitator);
        foreach (var language in Languages)
        {
            var title = step.Title.In(language);
            var page = await phone.Speaks(language).OpenAsync(workshop.Page);
            IsThere(page, language);
            page.Text.ShouldContain(title);
            leader.Speaks(language);
            page = await leader.OpenAsync($"{workshop.Page}/styr");
            IsThere(page, language);
            page.Headings.ShouldContain(title);
            page.Text.ShouldContain(step.Guide!.In(language));
            IsThere(await leader.OpenAsync($"{workshop.Page}/skjerm"), language);
        }
    }

    private async Task ReadReportAsync()
    {
        using var leader = shared.App.As(workshop.Facilitator);
        foreach (var language in Languages)
        {
            var page = await leader.Speaks(language).OpenAsync($"{workshop.Page}/rapport");
            IsThere(page, language);
            page.Text.ShouldContain("Henger opp tavla");
            foreach (var question in workshop.State.Plan.Questions)
            {
                page.Text.ShouldContain($"Lapp 1 på {question.Id}");
            }
        }
        foreach (var file in new[] { "json", "csv", "docx", "xlsx" })
        {
            using var answer = await leader.Client.GetAsync(
                new Uri($"{workshop.Page}/rapport.{file}", UriKind.Relative)
            );
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldNotBeEmpty(file);
        }
    }

    private static void IsThere(TestPage page, string language)
    {
        page.Status.ShouldBe(HttpStatusCode.OK, page.Path);
        page.Language.ShouldBe(language);
    }

    private IEnumerable<Note> NotesOf(Step step) =>
        workshop.State.Notes.Values.Where(n => step.QuestionIds.Contains(n.QuestionId)).OrderBy(n => n.Sequence);

    private async Task JoinAsync()
    {
        var device = new Actor.Device(Guid.CreateVersion7(), ParticipantToken.New());
        await ActAsync(device, new Join(device.Id, Name: null, Mark.HashOf(device.Token), Heads: 1, Group));
        devices.Add(device);
    }

    private async Task ActAsync(Actor.Device device, WorkshopCommand command) =>
        (await live.DecideAsync(command, device)).Refusal.ShouldBeNull($"{command}");
}

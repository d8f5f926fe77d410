using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Presenting;
using Endre.Domain.Workshops.Running;
using Endre.Domain.Workshops.Sorting;
using Endre.Web.Live;

namespace Endre.Web.Features.Workshops.DemoWorkshop;

/// <summary>Holds a workshop as people hold one: through the same commands, from welcome to close.</summary>
internal sealed class HeldWorkshopPlay(LiveWorkshop live, Actor facilitator, TimeProvider clock)
{
    private const int PeopleInGroup = 6;
    private readonly Dictionary<string, Guid> notes = new(StringComparer.Ordinal);

    public async Task PlayAsync(HeldWorkshop held)
    {
        var devices = new Dictionary<string, Actor.Device[]>(StringComparer.Ordinal);
        foreach (var (group, i) in held.Groups.Select((g, i) => (g, i)))
        {
            var id = live.State.Groups[i].Id;
            await DoAsync(new RenameGroup(id, group.Name));
            devices[id] = await JoinAsync(id);
        }
        await AskAsync("question-1", held, devices, g => [.. Notes(g.Question1), .. Notes(g.Question1Loose)]);
        await NextAsync(StepKind.Categorize);
        foreach (var (group, i) in held.Groups.Select((g, i) => (g, i)))
        {
            await CategorizeAsync(live.State.Groups[i].Id, group);
        }
        await AskAsync(
            "question-2",
            held,
            devices,
            g => [.. g.Question2.Select(b => (b.Half, b.Text)), .. Notes(g.Question2Loose)]
        );
        await NextAsync(StepKind.Choose);
        foreach (var (group, i) in held.Groups.Select((g, i) => (g, i)))
        {
            await ChooseAsync(live.State.Groups[i].Id, group);
        }
        await NextAsync(StepKind.Present);
        foreach (var _ in held.Groups)
        {
            await DoAsync(new StartPresentation(GroupId: null));
        }
        await NextAsync(StepKind.Interpret);
        foreach (var section in held.Interpretation)
        {
            await DoAsync(new WriteInterpretation(Id(), section.Text, [.. section.Quotes.Select(q => notes[q])]));
        }
        await DoAsync(new ShareInterpretation());
        await NextAsync(StepKind.Close);
        await AnswerAsync(held);
        await DoAsync(new CloseWorkshop());
    }

    private async Task<Actor.Device[]> JoinAsync(string groupId)
    {
        var devices = new Actor.Device[PeopleInGroup];
        for (var i = 0; i < PeopleInGroup; i++)
        {
            var token = ParticipantToken.New();
            devices[i] = new Actor.Device(Id(), token);
            await DoAsync(new Join(devices[i].Id, Name: null, Mark.HashOf(token), Heads: 1, groupId), devices[i]);
        }
        return devices;
    }

    private async Task AskAsync(
        string question,
        HeldWorkshop held,
        Dictionary<string, Actor.Device[]> devices,
        Func<HeldWorkshop.Group, IEnumerable<(string Half, string Text)>> of
    )
    {
        await NextAsync(StepKind.Write);
        foreach (var (group, i) in held.Groups.Select((g, i) => (g, i)))
        {
            var writers = devices[live.State.Groups[i].Id];
            foreach (var ((half, text), n) in of(group).Select((note, n) => (note, n)))
            {
                notes[text] = Id();
                await DoAsync(
                    new Domain.Workshops.Notes.WriteNote(notes[text], question, half, text),
                    writers[n % writers.Length]
                );
            }
        }
    }

    private async Task CategorizeAsync(string groupId, HeldWorkshop.Group group)
    {
        var clusters = new List<(Guid Id, HeldWorkshop.Category Category)>();
        foreach (var category in group.Question1)
        {
            var id = Id();
            clusters.Add((id, category));
            var own = Notes([category]).Select(n => notes[n.Text]).ToImmutableList();
            await DoAsync(new CreateCluster(id, groupId, "question-1", own));
        }
        await DoAsync(new StartLabeling(groupId, "question-1"));
        foreach (var (id, category) in clusters)
        {
            await DoAsync(
                new DescribeCluster(
                    id,
                    category.Title,
                    category.Kind,
                    category.Factor is { } factor ? [factor] : ImmutableList<string>.Empty
                )
            );
        }
    }

    private async Task ChooseAsync(string groupId, HeldWorkshop.Group group)
    {
        foreach (var best in group.Question2)
        {
            var id = Id();
            await DoAsync(new Propose(id, groupId, "question-2", notes[best.Text], Text: null));
            await DoAsync(new ChangeProposal(id, Text: null, best.Reason, best.Reach));
        }
    }

    private async Task AnswerAsync(HeldWorkshop held)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var best = held.Groups.SelectMany(g => g.Question2).ToDictionary(b => b.Text, StringComparer.Ordinal);
        foreach (var proposal in ClosingRules.ProposalsOf(live.State).ToList())
        {
            var told = best[proposal.Text];
            await DoAsync(
                new AnswerProposal(
                    proposal.Id,
                    AnswerKind.TakenFurther,
                    told.Who,
                    told.FirstStep,
                    today.AddDays(told.Days),
                    Reason: null
                )
            );
            if (told is { Outcome: { } outcome, Standing: { } standing })
            {
                await DoAsync(new TellOutcome(proposal.Id, standing, outcome));
            }
        }
    }

    private async Task NextAsync(StepKind kind)
    {
        do
        {
            await DoAsync(new NextStep());
        } while (live.State.Current.Kind != kind);
    }

    private async Task DoAsync(WorkshopCommand command, Actor? actor = null)
    {
        var answered = await live.DecideAsync(command, actor ?? facilitator);
        if (answered.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"The demo's {command.GetType().Name} was refused: {refusal.Reason}.");
        }
    }

    private Guid Id() => Guid.CreateVersion7(clock.GetUtcNow());

    private static IEnumerable<(string Half, string Text)> Notes(IEnumerable<HeldWorkshop.Category> categories) =>
        categories.SelectMany(c => c.A.Select(t => ("a", t)).Concat(c.B.Select(t => ("b", t))));

    private static IEnumerable<(string Half, string Text)> Notes(HeldWorkshop.Loose loose) =>
        loose.A.Select(t => ("a", t)).Concat(loose.B.Select(t => ("b", t)));
}

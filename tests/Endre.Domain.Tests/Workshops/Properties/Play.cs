using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Running;

namespace Endre.Domain.Tests.Workshops.Properties;

/// <summary>A sequence of moves played out, with what an onlooker needs to judge it.</summary>
internal sealed class Play
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly List<(Recorded Recorded, Audience Audience, Workshop After)> log = [];
    private int unique;

    private Play() { }

    public Workshop State { get; private set; } = Workshop.None;

    public IReadOnlyList<(Recorded Recorded, Audience Audience, Workshop After)> Log => log;

    /// <summary>Every text that a note has ever had.</summary>
    public Dictionary<Guid, List<string>> Texts { get; } = [];

    public static Play Of(Move[] moves)
    {
        var play = new Play();
        play.Do(Given.Siv, Given.Create(groups: 2, Move.Plan));
        for (var i = 0; i < 4; i++)
        {
            play.Do(Move.Device(i), Move.JoinOf(i));
        }
        play.Do(Given.Siv, new NextStep());
        foreach (var move in moves)
        {
            play.Do(move.Actor, move.ToCommand(play.State, ++play.unique));
        }
        return play;
    }

    private void Do(Actor actor, WorkshopCommand command)
    {
        var now = Start.AddSeconds(log.Count * 20);
        var decision = WorkshopRules.Decide(State, command, actor, now);
        if (decision.IsRefused && decision.Events.Count > 0)
        {
            throw new InvalidOperationException("Refused, and yet something happened.");
        }
        foreach (var happened in decision.Events)
        {
            var recorded = new Recorded(State.Sequence + 1, now, happened);
            State = State.Evolve(recorded);
            log.Add((recorded, State.AudienceOf(happened), State));
            var (id, text) = happened switch
            {
                NoteWritten e => (e.Id, e.Text),
                NoteEdited e => (e.Id, e.Text),
                _ => default,
            };
            if (text is not null)
            {
                Texts.TryAdd(id, []);
                Texts[id].Add(text);
            }
        }
    }
}

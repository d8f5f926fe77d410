using CsCheck;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Importing;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Reporting;

namespace Endre.Domain.Tests.Workshops.Properties;

/// <summary>What holds whatever ten thousand groups of people try. A failure prints the seed that repeats it.</summary>
public sealed class WorkshopProperties
{
    private const int Sequences = 10_000;

    private static readonly string[][] Onlookers =
    [
        ["everyone"],
        ["everyone", "facilitators"],
        .. Enumerable.Range(1, 5).Select(i => new[] { "everyone", $"group:g{i}" }),
    ];

    [Fact]
    public void Whatever_people_try_the_workshop_stays_whole() =>
        Move.Sequences.Sample(
            moves =>
            {
                var play = Play.Of(moves);
                TheLogTellsTheState(play);
                WhatIsTakenBackLeavesTheLogAndNothingElseDoes(play);
                NobodySeesWhatTheyMayNot(play);
                NoNoteIsLost(play);
                foreach (var sight in SightsOf(play))
                {
                    TheReportTellsWhatMayBeSeenAndNothingElse(play, sight);
                    TheReportComesBackTheSame(sight);
                }
            },
            iter: Sequences,
            print: moves => string.Join('\n', moves)
        );

    private static void TheLogTellsTheState(Play play)
    {
        var folded = play.Log.Aggregate(
            Workshop.None,
            (now, entry) => now.Evolve(entry.Recorded with { Event = OrderedJson.Read(entry.Recorded.Event) })
        );
        Holds(OrderedJson.Of(folded) == OrderedJson.Of(play.State), "the log tells another state than the one kept");
    }

    // As the database does it: each event that takes words back takes them out of the events before it.
    private static void WhatIsTakenBackLeavesTheLogAndNothingElseDoes(Play play)
    {
        var kept = new List<Recorded>();
        foreach (var (recorded, _, _) in play.Log)
        {
            if (TakenBack.Takes(recorded.Event))
            {
                var takenBack = new TakenBack();
                takenBack.Add(recorded);
                for (var i = 0; i < kept.Count; i++)
                {
                    kept[i] = kept[i] with
                    {
                        Event = takenBack.Without(kept[i].Sequence, kept[i].Event) ?? kept[i].Event,
                    };
                }
            }
            kept.Add(recorded);
        }
        Holds(
            OrderedJson.Of(kept.Aggregate(Workshop.None, (now, entry) => now.Evolve(entry)))
                == OrderedJson.Of(play.State),
            "without what is taken back the log tells another state"
        );
        var log = string.Concat(kept.Select(entry => OrderedJson.Of(entry.Event)));
        foreach (var note in play.State.Notes.Values)
        {
            Holds(
                note.IsWithdrawn ? !play.Texts[note.Id].Exists(text => Tells(log, text)) : Tells(log, note.Text),
                note.IsWithdrawn ? "the log has words that were taken back" : "the log lacks a note"
            );
        }
    }

    // A text reaches only those who may see the board it stands on; before the reveal that is nobody.
    private static void NobodySeesWhatTheyMayNot(Play play)
    {
        foreach (var (recorded, audience, after) in play.Log.Where(entry => entry.Audience != Audience.Nobody))
        {
            var json = OrderedJson.Of(recorded.Event);
            foreach (var note in after.Notes.Values.Where(n => play.Texts[n.Id].Exists(t => Tells(json, t))))
            {
                var mayReach = after.AudienceOf(after.BoardOf(note.GroupId, note.QuestionId));
                foreach (var onlooker in Onlookers.Where(o => audience.Reaches(o)))
                {
                    Holds(mayReach.Reaches(onlooker), $"{onlooker[^1]} got {json}");
                }
            }
        }
    }

    private static void NoNoteIsLost(Play play)
    {
        var written = play.Log.Select(e => e.Recorded.Event).OfType<NoteWritten>().Select(e => e.Id).Order().ToList();
        Holds(IsOnce(written), "a note was written twice");
        Holds(play.State.Notes.Keys.Order().SequenceEqual(written), "a note is lost");
        Holds(
            play.State.Boards.Values.SelectMany(b => b.NoteIds).Order().SequenceEqual(written),
            "a note is on no board"
        );
        foreach (var note in play.State.Notes.Values.Where(n => !n.IsWithdrawn))
        {
            var board = play.State.BoardOf(note.GroupId, note.QuestionId);
            Holds(IsOnce(note.Clusters), "a note stands twice in a category");
            Holds(note.Clusters.TrueForAll(id => board.ClusterOf(id) is not null), "a note stands in no category");
            var top = play.State.Notes[note.MergedInto ?? note.Id];
            Holds(top.IsStanding && board.NoteIds.Contains(top.Id), "a note lies under one that does not stand");
        }
        Holds(IsOnce(play.State.Boards.Values.SelectMany(b => b.Clusters).Select(c => c.Id)), "a category twice");
        Holds(IsOnce(play.State.Boards.Values.SelectMany(b => b.Proposals).Select(p => p.Id)), "a proposal twice");
        foreach (var group in play.State.Participants.Values.Where(p => !p.HasLeft).GroupBy(p => p.GroupId))
        {
            Holds(play.State.HeadsByGroup[group.Key] == group.Sum(p => p.Heads), "heads are miscounted");
        }
    }

    private static IEnumerable<Sight> SightsOf(Play play) =>
        [new(play.State, Given.Siv), new(play.State, Move.Device(0)), new(play.State, Actor: null)];

    private static void TheReportTellsWhatMayBeSeenAndNothingElse(Play play, Sight sight)
    {
        var report = OrderedJson.Of(WorkshopReport.Of(sight, []));
        foreach (var note in play.State.Notes.Values)
        {
            if (sight.Sees(play.State.BoardOf(note.GroupId, note.QuestionId)) && !note.IsWithdrawn)
            {
                Holds(Tells(report, note.Text), "the report lacks a note");
            }
            else
            {
                Holds(!play.Texts[note.Id].Exists(text => Tells(report, text)), "the report tells what it must not");
                Holds(!Tells(report, note.Id.ToString()), "the report points to what may not be seen");
            }
        }
        foreach (var participant in play.State.Participants.Keys)
        {
            Holds(!Tells(report, participant.ToString()), "the report names a participant");
        }
    }

    private static void TheReportComesBackTheSame(Sight sight)
    {
        var report = WorkshopReport.Of(sight, []);
        var import = new ImportWorkshop(Guid.Empty, "482913", new Facilitator(Given.Siv.Id, "Siv"), report);
        var decision = WorkshopRules.Decide(Workshop.None, import, Given.Siv, DateTimeOffset.UnixEpoch);
        Holds(!decision.IsRefused, $"the import is refused: {decision.Refusal?.Reason}");
        var imported = Workshop.None.Evolve(new Recorded(1, DateTimeOffset.UnixEpoch, decision.Events[0]));
        var again = WorkshopReport.Of(new Sight(imported, Given.Siv), []) with { ClosedAt = report.ClosedAt };
        Holds(OrderedJson.Of(again) == OrderedJson.Of(report), "the report comes back as another");
    }

    private static bool Tells(string json, string text) => json.Contains(text, StringComparison.Ordinal);

    private static bool IsOnce(IEnumerable<Guid> ids)
    {
        var seen = new HashSet<Guid>();
        return ids.All(seen.Add);
    }

    // Plain, because it is asked millions of times.
    private static void Holds(bool condition, string fault)
    {
        if (!condition)
        {
            throw new InvalidOperationException(fault);
        }
    }
}

using System.Globalization;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Sorting;
using Endre.Storage.EventLog;
using Endre.Storage.Workshops;
using Endre.Web.Features.Workshops.Report;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.ShowLog;

/// <summary>What devices moved on the boards, told without names: «Enhet B flyttet …».</summary>
internal sealed class MoveLog(IEventLog log)
{
    private const int Chunk = 1000;
    private static readonly Texts<LogTexts> T = new();
    private static readonly HashSet<string> Kinds =
    [
        .. WorkshopEventJson.Kinds.Where(k => k.StartsWith("cluster-", StringComparison.Ordinal)),
        "notes-moved",
        "note-merged",
        "note-split",
        "sorting-undone",
    ];

    /// <summary>All moves on the boards that may be seen, oldest first.</summary>
    /// <param name="sight">What may be seen: a note that was taken back is named by nobody.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<Move>> ReadAsync(Sight sight, CancellationToken ct)
    {
        var teller = new Teller(sight);
        var moves = new List<Move>();
        for (var after = 0L; ; )
        {
            var events = await log.ReadAsync(sight.Workshop.Id, after, Chunk, ct);
            foreach (var stored in events.Where(e => Kinds.Contains(e.Kind) && e.Sequence <= sight.Workshop.Sequence))
            {
                if (
                    WorkshopEventJson.Read(stored.Kind, stored.Payload.Span) is SortingEvent happened
                    && sight.Sees(sight.Workshop.BoardOf(happened.GroupId, happened.QuestionId))
                )
                {
                    moves.Add(teller.Tell(stored, happened));
                }
            }
            if (events.Count < Chunk)
            {
                return moves;
            }
            after = events[^1].Sequence;
        }
    }

    // Categories are called what they were called when it happened; letters are given in the order devices first acted.
    private sealed class Teller(Sight sight)
    {
        private readonly Dictionary<string, string> letters = new(StringComparer.Ordinal);
        private readonly Dictionary<Guid, string> names = [];

        public Move Tell(StoredEvent stored, SortingEvent happened)
        {
            var workshop = sight.Workshop;
            var what = happened switch
            {
                ClusterCreated e => Created(e),
                ClusterRemoved e => T["Removed", NameOf(e.ClusterId)],
                ClusterDescribed e => Described(e),
                NotesMoved { To: { } to, From: { } from } e => T[
                    "MovedFromTo",
                    Notes(e.NoteIds),
                    NameOf(from),
                    NameOf(to)
                ],
                NotesMoved { To: { } to } e => T["MovedTo", Notes(e.NoteIds), NameOf(to)],
                NotesMoved { From: { } from } e => T["MovedOut", Notes(e.NoteIds), NameOf(from)],
                NoteMerged e => T["Merged", Notes([e.NoteId]), Notes([e.IntoId])],
                NoteSplit e => T["Split", Notes([e.NoteId])],
                SortingUndone e => e.ChangedBy == e.By ? T["UndidOwn"] : T["UndidOther", LetterOf(e.ChangedBy)],
                _ => T["Other"],
            };
            return new Move(
                stored.Sequence,
                stored.At,
                LetterOf(happened.By),
                workshop.GroupOf(happened.GroupId)?.DisplayName() ?? happened.GroupId,
                workshop.Plan.QuestionOf(happened.QuestionId) is { } q ? ReportWords.Of(q.Title) : happened.QuestionId,
                what
            );
        }

        private string Created(ClusterCreated created)
        {
            names[created.Cluster.Id] = ReportWords.NameOf(created.Cluster);
            return created.NoteIds.IsEmpty
                ? T["Created", NameOf(created.Cluster.Id)]
                : T["CreatedWith", NameOf(created.Cluster.Id), Notes(created.NoteIds)];
        }

        private string Described(ClusterDescribed described)
        {
            var before = NameOf(described.ClusterId);
            if (described.Title is { } title)
            {
                names[described.ClusterId] = title;
            }
            var after = NameOf(described.ClusterId);
            return before == after
                ? T["Labeled", after, ReportWords.NameOf(described.Kind)]
                : T["Named", before, after, ReportWords.NameOf(described.Kind)];
        }

        private string NameOf(Guid clusterId) => names.GetValueOrDefault(clusterId) ?? T["SomeCategory"];

        private string Notes(IReadOnlyCollection<Guid> noteIds)
        {
            var first = noteIds.Select(id => sight.Workshop.Notes.GetValueOrDefault(id)).FirstOrDefault();
            return noteIds.Count == 1 && first is not null
                ? first.IsWithdrawn
                    ? T["WithdrawnNote"]
                    : T["OneNote", Short(first)]
                : T["ManyNotes", noteIds.Count];
        }

        private static string Short(Note note)
        {
            var text = new StringInfo(note.Text.ReplaceLineEndings(" "));
            return text.LengthInTextElements <= 60 ? text.String : $"{text.SubstringByTextElements(0, 58)} …";
        }

        private string LetterOf(string mark)
        {
            if (mark == "facilitator")
            {
                return T["Facilitator"];
            }
            if (!letters.TryGetValue(mark, out var letter))
            {
                letter = T["Device", Letters(letters.Count)];
                letters[mark] = letter;
            }
            return letter;
        }

        // A … Z, AA, AB …
        private static string Letters(int number) =>
            (number < 26 ? "" : Letters((number / 26) - 1)) + (char)('A' + (number % 26));
    }
}

/// <summary>One move on a board.</summary>
/// <param name="Sequence">Its place in the workshop's order.</param>
/// <param name="At">When, to the minute.</param>
/// <param name="Who">Which device, by letter.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Question">The question's title.</param>
/// <param name="What">What was done, in words.</param>
public sealed record Move(long Sequence, DateTimeOffset At, string Who, string Group, string Question, string What);

using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Importing;

namespace Endre.Domain.Workshops.Notes;

/// <summary>
/// Words that are taken back: a note that is withdrawn, a note or a name that is written anew. What happened stays in the
/// log with its place, and the words leave it, so that the log still plays to the same workshop.
/// </summary>
public sealed class TakenBack
{
    private readonly Dictionary<Guid, long> notes = [];
    private readonly HashSet<Guid> proposed = [];
    private readonly Dictionary<Guid, long> names = [];

    /// <summary>Whether a note was withdrawn or a name was taken back, and not only a note written anew.</summary>
    public bool IsUrgent => proposed.Count > 0 || names.Count > 0;

    /// <summary>The ids of the notes and the devices whose words are taken back.</summary>
    public IEnumerable<Guid> Ids => notes.Keys.Concat(names.Keys);

    /// <summary>Whether an event takes something back of what was before it.</summary>
    /// <param name="happened">The event.</param>
    public static bool Takes(WorkshopEvent happened) => happened is NoteWithdrawn or NoteEdited or ParticipantChanged;

    /// <summary>Whether words of a note or a device are taken back.</summary>
    /// <param name="id">The note, or the device.</param>
    public bool Has(Guid id) => notes.ContainsKey(id) || names.ContainsKey(id);

    /// <summary>Remembers what an event takes back of what was before it.</summary>
    /// <param name="recorded">The event.</param>
    public void Add(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case NoteWithdrawn withdrawn:
                notes[withdrawn.Id] = recorded.Sequence;
                proposed.Add(withdrawn.Id);
                break;
            case NoteEdited edited:
                notes[edited.Id] = recorded.Sequence;
                break;
            case ParticipantChanged changed:
                names[changed.ParticipantId] = recorded.Sequence;
                break;
            default:
                break;
        }
    }

    /// <summary>An earlier event without the words.</summary>
    /// <param name="sequence">Its place.</param>
    /// <param name="happened">The event.</param>
    /// <returns>What is to stand in its place, or null when it has none of the words.</returns>
    public WorkshopEvent? Without(long sequence, WorkshopEvent happened) =>
        happened switch
        {
            NoteWritten written when IsBefore(notes, written.Id, sequence) && written.Text.Length > 0 => written with
            {
                Text = "",
            },
            NoteEdited edited when IsBefore(notes, edited.Id, sequence) && edited.Text.Length > 0 => edited with
            {
                Text = "",
            },
            ProposalsChanged changed when changed.Proposals.Exists(Has) => changed with
            {
                Proposals = changed.Proposals.ConvertAll(Without),
            },
            WorkshopImported imported when Without(imported.Report) is { } report => imported with { Report = report },
            ParticipantJoined joined
                when IsBefore(names, joined.Participant.Id, sequence) && joined.Participant.Name is not null =>
                joined with
                {
                    Participant = joined.Participant with { Name = null },
                },
            ParticipantChanged changed
                when IsBefore(names, changed.ParticipantId, sequence) && changed.Name is not null => changed with
            {
                Name = null,
            },
            _ => null,
        };

    private static bool IsBefore(Dictionary<Guid, long> taken, Guid id, long sequence) =>
        taken.TryGetValue(id, out var at) && sequence < at;

    // A proposal that still points to a withdrawn note is an earlier one: from the withdrawal on, none does.
    private bool Has(Proposal proposal) =>
        proposal.NoteId is { } id && proposed.Contains(id) && (proposal.Text.Length > 0 || proposal.Reason.Length > 0);

    private Proposal Without(Proposal proposal) => Has(proposal) ? proposal with { Text = "", Reason = "" } : proposal;

    private Reporting.WorkshopReport? Without(Reporting.WorkshopReport report) =>
        report.Notes.Any(note => proposed.Contains(note.Id) && note.Text.Length > 0)
            ? report with
            {
                Notes = [.. report.Notes.Select(note => proposed.Contains(note.Id) ? note with { Text = "" } : note)],
                Boards =
                [
                    .. report.Boards.Select(board => board with { Proposals = board.Proposals.ConvertAll(Without) }),
                ],
            }
            : null;
}

using System.Collections.Immutable;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Presenting;
using Endre.Domain.Workshops.Running;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Workshops;

/// <summary>
/// A workshop as its log tells it. Immutable: whoever holds one may read it for as long as they like.
/// </summary>
public sealed record Workshop
{
    /// <summary>A workshop that nothing has happened in yet.</summary>
    public static readonly Workshop None = new();

    /// <summary>The workshop's id; empty until it is created.</summary>
    public Guid Id { get; init; }

    /// <summary>The sequence of the last event it has seen; 0 before the first.</summary>
    public long Sequence { get; init; }

    /// <summary>The six digits people join by.</summary>
    public string Code { get; init; } = "";

    /// <summary>What the workshop is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>The language of what the system writes into it: <c>nb</c>, <c>nn</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "nb";

    /// <summary>When it was created (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Steps and questions.</summary>
    public WorkshopPlan Plan { get; init; } = new([], []);

    /// <summary>
    /// The number of each question in sheet codes, also of questions that are gone (<see cref="Paper.QuestionNumbers"/>).
    /// </summary>
    public ImmutableDictionary<string, int> QuestionNumbers { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The place in the plan of the step that is now current, from 0.</summary>
    public int CurrentStep { get; init; }

    /// <summary>The place of the furthest step that has been current: what is done stays done.</summary>
    public int FurthestStep { get; init; }

    /// <summary>The clock of the current step.</summary>
    public Countdown Clock { get; init; } = Countdown.None;

    /// <summary>The people who may lead it, in the order they were added.</summary>
    public ImmutableList<Facilitator> Facilitators { get; init; } = [];

    /// <summary>The facilitator who has the seat: only this one moves the workshop on. It is kept until it is handed over.</summary>
    public Guid Seat { get; init; }

    /// <summary>Whether the code lets people in.</summary>
    public bool IsJoinOpen { get; init; } = true;

    /// <summary>Whether boards are locked: nothing is sorted or chosen, while late notes are still taken.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether all groups may see each other's boards: from the interpretation on.</summary>
    public bool IsAllShared { get; init; }

    /// <summary>When it was closed, or null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Whether it was closed.</summary>
    public bool IsClosed => ClosedAt is not null;

    /// <summary>The groups by number.</summary>
    public ImmutableList<Group> Groups { get; init; } = [];

    /// <summary>The devices that joined.</summary>
    public ImmutableDictionary<Guid, Participant> Participants { get; init; } =
        ImmutableDictionary<Guid, Participant>.Empty;

    /// <summary>How many people each group has; kept so that a join costs the same in a group of 4 and in a hall of 4,000.</summary>
    public ImmutableDictionary<string, int> HeadsByGroup { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The participants by the hash of their token.</summary>
    public ImmutableDictionary<string, Guid> ParticipantByToken { get; init; } =
        ImmutableDictionary<string, Guid>.Empty;

    /// <summary>All notes, also hidden, withdrawn and merged ones.</summary>
    public ImmutableDictionary<Guid, Notes.Note> Notes { get; init; } = ImmutableDictionary<Guid, Notes.Note>.Empty;

    /// <summary>One board per group and question, by <see cref="BoardKey.Of"/>; made when something first stands on it.</summary>
    public ImmutableDictionary<string, Board> Boards { get; init; } = ImmutableDictionary<string, Board>.Empty;

    /// <summary>Marks of those who are done, by step.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, DoneMark>> Done { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, DoneMark>>.Empty;

    /// <summary>The queue of groups that present.</summary>
    public Presentations Presentations { get; init; } = Presentations.None;

    /// <summary>What the facilitator makes of it, apart from the notes.</summary>
    public Interpretation Interpretation { get; init; } = Interpretation.None;

    /// <summary>Answers to proposals, by proposal id.</summary>
    public ImmutableDictionary<Guid, Answer> Answers { get; init; } = ImmutableDictionary<Guid, Answer>.Empty;

    /// <summary>Names of drivers and barriers that came with an imported report, for those this taxonomy does not have.</summary>
    public ImmutableList<Reporting.FactorName> ImportedFactors { get; init; } = [];

    /// <summary>The step that is now current.</summary>
    public Step Current => Plan.Steps[CurrentStep];

    /// <summary>How many people are here: a phone that two share counts two.</summary>
    public int Heads => HeadsByGroup.Values.Sum();

    /// <summary>The group with this id, or null.</summary>
    /// <param name="groupId">The group's id.</param>
    public Group? GroupOf(string? groupId) => Groups.Find(g => g.Id == groupId);

    /// <summary>The board of a group on a question; an empty one when nothing stands there yet.</summary>
    /// <param name="groupId">The group's id.</param>
    /// <param name="questionId">The question's id.</param>
    public Board BoardOf(string groupId, string questionId) =>
        Boards.GetValueOrDefault(BoardKey.Of(groupId, questionId)) ?? Board.Empty(groupId, questionId);

    /// <summary>Whether the person is among the facilitators.</summary>
    /// <param name="personId">The person.</param>
    public bool IsFacilitator(Guid personId) => Facilitators.Exists(f => f.PersonId == personId);

    /// <summary>Who may see what stands on a board: nobody until it is revealed, then its group, and all once it is presented.</summary>
    /// <param name="board">The board.</param>
    public Audience AudienceOf(Board board) =>
        !board.IsRevealed ? Audience.Nobody
        : IsAllShared || board.IsShared ? Audience.Everyone
        : Audience.Group(board.GroupId);

    internal Workshop With(Board board) => this with { Boards = Boards.SetItem(board.Key, board) };

    internal Workshop With(Notes.Note note) => this with { Notes = Notes.SetItem(note.Id, note) };
}

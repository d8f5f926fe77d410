using System.Collections.Immutable;
using Endre.Domain.Workshops.Choosing;

namespace Endre.Domain.Workshops.Sorting;

/// <summary>The name of a board.</summary>
public static class BoardKey
{
    /// <summary>The key of a group's board on a question.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="questionId">The question.</param>
    public static string Of(string groupId, string questionId) => $"{groupId}/{questionId}";
}

/// <summary>What a category is, in the deck's words.</summary>
public enum ClusterKind
{
    /// <summary>Not said yet.</summary>
    Unlabeled,

    /// <summary>Barriere: brakes.</summary>
    Barrier,

    /// <summary>Suksessfaktor: mobilizes.</summary>
    SuccessFactor,

    /// <summary>Both, depending on how it is.</summary>
    Both,
}

/// <summary>A category on a board.</summary>
/// <param name="Id">Its id.</param>
/// <param name="GroupId">The group that made it.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Number">From 1 in the order they were made on the board; its name until it has one.</param>
/// <param name="Title">What the group calls it, or null.</param>
/// <param name="Kind">Barrier, success factor, both, or not said yet.</param>
/// <param name="FactorIds">The drivers and barriers of the taxonomy it is tied to.</param>
public sealed record Cluster(
    Guid Id,
    string GroupId,
    string QuestionId,
    int Number,
    string? Title,
    ClusterKind Kind,
    ImmutableList<string> FactorIds
);

/// <summary>What one group made of one question.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
public sealed record Board(string GroupId, string QuestionId)
{
    /// <summary>Its key.</summary>
    public string Key => BoardKey.Of(GroupId, QuestionId);

    /// <summary>All notes written on it, in order, also withdrawn and merged ones.</summary>
    public ImmutableList<Guid> NoteIds { get; init; } = [];

    /// <summary>The categories in the order they were made.</summary>
    public ImmutableList<Cluster> Clusters { get; init; } = [];

    /// <summary>Whether the group sees its notes.</summary>
    public bool IsRevealed { get; init; }

    /// <summary>Whether everybody sees it: it has been presented.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether the silent sorting is over and categories are named and labeled.</summary>
    public bool IsLabeling { get; init; }

    /// <summary>How many categories have ever been made on it.</summary>
    public int ClustersMade { get; init; }

    /// <summary>What can be undone, latest first.</summary>
    public ImmutableStack<BoardChange> Changes { get; init; } = ImmutableStack<BoardChange>.Empty;

    /// <summary>The best proposals, in their places.</summary>
    public ImmutableList<Proposal> Proposals { get; init; } = [];

    /// <summary>The voting round on it, or null.</summary>
    public VotingRound? Voting { get; init; }

    /// <summary>A board with nothing on it.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="questionId">The question.</param>
    public static Board Empty(string groupId, string questionId) => new(groupId, questionId);

    /// <summary>The category with this id, or null.</summary>
    /// <param name="clusterId">The category.</param>
    public Cluster? ClusterOf(Guid clusterId) => Clusters.Find(c => c.Id == clusterId);

    internal Board With(Cluster cluster) =>
        this with
        {
            Clusters = Clusters.ConvertAll(c => c.Id == cluster.Id ? cluster : c),
        };
}

/// <summary>One change that can be undone.</summary>
/// <param name="Device">A mark of the device for this workshop: the same device gives the same mark, and it names nobody.</param>
/// <param name="Done">What was done.</param>
/// <param name="Inverse">What takes the change back.</param>
public sealed record BoardChange(
    [property: Shared.Concealed] string Device,
    SortingEvent Done,
    ImmutableList<SortingEvent> Inverse
);

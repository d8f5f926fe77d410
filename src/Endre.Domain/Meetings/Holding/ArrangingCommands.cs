using System.Collections.Immutable;

namespace Endre.Domain.Meetings.Holding;

/// <summary>What somebody wants done with the agenda, before the meeting and in it.</summary>
public abstract record ArrangingCommand : HoldingCommand;

/// <summary>Puts something on the agenda, once.</summary>
/// <param name="Id">The id it shall have.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Minutes">How long it may take; null for a share of what is left.</param>
/// <param name="AskedById">Who puts it there; null for nobody, as in a demo.</param>
public sealed record AddMatter(Guid Id, string? Title, int? Minutes, Guid? AskedById) : ArrangingCommand
{
    /// <summary>Whether it is only to be told.</summary>
    public bool IsInformation { get; init; }
}

/// <summary>Says better what is to be taken up, or how long it may take.</summary>
/// <param name="Id">Which matter.</param>
/// <param name="Title">What it is about; not asked for where the matter came by itself.</param>
/// <param name="Minutes">How long it may take; null for a share of what is left.</param>
public sealed record ChangeMatter(Guid Id, string? Title, int? Minutes) : ArrangingCommand
{
    /// <summary>The whole agenda, as it is before the meeting begins.</summary>
    public ImmutableArray<Matter> Agenda { get; init; } = [];

    /// <summary>Whether it stands on every agenda.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>Whether information returns though it was ticked.</summary>
    public bool IsPinned { get; init; }
}

/// <summary>Gives a matter another place.</summary>
/// <param name="Id">Which matter.</param>
/// <param name="Steps">How many places down; negative for up.</param>
public sealed record MoveMatter(Guid Id, int Steps) : ArrangingCommand
{
    /// <summary>The whole agenda, as it is before the meeting begins.</summary>
    public ImmutableArray<Matter> Agenda { get; init; } = [];
}

/// <summary>Takes off again what somebody put on the agenda.</summary>
/// <param name="Id">Which matter.</param>
public sealed record RemoveMatter(Guid Id) : ArrangingCommand;

using System.Collections.Immutable;

namespace Endre.Domain.Meetings.Minutes;

/// <summary>Something that somebody wants to add to minutes.</summary>
/// <param name="Id">The entry's id: the same form sent twice is one entry.</param>
public abstract record AddToMinutes(Guid Id);

/// <summary>Corrects minutes that are locked.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="MatterId">The matter; null for the minutes as a whole.</param>
/// <param name="Text">What is right.</param>
public sealed record CorrectMinutes(Guid Id, Guid? MatterId, string? Text) : AddToMinutes(Id);

/// <summary>Marks a matter of minutes that are locked.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="MatterId">The matter.</param>
/// <param name="Ground">A word of <see cref="AccessGrounds"/>, or null to follow the meeting.</param>
public sealed record MarkLockedMatter(Guid Id, Guid MatterId, string? Ground) : AddToMinutes(Id);

/// <summary>Says how what is not marked itself is to be kept.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Ground">The word of a ground; null for open.</param>
public sealed record MarkMeeting(Guid Id, string? Ground) : AddToMinutes(Id);

/// <summary>Tells the number of the case in the archive.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Number">The number; empty for none.</param>
public sealed record GiveCaseNumber(Guid Id, string? Number) : AddToMinutes(Id);

/// <summary>Makes a copy for somebody outside.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Request">What was asked for, as the case number of the request; may be empty.</param>
/// <param name="Included">What is kept from the public and is given out all the same (meroffentlighet).</param>
/// <param name="WithNames">Whether names are given out.</param>
public sealed record MakePublicCopy(Guid Id, string? Request, ImmutableArray<Guid> Included, bool WithNames)
    : AddToMinutes(Id);

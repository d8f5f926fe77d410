using Endre.Domain.Shared;

namespace Endre.Domain.Workshops.Groups;

/// <summary>A group that works together.</summary>
/// <param name="Id"><c>g1</c>, <c>g2</c> …</param>
/// <param name="Number">From 1.</param>
/// <param name="Name">A name of its own, or null for «Gruppe 1».</param>
/// <param name="Tables">How many tables it sits at; 1 until it is seated.</param>
public sealed record Group(string Id, int Number, string? Name, int Tables = 1);

/// <summary>A device that joined by code, and the people at it.</summary>
/// <param name="Id">The participant.</param>
/// <param name="Name">What they call themselves, or null.</param>
/// <param name="GroupId">The group.</param>
/// <param name="Heads">How many people share the device, 1–30: two on one phone, a scribe for a table.</param>
/// <param name="Table">The table within the group, from 1.</param>
/// <param name="TokenHash">The hash of the device's token (<see cref="Mark.HashOf"/>).</param>
/// <param name="IsScribe">Whether the device writes for a table.</param>
/// <param name="HasLeft">Whether the device has left.</param>
public sealed record Participant(
    Guid Id,
    string? Name,
    string GroupId,
    int Heads,
    int Table,
    [property: Concealed] string TokenHash,
    bool IsScribe,
    bool HasLeft
);

/// <summary>Somebody who may lead the workshop.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">The person's name.</param>
public sealed record Facilitator([property: Concealed] Guid PersonId, string Name);

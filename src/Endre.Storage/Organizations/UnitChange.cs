using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Organizations;

namespace Endre.Storage.Organizations;

/// <summary>One entry in the history of the units.</summary>
public sealed class UnitChange
{
    private static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The entry's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The unit that was changed.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, or null when an import or a provider did it, or the person is erased.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What was done, as a word: opened, renamed, moved, merged, split, closed, reopened, tookOver.</summary>
    public required string What { get; init; }

    /// <summary>The unit before, as JSON; null when it was opened.</summary>
    public string? Before { get; init; }

    /// <summary>The unit after, as JSON, with the ids of the units it went on in or took over from.</summary>
    public required string After { get; init; }

    /// <summary>The entry of a change.</summary>
    /// <param name="changed">What was done.</param>
    /// <param name="personId">Who did it, or null for a program.</param>
    /// <param name="at">When.</param>
    public static UnitChange Of(UnitChanged changed, Guid? personId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return new UnitChange
        {
            Id = Guid.CreateVersion7(at),
            UnitId = changed.After.Id,
            At = at,
            PersonId = personId,
            What = JsonNamingPolicy.CamelCase.ConvertName(changed.Act.ToString()),
            Before = changed.Before is null ? null : Write(changed.Before, []),
            After = Write(changed.After, changed.Others),
        };
    }

    /// <summary>The change that the entry is of; null when it is not one that this version of Endre knows.</summary>
    public UnitChanged? ToChanged() =>
        Enum.TryParse<UnitAct>(What, ignoreCase: true, out var act)
            ? new UnitChanged(act, Before is null ? null : Read(Before).Unit, Read(After).Unit, Read(After).Others)
            : null;

    private static string Write(Unit unit, ImmutableArray<Guid> others) =>
        JsonSerializer.Serialize(
            new StoredUnit(
                unit.Id,
                unit.ParentId,
                unit.Name,
                unit.Kind,
                unit.Code,
                unit.ClosedAt,
                unit.HeirId,
                unit.Version,
                others.IsEmpty ? null : others
            ),
            Written
        );

    private static (Unit Unit, ImmutableArray<Guid> Others) Read(string json)
    {
        var stored =
            JsonSerializer.Deserialize<StoredUnit>(json, Written) ?? throw new JsonException("The unit is empty.");
        var unit = new Unit(
            stored.Id,
            stored.ParentId,
            stored.Name,
            stored.Kind,
            stored.Code,
            stored.ClosedAt,
            stored.HeirId,
            stored.Version
        );
        return (unit, stored.Others ?? []);
    }

    private sealed record StoredUnit(
        Guid Id,
        Guid? ParentId,
        string Name,
        string Kind,
        string? Code,
        DateTimeOffset? ClosedAt,
        Guid? HeirId,
        int Version,
        ImmutableArray<Guid>? Others
    );
}

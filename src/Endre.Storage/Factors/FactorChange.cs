using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Insights;

namespace Endre.Storage.Factors;

/// <summary>One entry in the history of the drivers and barriers.</summary>
public sealed class FactorChange
{
    private static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The entry's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The factor that was changed.</summary>
    public required string FactorId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, or null when Endre itself did it or the person is erased.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What was done, as a word: added, reworded, moved, retired, restored.</summary>
    public required string What { get; init; }

    /// <summary>The factor before, as JSON; null when it was added.</summary>
    public string? Before { get; init; }

    /// <summary>The factor after, as JSON.</summary>
    public string? After { get; init; }

    /// <summary>The entry of a change.</summary>
    /// <param name="changed">What was done.</param>
    /// <param name="personId">Who did it, or null for Endre itself.</param>
    /// <param name="at">When.</param>
    public static FactorChange Of(FactorChanged changed, Guid? personId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return new FactorChange
        {
            Id = Guid.CreateVersion7(at),
            FactorId = changed.After.Id,
            At = at,
            PersonId = personId,
            What = JsonNamingPolicy.CamelCase.ConvertName(changed.Act.ToString()),
            Before = changed.Before is null ? null : Write(changed.Before),
            After = Write(changed.After),
        };
    }

    /// <summary>The change that the entry is of; null when it is not one that this version of Endre knows.</summary>
    public FactorChanged? ToChanged() =>
        Enum.TryParse<FactorAct>(What, ignoreCase: true, out var act) && After is not null
            ? new FactorChanged(act, Before is null ? null : Read(Before), Read(After))
            : null;

    private static string Write(ListedFactor factor) => JsonSerializer.Serialize(factor, Written);

    private static ListedFactor Read(string json) =>
        JsonSerializer.Deserialize<ListedFactor>(json, Written) ?? throw new JsonException("The factor is empty.");
}

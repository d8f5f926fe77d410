using System.Collections.Immutable;
using System.Text.Json;
using Endre.Domain.Improvements.Holding;
using Endre.Storage.Privacy;

namespace Endre.Storage.Improvements.Holding;

/// <summary>The routine that an adopted improvement became.</summary>
public sealed class HeldRoutineRow
{
    /// <summary>Which improvement.</summary>
    public required Guid ImprovementId { get; init; }

    /// <summary>The routine in one sentence; may be empty.</summary>
    public string Routine { get; set; } = "";

    /// <summary>Who answers for it in the line; null while nobody does, and when the account is gone.</summary>
    public Guid? LineOwnerId { get; set; }

    /// <summary>Who is trained; may be empty.</summary>
    public string Trained { get; set; } = "";

    /// <summary>The answers to the ten factors, as JSON.</summary>
    public string Factors { get; set; } = "{}";

    /// <summary>Whether it is still used, as it was answered, as JSON.</summary>
    public string Checks { get; set; } = "[]";

    /// <summary>The last question that was answered, in months after it was adopted; 0 while none was.</summary>
    public int LastAnswered { get; set; }

    /// <summary>One more at each change: what was decided on must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Takes over what may change.</summary>
    /// <param name="held">The same routine, as it is now.</param>
    public void Take(HeldRoutine held)
    {
        ArgumentNullException.ThrowIfNull(held);
        (Routine, LineOwnerId, Trained) = (held.Routine, held.LineOwnerId, held.Trained);
        Factors = JsonSerializer.Serialize(
            held.Factors.ToDictionary(one => StoredWord.Of(one.Key), one => StoredWord.Of(one.Value))
        );
        Checks = JsonSerializer.Serialize(
            held.Checks.Select(check => new StoredCheck(check.Months, StoredWord.Of(check.Use), check.Then, check.On)),
            JsonSerializerOptions.Web
        );
        LastAnswered = held.LastAnswered;
    }

    /// <summary>It is adopted again: what was answered before says nothing of what begins now.</summary>
    public void BeginAgain()
    {
        LastAnswered = 0;
        Version++;
    }

    /// <summary>The routine of the row, with what was answered since it was adopted.</summary>
    /// <param name="adoptedOn">The day on which its improvement was adopted.</param>
    public HeldRoutine ToHeldRoutine(DateOnly adoptedOn) =>
        new(
            ImprovementId,
            adoptedOn,
            Routine,
            LineOwnerId,
            Trained,
            (JsonSerializer.Deserialize<Dictionary<string, string>>(Factors) ?? []).ToImmutableSortedDictionary(
                one => StoredWord.Read<SustainFactor>(one.Key),
                one => StoredWord.Read<SustainAnswer>(one.Value)
            ),
            [
                .. (JsonSerializer.Deserialize<List<StoredCheck>>(Checks, JsonSerializerOptions.Web) ?? [])
                    .Where(check => check.On >= adoptedOn)
                    .Select(check => new UseCheck(
                        check.Months,
                        StoredWord.Read<InUse>(check.Use),
                        check.Then,
                        check.On
                    )),
            ]
        );

    /// <summary>Takes the name of somebody who is erased out of what was written.</summary>
    /// <param name="name">The whole name, as the person had it.</param>
    public void EraseName(string name)
    {
        // Which day it was adopted is not in the row and plays no part here.
        var held = ToHeldRoutine(default);
        Take(
            held with
            {
                Routine = EventNames.Without(held.Routine, name),
                Trained = EventNames.Without(held.Trained, name),
                Checks = [.. held.Checks.Select(check => check with { Then = EventNames.Without(check.Then, name) })],
            }
        );
    }

    private sealed record StoredCheck(int Months, string Use, string Then, DateOnly On);
}

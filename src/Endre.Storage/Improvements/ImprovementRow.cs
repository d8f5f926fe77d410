using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Improvements;
using Endre.Storage.Privacy;

namespace Endre.Storage.Improvements;

/// <summary>An improvement of a unit. What it comes from are links of the lineage.</summary>
public sealed class ImprovementRow
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The unit that tries it. A unit that is closed keeps its improvements.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>What is tried.</summary>
    public required string Trying { get; set; }

    /// <summary>How much of a method it takes: <c>just-do-it</c>, <c>pdca</c> or <c>pilot</c>.</summary>
    public required string Size { get; set; }

    /// <summary>The one person who answers for it; null when the account is gone.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>Where it stands: <c>ongoing</c>, <c>adopted</c> or <c>stopped</c>.</summary>
    public required string State { get; set; }

    /// <summary>The step of its cycle: <c>plan</c>, <c>do</c>, <c>study</c> or <c>act</c>; null when it has ended.</summary>
    public string? Stage { get; set; }

    /// <summary>When it is looked at next; null when it has ended.</summary>
    public DateOnly? LooksOn { get; set; }

    /// <summary>The day on which it ended; null while it goes on.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Aim, acceptable error, cycles and ending, as JSON.</summary>
    public required string Parts { get; set; }

    /// <summary>One more at each change: what was decided on must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The row of an improvement that was just started.</summary>
    /// <param name="improvement">The improvement.</param>
    public static ImprovementRow Of(Improvement improvement)
    {
        ArgumentNullException.ThrowIfNull(improvement);
        var row = new ImprovementRow
        {
            Id = improvement.Id,
            UnitId = improvement.UnitId,
            Trying = "",
            Size = "",
            State = "",
            Parts = "",
        };
        row.Fill(improvement);
        return row;
    }

    /// <summary>Takes over what may change.</summary>
    /// <param name="improvement">The same improvement, as it is now.</param>
    public void Take(Improvement improvement)
    {
        ArgumentNullException.ThrowIfNull(improvement);
        Fill(improvement);
        Version++;
    }

    /// <summary>The improvement of the row.</summary>
    public Improvement ToImprovement()
    {
        var parts =
            JsonSerializer.Deserialize<ImprovementParts>(Parts, Json)
            ?? throw new JsonException($"Improvement {Id} has no parts.");
        return new Improvement(
            Id,
            UnitId,
            Trying,
            StoredWord.Read<ImprovementSize>(Size),
            OwnerId,
            StoredWord.Read<ImprovementState>(State),
            parts.Aim ?? Aim.None,
            parts.AcceptableError ?? "",
            parts.Cycles ?? throw new JsonException($"Improvement {Id} has no cycles."),
            parts.Ending
        );
    }

    /// <summary>Takes the name of somebody who is erased out of what was written.</summary>
    /// <param name="name">The whole name, as the person had it.</param>
    public void EraseName(string name)
    {
        string Without(string text) => EventNames.Without(text, name);
        var before = ToImprovement();
        var without = before with
        {
            Trying = Without(before.Trying),
            AcceptableError = Without(before.AcceptableError),
            Aim = before.Aim with { HowGood = Without(before.Aim.HowGood), HowWeKnow = Without(before.Aim.HowWeKnow) },
            Cycles = before.Cycles.ConvertAll(cycle => WithoutName(cycle, Without)),
            Ending = before.Ending is { } ending ? ending with { Learned = Without(ending.Learned) } : null,
        };
        var (trying, parts) = (Trying, Parts);
        Fill(without);
        if (trying != Trying || parts != Parts)
        {
            Version++;
        }
    }

    private static Cycle WithoutName(Cycle cycle, Func<string, string> without) =>
        cycle with
        {
            Plan = cycle.Plan with
            {
                Trying = without(cycle.Plan.Trying),
                Prediction = without(cycle.Plan.Prediction),
                Question = without(cycle.Plan.Question),
                Who = without(cycle.Plan.Who),
                Where = without(cycle.Plan.Where),
                When = without(cycle.Plan.When),
                Count = without(cycle.Plan.Count),
            },
            Done = cycle.Done is { } done
                ? done with
                {
                    Happened = without(done.Happened),
                    Deviations = without(done.Deviations),
                }
                : null,
            Study = cycle.Study is { } study ? study with { Learned = without(study.Learned) } : null,
            Ending = cycle.Ending is { } ending ? ending with { Reason = without(ending.Reason) } : null,
        };

    private void Fill(Improvement improvement)
    {
        (Trying, Size, OwnerId) = (improvement.Trying, StoredWord.Of(improvement.Size), improvement.OwnerId);
        State = StoredWord.Of(improvement.State);
        Stage = improvement.Stage is { } stage ? StoredWord.Of(stage) : null;
        (LooksOn, EndedOn) = (improvement.LooksOn, improvement.Ending?.On);
        Parts = JsonSerializer.Serialize(
            new ImprovementParts(improvement.Aim, improvement.AcceptableError, improvement.Cycles, improvement.Ending),
            Json
        );
    }

    private sealed record ImprovementParts(
        Aim? Aim,
        string? AcceptableError,
        ImmutableList<Cycle>? Cycles,
        ImprovementEnding? Ending
    );
}

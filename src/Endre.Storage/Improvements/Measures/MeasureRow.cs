using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Improvements.RunCharts;
using Endre.Storage.Privacy;

namespace Endre.Storage.Improvements.Measures;

/// <summary>A measure of an improvement.</summary>
public sealed class MeasureRow
{
    /// <summary>The longest secret of an address.</summary>
    public const int MaxLinkLength = 60;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The improvement it belongs to.</summary>
    public required Guid ImprovementId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>What it says about the change: <c>outcome</c>, <c>process</c> or <c>balancing</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>What is counted: <c>count</c>, <c>proportion</c>, <c>minutes</c> or <c>days</c>.</summary>
    public required string Type { get; init; }

    /// <summary>How often: <c>weekly</c>, <c>daily</c> or <c>per-event</c>.</summary>
    public required string Rhythm { get; init; }

    /// <summary>Whether higher is better.</summary>
    public required bool IsUpBetter { get; set; }

    /// <summary>By which rules its run chart is read: <c>anhoej</c> or <c>perla</c>.</summary>
    public required string Rules { get; set; }

    /// <summary>The secret of the address at which a number is told without signing in.</summary>
    public required string Link { get; set; }

    /// <summary>Whether numbers are still told.</summary>
    public required bool IsInUse { get; set; }

    /// <summary>Words, target, baseline and phases, as JSON.</summary>
    public required string Parts { get; set; }

    /// <summary>One more at each change: what was decided on must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The row of a measure that was just made.</summary>
    /// <param name="measure">The measure.</param>
    public static MeasureRow Of(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var row = new MeasureRow
        {
            Id = measure.Id,
            ImprovementId = measure.ImprovementId,
            Name = "",
            Kind = "",
            Type = StoredWord.Of(measure.Type),
            Rhythm = StoredWord.Of(measure.Rhythm),
            IsUpBetter = false,
            Rules = "",
            Link = "",
            IsInUse = false,
            Parts = "",
        };
        row.Fill(measure);
        return row;
    }

    /// <summary>Takes over what may change.</summary>
    /// <param name="measure">The same measure, as it is now.</param>
    public void Take(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        Fill(measure);
        Version++;
    }

    /// <summary>One of its numbers is stored: whoever decided on the numbers without it decides again.</summary>
    public void Touch() => Version++;

    /// <summary>Takes a name out of what the measure is called and explained by.</summary>
    /// <param name="name">The name, as it is spelled.</param>
    public void EraseName(string name)
    {
        string Without(string text) => EventNames.Without(text, name);
        var measure = ToMeasure();
        var (words, before) = (measure.Wording, (Name, Parts));
        Fill(
            measure with
            {
                Wording = words with
                {
                    Name = Without(words.Name),
                    Definition = Without(words.Definition),
                    Unit = Without(words.Unit),
                    TargetWords = Without(words.TargetWords),
                },
                Phases = measure.Phases.ConvertAll(phase => phase with { Name = Without(phase.Name) }),
            }
        );
        Version += before == (Name, Parts) ? 0 : 1;
    }

    /// <summary>The measure of the row.</summary>
    public Measure ToMeasure()
    {
        var parts =
            JsonSerializer.Deserialize<MeasureParts>(Parts, Json)
            ?? throw new JsonException($"Measure {Id} has no parts.");
        return new Measure(
            Id,
            ImprovementId,
            new MeasureWording(Name, parts.Definition ?? "", parts.Unit ?? "", parts.Target, parts.TargetWords ?? ""),
            StoredWord.Read<MeasureKind>(Kind),
            StoredWord.Read<MeasureType>(Type),
            StoredWord.Read<MeasureRhythm>(Rhythm),
            IsUpBetter,
            StoredWord.Read<RunChartRules>(Rules),
            parts.Baseline,
            parts.Phases ?? [],
            Link,
            IsInUse
        );
    }

    private void Fill(Measure measure)
    {
        (Name, Kind, IsUpBetter) = (measure.Wording.Name, StoredWord.Of(measure.Kind), measure.IsUpBetter);
        (Rules, Link, IsInUse) = (StoredWord.Of(measure.Rules), measure.Link, measure.IsInUse);
        Parts = JsonSerializer.Serialize(
            new MeasureParts(
                measure.Wording.Definition,
                measure.Wording.Unit,
                measure.Wording.Target,
                measure.Wording.TargetWords,
                measure.Baseline,
                measure.Phases
            ),
            Json
        );
    }

    private sealed record MeasureParts(
        string? Definition,
        string? Unit,
        decimal? Target,
        string? TargetWords,
        FrozenBaseline? Baseline,
        ImmutableList<MeasurePhase>? Phases
    );
}

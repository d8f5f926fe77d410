using System.Collections.Immutable;
using System.Text.Json;
using Endre.Domain.Improvements.Voices;
using Endre.Domain.Meetings;
using Endre.Storage.Privacy;

namespace Endre.Storage.Improvements.Voices;

/// <summary>Whether an improvement affects people's work.</summary>
public sealed class ConsultationRow
{
    /// <summary>Which improvement.</summary>
    public required Guid ImprovementId { get; init; }

    /// <summary>What was answered: <c>yes</c>, <c>no</c> or <c>unknown</c>.</summary>
    public string? Effect { get; set; }

    /// <summary>The day by which views are wanted; null when they are not.</summary>
    public DateOnly? ViewsBy { get; set; }

    /// <summary>One more at each change: what was decided on must still be what is stored.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>A representative who was told of an improvement, and what they said.</summary>
public sealed class VoiceRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which improvement.</summary>
    public required Guid ImprovementId { get; init; }

    /// <summary>Its place among those told, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Who; null when the account is gone.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>As what: <c>union-representative</c> or <c>safety-representative</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The day on which they were told.</summary>
    public required DateOnly ToldOn { get; init; }

    /// <summary>Their views, as JSON.</summary>
    public required string Views { get; set; }

    /// <summary>The row of a voice.</summary>
    /// <param name="improvementId">Which improvement.</param>
    /// <param name="number">Its place, from 1.</param>
    /// <param name="voice">The voice.</param>
    public static VoiceRow Of(Guid improvementId, int number, Voice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        return new VoiceRow
        {
            Id = voice.Id,
            ImprovementId = improvementId,
            Number = number,
            PersonId = voice.PersonId,
            Role = StoredWord.Of(voice.Role),
            ToldOn = voice.ToldOn,
            Views = Write(voice.Views),
        };
    }

    /// <summary>Takes over the views.</summary>
    /// <param name="voice">The same voice, as it is now.</param>
    public void Take(Voice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        Views = Write(voice.Views);
    }

    /// <summary>The voice of the row.</summary>
    public Voice ToVoice() => new(Id, PersonId, StoredWord.Read<AttendeeRole>(Role), ToldOn, Read());

    /// <summary>Takes the name of somebody who is erased out of what was written.</summary>
    /// <param name="name">The whole name, as the person had it.</param>
    public void EraseName(string name) =>
        Views = Write([.. Read().Select(view => view with { Text = EventNames.Without(view.Text, name) })]);

    private ImmutableList<VoiceView> Read() =>
        JsonSerializer.Deserialize<ImmutableList<VoiceView>>(Views, JsonSerializerOptions.Web) ?? [];

    private static string Write(ImmutableList<VoiceView> views) =>
        JsonSerializer.Serialize(views, JsonSerializerOptions.Web);
}

using System.Collections.Immutable;
using Endre.Domain.Hassles;
using Endre.Domain.Shared;

namespace Endre.Storage.Hassles;

/// <summary>Something that was said to a unit. What each column may hold for whom is in <see cref="Keeping"/>.</summary>
public sealed partial class HassleRow
{
    /// <summary>The longest word of a way or a state.</summary>
    public const int MaxWordLength = 20;

    /// <summary>The length of a stored hash of a claim code.</summary>
    public const int ClaimHashLength = 43;

    /// <summary>Its id; tells no time unless it was said with name.</summary>
    public required Guid Id { get; init; }

    /// <summary>The unit it was said to. A unit that is closed keeps what was said to it.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The place that it is about, or null.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>The way, as a word of <see cref="SpeakerWord"/>.</summary>
    public required string Speaker { get; init; }

    /// <summary>What was said; empty when withdrawn.</summary>
    public required string Text { get; set; }

    /// <summary>Minutes each time, or null.</summary>
    public int? Minutes { get; init; }

    /// <summary>Times a week, or null.</summary>
    public double? TimesPerWeek { get; init; }

    /// <summary>How many it hits, or null.</summary>
    public int? People { get; init; }

    /// <summary>What it is about, as a word of <see cref="ServiceCategoryWord"/>, or null.</summary>
    public string? Category { get; init; }

    /// <summary>Who could do something about it, as a word of <see cref="FixerWord"/>, or null.</summary>
    public string? Fixer { get; init; }

    /// <summary>How wide its picture is, in pixels; null where there is none. The picture is a <see cref="HasslePhotoRow"/>.</summary>
    public int? PhotoWidth { get; set; }

    /// <summary>How high its picture is, in pixels; null where there is none.</summary>
    public int? PhotoHeight { get; set; }

    /// <summary>The Monday of the week in which it was said.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>The day; null for anonymous.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>A typed name; null for anonymous, and for somebody with an account.</summary>
    public string? Name { get; set; }

    /// <summary>The writer's account; null for anonymous, and for somebody without.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The hash of the claim code, unique; null where there is none.</summary>
    public string? ClaimHash { get; init; }

    /// <summary>Where it stands, as a word of <see cref="HassleWords"/>.</summary>
    public required string State { get; set; }

    /// <summary>To whom it was lifted, or who took over answering it, or null.</summary>
    public Guid? AnswererId { get; set; }

    /// <summary>The one it is answered with, or null.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>The unit that it was moved to, or null.</summary>
    public Guid? MovedToId { get; set; }

    /// <summary>When it was moved the last time, or null.</summary>
    public DateOnly? MovedOn { get; set; }

    /// <summary>When it was lifted to the one who is to answer, or null.</summary>
    public DateOnly? LiftedOn { get; set; }

    /// <summary>One more at each change: what was decided on must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The row of a hassle that was just said.</summary>
    /// <param name="hassle">The hassle.</param>
    public static HassleRow Of(Hassle hassle)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        return new HassleRow
        {
            Id = hassle.Id,
            UnitId = hassle.UnitId,
            PlaceId = hassle.PlaceId,
            Speaker = SpeakerWord.Of(hassle.Speaker),
            Text = hassle.Text,
            Minutes = hassle.Effort.Minutes,
            TimesPerWeek = hassle.Effort.TimesPerWeek,
            People = hassle.Effort.People,
            Category = hassle.Category is { } category ? ServiceCategoryWord.Of(category) : null,
            Fixer = hassle.Fixer is { } fixer ? FixerWord.Of(fixer) : null,
            PhotoWidth = hassle.Photo?.Width,
            PhotoHeight = hassle.Photo?.Height,
            Week = hassle.Week,
            Day = hassle.Day,
            Name = hassle.Name,
            PersonId = hassle.PersonId,
            ClaimHash = hassle.ClaimHash,
            State = HassleWords.Of(hassle.State),
            AnswererId = hassle.AnswererId,
        };
    }

    /// <summary>Takes over what may change.</summary>
    /// <param name="hassle">The same hassle, as it is now.</param>
    public void Take(Hassle hassle)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        (Text, Name, PersonId) = (hassle.Text, hassle.Name, hassle.PersonId);
        (PhotoWidth, PhotoHeight) = (hassle.Photo?.Width, hassle.Photo?.Height);
        (State, AnswererId) = (HassleWords.Of(hassle.State), hassle.AnswererId);
        (MergedIntoId, LiftedOn) = (hassle.MergedIntoId, hassle.LiftedOn);
        (MovedToId, MovedOn) = (hassle.MovedToId, hassle.MovedOn);
        TakeOutcome(hassle);
        Version++;
    }

    /// <summary>The hassle of the row.</summary>
    /// <param name="thread">Its messages, in any order.</param>
    public Hassle ToHassle(IEnumerable<HassleMessageRow> thread) => WithOutcome(Said(thread));

    private Hassle Said(IEnumerable<HassleMessageRow> thread) =>
        new(
            Id,
            UnitId,
            // A word that nobody knows is read as the way that shows least.
            SpeakerWord.Read(Speaker) ?? Domain.Hassles.Speaker.Anonymous,
            Text,
            new Effort(Minutes, TimesPerWeek, People),
            Week,
            Day,
            Name,
            PersonId,
            ClaimHash,
            HassleWords.Read(State) ?? HassleState.Waiting,
            AnswererId,
            [.. thread.OrderBy(message => message.Number).Select(message => message.ToMessage())]
        )
        {
            PlaceId = PlaceId,
            Category = ServiceCategoryWord.Read(Category),
            Fixer = FixerWord.Read(Fixer),
            Photo = (PhotoWidth, PhotoHeight) is ({ } width, { } height) ? new PhotoSize(width, height) : null,
            MergedIntoId = MergedIntoId,
            MovedToId = MovedToId,
            MovedOn = MovedOn,
            LiftedOn = LiftedOn,
        };

    /// <summary>
    /// The columns that hold what <see cref="Keeping"/> speaks of. Every column of the table stands here once, so that
    /// what is promised can be compared with what is written.
    /// </summary>
    public static ImmutableDictionary<HassleField, ImmutableArray<string>> Columns { get; } =
        new Dictionary<HassleField, ImmutableArray<string>>
        {
            [HassleField.Text] = ["text"],
            [HassleField.Unit] = ["unit_id"],
            [HassleField.Place] = ["place_id"],
            [HassleField.Effort] = ["minutes", "times_per_week", "people"],
            [HassleField.Choices] = ["category", "fixer"],
            [HassleField.Photo] = ["photo_width", "photo_height"],
            [HassleField.Way] = ["speaker"],
            [HassleField.Week] = ["week"],
            [HassleField.Day] = ["day"],
            [HassleField.Name] = ["name"],
            [HassleField.Account] = ["person_id"],
            [HassleField.ClaimCode] = ["claim_hash"],
            [HassleField.Outcome] =
            [
                "id",
                "state",
                "answerer_id",
                "merged_into_id",
                "moved_to_id",
                "moved_on",
                "lifted_on",
                "version",
                .. OutcomeColumns,
            ],
        }.ToImmutableDictionary();
}

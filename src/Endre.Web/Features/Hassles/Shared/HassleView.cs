using Endre.Domain.Hassles;
using Endre.Domain.Shared;

namespace Endre.Web.Features.Hassles;

/// <summary>A hassle as one reader sees it: what the reader may not see is not in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Speaker">How it was said.</param>
/// <param name="Text">What was said.</param>
/// <param name="Effort">What it costs.</param>
/// <param name="Who">Who said it; null where that is not for this reader, or is not known.</param>
/// <param name="Week">The Monday of its week.</param>
/// <param name="Day">The day; null where that is not for this reader.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Thread">What was written about it.</param>
public sealed record HassleView(
    Guid Id,
    string Unit,
    Speaker Speaker,
    string Text,
    Effort Effort,
    string? Who,
    DateOnly Week,
    DateOnly? Day,
    HassleState State,
    IReadOnlyList<MessageView> Thread
)
{
    /// <summary>The place that it is about; null where there is none, or it is not for this reader.</summary>
    public string? Place { get; init; }

    /// <summary>How long it has waited, who has it and where it went; null where nobody needs it.</summary>
    public HassleStanding? Standing { get; init; }

    /// <summary>What it is about, or null.</summary>
    public ServiceCategory? Category { get; init; }

    /// <summary>Who could do something about it, or null.</summary>
    public Fixer? Fixer { get; init; }

    /// <summary>The size of its picture, or null.</summary>
    public PhotoSize? Photo { get; init; }

    /// <summary>How many meet it.</summary>
    public Hits Hits { get; private init; } = Hits.One;

    /// <summary>With how many meet it, also in what it costs.</summary>
    internal HassleView Met(Hits hits) => this with { Hits = hits, Effort = Effort.HittingAtLeast(hits.InPrice) };

    /// <summary>The hassle for a reader.</summary>
    /// <param name="hassle">All of it.</param>
    /// <param name="unit">The unit's name.</param>
    /// <param name="sees">What the reader may see.</param>
    /// <param name="nameOf">The names of people with accounts, and of places.</param>
    internal static HassleView Of(
        Hassle hassle,
        string unit,
        Func<HassleField, bool> sees,
        IReadOnlyDictionary<Guid, string> nameOf
    )
    {
        var who = hassle.PersonId is { } account
            ? sees(HassleField.Account)
                ? nameOf.GetValueOrDefault(account)
                : null
            : sees(HassleField.Name)
                ? hassle.Name
                : null;
        var seesDay = sees(HassleField.Day);
        return new HassleView(
            hassle.Id,
            unit,
            hassle.Speaker,
            hassle.Text,
            hassle.Effort,
            who,
            hassle.Week,
            seesDay ? hassle.Day : null,
            hassle.State,
            [
                .. hassle.Thread.Select(message => new MessageView(
                    message.IsFromWriter,
                    message.IsFromWriter ? who
                        : message.PersonId is { } id ? nameOf.GetValueOrDefault(id)
                        : null,
                    message.Text,
                    message.Answer,
                    message.Week,
                    message.IsFromWriter && !seesDay ? null : message.Day
                )),
            ]
        )
        {
            Place = hassle.PlaceId is { } place && sees(HassleField.Place) ? nameOf.GetValueOrDefault(place) : null,
            Category = hassle.Category,
            Fixer = hassle.Fixer,
            Photo = hassle.Photo,
        };
    }
}

/// <summary>A message as one reader sees it.</summary>
/// <param name="IsFromWriter">From the one who said it.</param>
/// <param name="Who">Who wrote it, where that is for this reader.</param>
/// <param name="Text">What was written; may be empty.</param>
/// <param name="Answer">The answer it gave, or null.</param>
/// <param name="Week">The Monday of its week.</param>
/// <param name="Day">The day; null where that is not for this reader.</param>
public sealed record MessageView(
    bool IsFromWriter,
    string? Who,
    string Text,
    HassleState? Answer,
    DateOnly Week,
    DateOnly? Day
);

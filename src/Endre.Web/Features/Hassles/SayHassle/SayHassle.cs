using Endre.Domain.Hassles;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;

namespace Endre.Web.Features.Hassles.SayHassle;

/// <summary>
/// Takes in what somebody says. What is not kept (<see cref="Keeping"/>) is left behind here: nothing about the request
/// goes further than this, and nothing is logged.
/// </summary>
internal sealed class SayHassle(EndreContext database, CurrentPerson person, UnitSeats seats)
{
    /// <summary>What became of it.</summary>
    /// <param name="Hassle">As it is stored; null when refused.</param>
    /// <param name="ClaimCode">The code, for whoever needs one and is to see it now.</param>
    /// <param name="IsRepeated">Whether it had been said before.</param>
    /// <param name="Refusal">Why not, or null.</param>
    internal sealed record Outcome(Hassle? Hassle, string? ClaimCode, bool IsRepeated, Refusal? Refusal);

    /// <param name="saying">What is said.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    public async Task<Outcome> HandleAsync(Saying saying, CancellationToken ct)
    {
        if (!saying.IsSure && PersonHints.Of(saying.Text) is { } hint)
        {
            return new Outcome(null, null, IsRepeated: false, hint);
        }
        var code = Keeping.Keeps(saying.Speaker, person.IsSignedIn, HassleField.ClaimCode)
            ? ClaimCode.Read(saying.ClaimCode) ?? ClaimCode.New()
            : null;
        var hash = code is null ? null : ClaimCode.HashOf(code);
        var said = await database.SayAsync(
            new Domain.Hassles.SayHassle(
                HassleId.Of(saying.Id, saying.Speaker),
                saying.UnitId,
                saying.Speaker,
                saying.Text,
                saying.Effort,
                saying.Name,
                person.Id,
                hash
            )
            {
                PlaceId = saying.PlaceId,
                Category = saying.Category,
                Fixer = saying.Fixer,
                Photo = saying.Photo,
            },
            seats.Today,
            ct
        );
        // Said before, with another code: that one was shown then, and nobody has it any more.
        var isThisCode = hash is not null && said.Hassle?.ClaimHash == hash;
        return new Outcome(said.Hassle, isThisCode ? code : null, said.IsRepeated, said.Refusal);
    }
}

/// <summary>What somebody says, as it came from a form or a program.</summary>
/// <param name="Id">The id that the form or the device gave it.</param>
/// <param name="UnitId">To an open unit.</param>
/// <param name="Speaker">How.</param>
/// <param name="Text">What.</param>
/// <param name="Effort">What it costs.</param>
/// <param name="Name">A typed name, or null.</param>
/// <param name="ClaimCode">A code that was made beforehand, so that it is not lost with an answer; null for a new one.</param>
internal sealed record Saying(
    Guid Id,
    Guid UnitId,
    Speaker Speaker,
    string? Text,
    Effort Effort,
    string? Name,
    string? ClaimCode
)
{
    /// <summary>The place that it is about, or null.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>What it is about, or null.</summary>
    public ServiceCategory? Category { get; init; }

    /// <summary>Who could do something about it, or null.</summary>
    public Fixer? Fixer { get; init; }

    /// <summary>Whether the writer has been asked about what looks like a person, and is sure.</summary>
    public bool IsSure { get; init; }

    /// <summary>A picture, or null.</summary>
    public HasslePhoto? Photo { get; init; }
}

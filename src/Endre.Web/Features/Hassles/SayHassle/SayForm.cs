using Endre.Domain.Hassles;
using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Hassles.SayHassle;

/// <summary>What stands in the form.</summary>
public sealed record SayForm
{
    /// <summary>Random, and the same when the form is sent twice.</summary>
    public Guid Id { get; init; }

    /// <summary>Made with the form, so that an answer that is lost on the way does not take the code with it.</summary>
    public string? ClaimCode { get; init; }

    public string? Text { get; init; }

    /// <summary>The word of the way; null until one is chosen.</summary>
    public string? Speaker { get; init; }

    public string? Name { get; init; }

    public string? Minutes { get; init; }

    public string? TimesPerWeek { get; init; }

    public string? People { get; init; }

    /// <summary>The chosen place, or null.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>A word of <see cref="ServiceCategoryWord"/>; empty for none.</summary>
    public string? Category { get; init; }

    /// <summary>A word of <see cref="FixerWord"/>; empty for none.</summary>
    public string? Fixer { get; init; }

    /// <summary>The picture that came with the form before, drawn anew, as base64; null where there was none.</summary>
    public string? KeptPhoto { get; init; }

    /// <summary>The mark of the text that the writer is sure of: see <see cref="PersonHints"/>.</summary>
    public string? SureOf { get; init; }

    /// <summary>Whether the text was asked about just now.</summary>
    public bool IsAsked { get; init; }

    internal bool IsSure => SureOf is not null && SureOf == PersonHints.MarkOf(Text);

    internal bool HasMore =>
        new[] { KeptPhoto, Minutes, TimesPerWeek, People, Category, Fixer }.Any(typed =>
            !string.IsNullOrWhiteSpace(typed)
        );

    internal static SayForm New() => new() { Id = HassleId.New(), ClaimCode = Domain.Hassles.ClaimCode.New() };

    internal static SayForm Read(IFormCollection form) =>
        new()
        {
            Id = form.Id("id") is { } id && id != Guid.Empty ? id : HassleId.New(),
            ClaimCode = form.Text("claimCode"),
            Text = form.Text("text"),
            Speaker = form.Text("speaker"),
            Name = form.Text("name"),
            Minutes = form.Text("minutes"),
            TimesPerWeek = form.Text("timesPerWeek"),
            People = form.Text("people"),
            PlaceId = form.Id(ReadWhere.Field),
            Category = form.Text("category"),
            Fixer = form.Text("fixer"),
            SureOf = form.Text(PersonHints.Field),
        };

    internal Effort ToEffort() =>
        new((int?)FormReading.Amount(Minutes), FormReading.Amount(TimesPerWeek), (int?)FormReading.Amount(People));
}

/// <summary>What the page must know of the unit before anybody writes.</summary>
/// <param name="Unit">To whom it is said.</param>
/// <param name="Parent">The unit above, or null.</param>
/// <param name="FewerThan">The limit, when so few work there that the words may tell who it was; else null.</param>
/// <param name="Leaders">The names of those who are to answer.</param>
/// <param name="Person">The name of whoever is signed in, or null.</param>
/// <param name="Place">The place code the person came by, or null.</param>
/// <param name="Where">At which place of the unit it is.</param>
public sealed record SayPlace(
    Unit Unit,
    Unit? Parent,
    SmallGroupLimit? FewerThan,
    IReadOnlyList<string> Leaders,
    string? Person,
    string? Place,
    WhereView Where
)
{
    internal bool IsSignedIn => Person is not null;

    /// <summary>Whether something may have been said that whoever writes may see.</summary>
    public bool HasSimilar { get; init; }
}

/// <summary>A unit in the list to choose from.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="Name">Its name, set in by how deep it lies.</param>
public sealed record UnitChoice(Guid Id, string Name);

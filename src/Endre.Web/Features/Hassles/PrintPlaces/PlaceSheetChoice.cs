using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Places;
using Endre.Domain.Organizations;

namespace Endre.Web.Features.Hassles.PrintPlaces;

/// <summary>A kind of sheet.</summary>
public enum PlaceSheetKind
{
    /// <summary>Dørark: one place on a sheet, to be read from across a room.</summary>
    Door,

    /// <summary>Etiketter: many to cut apart or on a sheet of stickers, for things.</summary>
    Labels,
}

/// <summary>What hangs at one door.</summary>
/// <param name="Code">What stands in its address.</param>
/// <param name="Title">The place, or null when it is the unit's own code.</param>
public sealed record PlaceSign(string Code, string? Title);

/// <summary>What is to be printed, as the page's address says it.</summary>
/// <param name="Kind">Which kind of sheet.</param>
/// <param name="Codes">For which places, by their codes.</param>
/// <param name="Language">In which language: <c>nb</c>, <c>nn</c> or <c>en</c>.</param>
/// <param name="PerSheet">How many labels a sheet has.</param>
/// <param name="From">Which label on the first sheet is the first that is not used, from 1.</param>
/// <param name="Copies">How many of each label.</param>
public sealed record PlaceSheetChoice(
    PlaceSheetKind Kind,
    ImmutableHashSet<string> Codes,
    string Language,
    int PerSheet,
    int From,
    int Copies
)
{
    /// <summary>That something was chosen: boxes that nobody ticked are not sent.</summary>
    public const string Chosen = "valgt";
    public const string KindField = "ark";
    public const string PlaceField = "sted";
    public const string LanguageField = "sprak";
    public const string PerField = "etiketter";
    public const string FromField = "fra";
    public const string CopyField = "antall";
    public const int MostCopies = 10;

    /// <summary>More than a browser lays out in one go.</summary>
    public const int MostSheets = 300;

    /// <summary>Stickers of 70 × 37 mm, three in a row, and of 99.1 × 38.1 mm, two in a row.</summary>
    public static readonly ImmutableArray<int> Sizes = [24, 14];

    /// <summary>The choice in the address, or the one to begin with: a door sheet for each place.</summary>
    /// <param name="query">The address.</param>
    /// <param name="signs">All that can be printed.</param>
    public static PlaceSheetChoice Read(IQueryCollection query, IReadOnlyList<PlaceSign> signs)
    {
        var known = signs.Select(sign => sign.Code).ToHashSet(StringComparer.Ordinal);
        var perSheet = Number(query[PerField]) is { } per && Sizes.Contains(per) ? per : Sizes[0];
        return new PlaceSheetChoice(
            Enum.TryParse<PlaceSheetKind>(query[KindField], ignoreCase: true, out var kind) && Enum.IsDefined(kind)
                ? kind
                : PlaceSheetKind.Door,
            [.. query.ContainsKey(Chosen) ? query[PlaceField].OfType<string>().Where(known.Contains) : known],
            (Texts.Language.Find(query[LanguageField]) ?? Texts.Language.Current).Code,
            perSheet,
            Math.Clamp(Number(query[FromField]) ?? 1, 1, perSheet),
            Math.Clamp(Number(query[CopyField]) ?? 1, 1, MostCopies)
        );
    }

    /// <summary>What can be printed for a unit: its own code, and its places that are in use.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="places">Its places, in order.</param>
    public static IReadOnlyList<PlaceSign> SignsOf(Unit unit, IEnumerable<Place> places)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return
        [
            new PlaceSign(PlaceCode.Of(unit.Id), Title: null),
            .. places.Where(place => !place.IsRetired).Select(place => new PlaceSign(place.Code, place.Title)),
        ];
    }

    /// <summary>The sheets: of a door one sign each, of labels as many as fit; null is a label that is used already.</summary>
    /// <param name="signs">All that can be printed, in order.</param>
    public IReadOnlyList<IReadOnlyList<PlaceSign?>> Sheets(IReadOnlyList<PlaceSign> signs)
    {
        var chosen = signs.Where(sign => Codes.Contains(sign.Code)).ToList();
        return Kind == PlaceSheetKind.Door ? [.. chosen.Select(sign => (IReadOnlyList<PlaceSign?>)[sign])]
            : chosen.Count == 0 ? []
            :
            [
                .. Enumerable
                    .Repeat<PlaceSign?>(null, From - 1)
                    .Concat(chosen.SelectMany(sign => Enumerable.Repeat(sign, Copies)))
                    .Chunk(PerSheet),
            ];
    }

    private static int? Number(string? typed) =>
        int.TryParse(typed, CultureInfo.InvariantCulture, out var number) ? number : null;
}

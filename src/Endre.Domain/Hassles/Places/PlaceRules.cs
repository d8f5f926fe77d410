using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Hassles.Places;

/// <summary>What may be done with a place. Its code never changes and it is never deleted, since both hang on a wall.</summary>
public static class PlaceRules
{
    /// <summary>Renames a place, names the thing there, or moves it to another unit.</summary>
    /// <param name="place">As it is stored.</param>
    /// <param name="name">What it shall be called.</param>
    /// <param name="equipment">The thing that the code is fixed to; null or empty for none.</param>
    /// <param name="unitId">Whose it shall be: an open unit.</param>
    /// <param name="version">The version that the form saw.</param>
    /// <param name="there">The places of that unit, with or without this one.</param>
    /// <param name="changed">The place as it shall be; the same when nothing changes or it is refused.</param>
    /// <returns>
    /// Null, or refused: <c>PlaceChangedMeanwhile</c>, <c>PlaceNameMissing</c>, <c>PlaceIsThere</c>, <c>PlacesTooMany</c>, or
    /// what <see cref="FreeText"/> says. Fields: <c>name</c>, <c>equipment</c>, <c>unit</c>.
    /// </returns>
    public static Refusal? Change(
        Place place,
        string? name,
        string? equipment,
        Guid unitId,
        int version,
        IReadOnlyCollection<Place> there,
        out Place changed
    )
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(there);
        changed = place;
        if (Name(name, equipment, "name", "equipment", out var line) is { } refusal)
        {
            return refusal;
        }
        var wanted = place with { Name = line.Name, Equipment = line.Equipment, UnitId = unitId };
        // The same form once more, or somebody else did the same.
        if (wanted == place)
        {
            return null;
        }
        if (version != place.Version)
        {
            return new Refusal("PlaceChangedMeanwhile", "name");
        }
        if (!place.IsRetired && Fits(wanted, there, unitId == place.UnitId ? "name" : "unit") is { } taken)
        {
            return taken;
        }
        changed = wanted with { Version = place.Version + 1 };
        return null;
    }

    /// <summary>Takes a place out of use. What was said there stays, and its code leads to the unit.</summary>
    /// <param name="place">As it is stored.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>The place as it shall be; the same when it is retired already.</returns>
    public static Place Retire(Place place, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.IsRetired ? place : place with { RetiredOn = today, Version = place.Version + 1 };
    }

    /// <summary>Brings a place back into use.</summary>
    /// <param name="place">As it is stored.</param>
    /// <param name="there">The places of its unit, with or without this one.</param>
    /// <param name="back">The place as it shall be; the same when it is in use already or it is refused.</param>
    /// <returns>Null, or refused: <c>PlaceIsThere</c>, <c>PlacesTooMany</c>. Field: <c>name</c>.</returns>
    public static Refusal? BringBack(Place place, IReadOnlyCollection<Place> there, out Place back)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(there);
        back = place;
        if (!place.IsRetired)
        {
            return null;
        }
        if (Fits(place, there, "name") is { } refusal)
        {
            return refusal;
        }
        back = place with { RetiredOn = null, Version = place.Version + 1 };
        return null;
    }

    internal static Refusal? Name(
        string? name,
        string? equipment,
        string nameField,
        string equipmentField,
        out PlaceLine line
    )
    {
        line = new PlaceLine("", null);
        if (FreeText.Accept(OneLine(name), Place.LongestName, nameField, out var read) is { } refusal)
        {
            return refusal;
        }
        if (read.Length == 0)
        {
            return new Refusal("PlaceNameMissing", nameField);
        }
        if (FreeText.Accept(OneLine(equipment), Place.LongestName, equipmentField, out var thing) is { } unclear)
        {
            return unclear;
        }
        line = new PlaceLine(read, thing.Length == 0 ? null : thing);
        return null;
    }

    internal static Refusal TooMany(int wanted, string field) =>
        new(
            "PlacesTooMany",
            field,
            Place.MostInUnit.ToString(CultureInfo.InvariantCulture),
            wanted.ToString(CultureInfo.InvariantCulture)
        );

    private static Refusal? Fits(Place place, IReadOnlyCollection<Place> there, string field)
    {
        var others = there.Where(other => !other.IsRetired && other.Id != place.Id).ToList();
        return others.Exists(other => PlaceList.Same.Equals(other.Title, place.Title))
                ? new Refusal("PlaceIsThere", field, place.Title)
            : others.Count >= Place.MostInUnit ? TooMany(others.Count + 1, field)
            : null;
    }

    // What stands on one line of a sheet has no line or column in it.
    private static string? OneLine(string? typed) => typed?.ReplaceLineEndings(" ").Replace('\t', ' ');
}

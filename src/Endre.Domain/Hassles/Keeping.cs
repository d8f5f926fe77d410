using System.Collections.Immutable;

namespace Endre.Domain.Hassles;

/// <summary>Something that may be stored about what somebody says.</summary>
public enum HassleField
{
    /// <summary>What was said, and what was written in the thread.</summary>
    Text,

    /// <summary>To which unit.</summary>
    Unit,

    /// <summary>At which place of it, where that came with a code or was chosen.</summary>
    Place,

    /// <summary>Minutes, times a week, people.</summary>
    Effort,

    /// <summary>What was chosen: what it is about, and who could do something about it.</summary>
    Choices,

    /// <summary>The picture.</summary>
    Photo,

    /// <summary>Which of the three ways it was said in.</summary>
    Way,

    /// <summary>The Monday of the week in which it was said.</summary>
    Week,

    /// <summary>The day on which it was said.</summary>
    Day,

    /// <summary>The name that somebody without an account typed.</summary>
    Name,

    /// <summary>Whose account it was, and by it the name.</summary>
    Account,

    /// <summary>The hash of the claim code; the code itself is never stored.</summary>
    ClaimCode,

    /// <summary>
    /// Its own number, and what became of it: state, who took over answering it, where it was lifted, moved or merged and when
    /// that was done, how often it was changed.
    /// </summary>
    Outcome,
}

/// <summary>Who gets to see something that is stored.</summary>
public enum Seer
{
    /// <summary>It is in the database, and no page shows it.</summary>
    Nobody,

    /// <summary>Only those who are to answer: the unit's leader, deputy and change agent.</summary>
    Leaders,

    /// <summary>Those who work in the unit, and its leaders upwards.</summary>
    Colleagues,

    /// <summary>Colleagues, and the unit's union and safety representatives, who see what is said and never who.</summary>
    Unit,
}

/// <summary>Something that is stored, and who sees it.</summary>
/// <param name="Field">What.</param>
/// <param name="Seer">Who.</param>
public sealed record Kept(HassleField Field, Seer Seer);

/// <summary>
/// What each of the three ways stores, and who sees it. The one table of truth: what is stored is taken by it, what is
/// shown is hidden by it, and what the page promises before one writes is read from it.
/// </summary>
public static class Keeping
{
    private static readonly ImmutableArray<HassleField> Always =
    [
        HassleField.Text,
        HassleField.Unit,
        HassleField.Place,
        HassleField.Effort,
        HassleField.Choices,
        HassleField.Photo,
        HassleField.Way,
        HassleField.Week,
        HassleField.Outcome,
    ];

    /// <summary>All that is stored.</summary>
    /// <param name="speaker">The way that was chosen.</param>
    /// <param name="isSignedIn">Whether the one who writes is signed in; for anonymous it makes no difference.</param>
    public static ImmutableArray<Kept> Of(Speaker speaker, bool isSignedIn) =>
        [.. Always.Select(field => new Kept(field, Seer.Unit)), .. OfTheWriter(speaker, isSignedIn)];

    /// <summary>Whether something is stored.</summary>
    /// <param name="speaker">The way that was chosen.</param>
    /// <param name="isSignedIn">Whether the one who writes is signed in.</param>
    /// <param name="field">What.</param>
    public static bool Keeps(Speaker speaker, bool isSignedIn, HassleField field) =>
        Of(speaker, isSignedIn).Any(kept => kept.Field == field);

    /// <summary>Who sees it, where it is stored.</summary>
    /// <param name="speaker">The way that was chosen.</param>
    /// <param name="field">What.</param>
    public static Seer SeerOf(Speaker speaker, HassleField field) =>
        Of(speaker, isSignedIn: true)
            .Concat(Of(speaker, isSignedIn: false))
            .Where(kept => kept.Field == field)
            .Select(kept => kept.Seer)
            .DefaultIfEmpty(Seer.Nobody)
            .First();

    private static ImmutableArray<Kept> OfTheWriter(Speaker speaker, bool isSignedIn)
    {
        if (speaker == Speaker.Anonymous)
        {
            return [new Kept(HassleField.ClaimCode, Seer.Nobody)];
        }
        var seer = speaker == Speaker.Named ? Seer.Colleagues : Seer.Leaders;
        return isSignedIn
            ? [new Kept(HassleField.Day, seer), new Kept(HassleField.Account, seer)]
            :
            [
                new Kept(HassleField.Day, seer),
                new Kept(HassleField.Name, seer),
                new Kept(HassleField.ClaimCode, Seer.Nobody),
            ];
    }
}

using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Organizations.Privacy;

/// <summary>How long one sort of personal data is kept, and what an organization may choose.</summary>
/// <param name="Kind">The sort, as a word: <c>workshop-names</c>.</param>
/// <param name="Days">How many days it is kept.</param>
/// <param name="Least">The fewest days: below this the data would be gone before it has done its work.</param>
/// <param name="Most">The most days: GDPR article 5(1)(e), no longer than necessary.</param>
public sealed record RetentionPeriod(string Kind, int Days, int Least, int Most)
{
    /// <summary>Whether there is nothing to choose.</summary>
    public bool IsFixed => Least == Most;

    /// <summary>Chooses another number of days.</summary>
    /// <param name="days">The days, or null when what was typed is no number.</param>
    /// <param name="chosen">The period from now on; the old one when refused.</param>
    /// <returns>Null, or refused: <c>RetentionOutOfRange</c>. Field: the kind.</returns>
    public Refusal? Choose(int? days, out RetentionPeriod chosen)
    {
        chosen = this;
        if (days is not { } wanted || wanted < Least || wanted > Most)
        {
            return new Refusal("RetentionOutOfRange", Kind, Text(Least), Text(Most));
        }
        chosen = this with { Days = wanted };
        return null;
    }

    /// <summary>What is older than this goes.</summary>
    /// <param name="now">The time now.</param>
    public DateTimeOffset Limit(DateTimeOffset now) => now.AddDays(-Days);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Insights.SmallGroups;

/// <summary>The smallest number that may be shown. An organization may raise it, and never lower it again.</summary>
/// <param name="Value">From <see cref="Lowest"/> to <see cref="Highest"/>.</param>
public readonly record struct SmallGroupLimit(int Value)
{
    /// <summary>
    /// Nothing under five is shown. No Norwegian rule gives a number; five is what staff surveys are used to.
    /// </summary>
    public const int Lowest = 5;

    /// <summary>Higher than this, and a whole municipality would see nothing.</summary>
    public const int Highest = 100;

    /// <summary>What an organization starts with.</summary>
    public static SmallGroupLimit Default { get; } = new(Lowest);

    /// <summary>Raises the limit.</summary>
    /// <param name="wanted">The new limit.</param>
    /// <param name="raised">The limit from now on; the old one when refused.</param>
    /// <returns>
    /// Null when it is raised or stays; refused: <c>SmallGroupLimitOutOfRange</c>, or <c>SmallGroupLimitOnlyRises</c>, since
    /// people have said what they said in trust of the higher one. Field: <c>limit</c>.
    /// </returns>
    public Refusal? Raise(int wanted, out SmallGroupLimit raised)
    {
        raised = this;
        if (wanted is < Lowest or > Highest)
        {
            return new Refusal("SmallGroupLimitOutOfRange", "limit", Text(Lowest), Text(Highest));
        }
        if (wanted < Value)
        {
            return new Refusal("SmallGroupLimitOnlyRises", "limit", Text(Value));
        }
        raised = new SmallGroupLimit(wanted);
        return null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

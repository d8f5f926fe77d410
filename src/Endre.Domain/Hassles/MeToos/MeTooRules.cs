using Endre.Domain.Shared;

namespace Endre.Domain.Hassles.MeToos;

/// <summary>Who counts as meeting a hassle, and how many they are.</summary>
public static class MeTooRules
{
    /// <summary>Says «meg også» to a hassle.</summary>
    /// <param name="hassle">As it is stored now.</param>
    /// <param name="group">All that are answered as one with it, itself among them, without those that were withdrawn.</param>
    /// <param name="by">Who says it; somebody.</param>
    /// <returns>
    /// The mark; none when whoever it is counts already, there or in one that is answered as one with it. Refused:
    /// <c>HassleWithdrawn</c>, <c>MeTooAfterGone</c>.
    /// </returns>
    public static Decision<MeToo> Say(Hassle hassle, IReadOnlyCollection<Voiced> group, MeTooBy by)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        ArgumentNullException.ThrowIfNull(by);
        if (hassle.State == HassleState.Withdrawn)
        {
            return Refusal.Because("HassleWithdrawn");
        }
        if (hassle.State == HassleState.Gone)
        {
            return Refusal.Because("MeTooAfterGone");
        }
        return Counts(group, by)
            ? Decision<MeToo>.Happened()
            : new MeToo(
                hassle.Id,
                by.PersonId,
                by.PersonId is null ? DeviceSecret.HashOf(by.Secret!, hassle.Id) : null
            );
    }

    /// <summary>Whether somebody counts: said it with their account, or said «meg også».</summary>
    /// <param name="group">All that are answered as one.</param>
    /// <param name="by">Who.</param>
    public static bool Counts(IReadOnlyCollection<Voiced> group, MeTooBy by)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(by);
        return group.Any(voiced =>
            (by.PersonId is { } person && voiced.WriterId == person) || voiced.MeToos.Any(mark => mark.IsBy(by))
        );
    }

    /// <summary>
    /// How many meet it. Somebody with an account counts once whatever they said and wherever. What leads to nobody cannot be
    /// told apart either: a device that marked two hassles before they were merged counts twice.
    /// </summary>
    /// <param name="group">All that are answered as one.</param>
    /// <returns>At least one for each hassle that nobody known said.</returns>
    public static int Count(IReadOnlyCollection<Voiced> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var known = group
            .SelectMany(voiced => voiced.MeToos.Select(mark => mark.PersonId).Append(voiced.WriterId))
            .OfType<Guid>()
            .Distinct()
            .Count();
        return known
            + group.Count(voiced => voiced.WriterId is null)
            + group.Sum(voiced => voiced.MeToos.Count(mark => mark.PersonId is null));
    }
}

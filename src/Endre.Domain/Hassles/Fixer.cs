namespace Endre.Domain.Hassles;

/// <summary>Who could do something about it, as the one who says it believes; null where that is not known.</summary>
public enum Fixer
{
    /// <summary>Vi selv: those who work there.</summary>
    Ourselves,

    /// <summary>The unit's leader.</summary>
    Leader,

    /// <summary>Noen andre: another unit, or somebody higher up.</summary>
    Others,
}

/// <summary>The words for who could fix it in addresses, programs and tables.</summary>
public static class FixerWord
{
    /// <summary>The word: <c>ourselves</c>, <c>leader</c>, <c>others</c>.</summary>
    /// <param name="fixer">Who.</param>
    public static string Of(Fixer fixer) =>
        fixer switch
        {
            Fixer.Ourselves => "ourselves",
            Fixer.Leader => "leader",
            _ => "others",
        };

    /// <summary>Who a word means.</summary>
    /// <param name="word">As it is stored, or came from outside; null is nobody.</param>
    /// <returns>Null when the word means nobody.</returns>
    public static Fixer? Read(string? word) =>
        word switch
        {
            "ourselves" => Fixer.Ourselves,
            "leader" => Fixer.Leader,
            "others" => Fixer.Others,
            _ => null,
        };

    /// <summary>Whether those who are to answer can do it themselves: see <see cref="Answering.Ease"/>.</summary>
    /// <param name="fixer">Who could do something about it, or null.</param>
    /// <returns>Null where nobody has said.</returns>
    public static bool? IsWithinReach(Fixer? fixer) => fixer is { } who ? who != Fixer.Others : null;
}

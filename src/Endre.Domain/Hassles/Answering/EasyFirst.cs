namespace Endre.Domain.Hassles.Answering;

/// <summary>What is known of how easy something is to answer.</summary>
/// <param name="IsWithinReach">Whether those who said it believe that the unit can do it itself; null when nobody told.</param>
/// <param name="IsLifted">Whether it has been lifted, because the unit could not decide.</param>
/// <param name="Minutes">Minutes each time; null when nobody told.</param>
/// <param name="SaidBy">The latest day on which it can have been said.</param>
public sealed record Ease(bool? IsWithinReach, bool IsLifted, int? Minutes, DateOnly SaidBy);

/// <summary>
/// The order in which a leader meets what waits: the easy first, not what matters most.
/// </summary>
/// <remarks>
/// In a randomized study of 20 hospitals, what helped was to solve the problems that are easy to solve; to put the most
/// valuable ones first did not help (Tucker and Singer 2014, doi 10.1111/poms.12226). Hence: what the unit can do itself,
/// before what nobody has told of, before what needs others; what has not been lifted before what has; the small before what
/// nobody has measured, before the large; and among equals the oldest, so that nothing easy is passed by for ever.
/// </remarks>
public static class EasyFirst
{
    /// <summary>So few minutes that it is a small thing.</summary>
    public const int FewMinutes = 10;

    /// <summary>So many that it hardly is solved between two other things.</summary>
    public const int ManyMinutes = 30;

    /// <summary>Puts the easy first. Where two are equally easy and equally old, their order stays.</summary>
    /// <typeparam name="T">What is put in order.</typeparam>
    /// <param name="waiting">What waits, in an order that tells nothing.</param>
    /// <param name="easeOf">How easy each is.</param>
    public static IEnumerable<T> Order<T>(IEnumerable<T> waiting, Func<T, Ease> easeOf) =>
        waiting
            .Select(one => (One: one, Ease: easeOf(one)))
            .OrderBy(pair =>
                pair.Ease.IsWithinReach switch
                {
                    true => 0,
                    null => 1,
                    false => 2,
                }
            )
            .ThenBy(pair => pair.Ease.IsLifted)
            .ThenBy(pair =>
                pair.Ease.Minutes switch
                {
                    <= FewMinutes => 0,
                    null or <= ManyMinutes => 1,
                    _ => 2,
                }
            )
            .ThenBy(pair => pair.Ease.SaidBy)
            .Select(pair => pair.One);
}

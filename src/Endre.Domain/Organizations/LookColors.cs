using Endre.Domain.Shared;

namespace Endre.Domain.Organizations;

/// <summary>The colors that an organization has chosen. One that is null is Endre's own.</summary>
/// <param name="Main">Buttons, links and marks.</param>
/// <param name="Support">What is to be noticed: the current step, what is new.</param>
/// <param name="SecondSupport">What sets things apart, such as tags and halves of a question.</param>
public sealed record LookColors(HexColor? Main = null, HexColor? Support = null, HexColor? SecondSupport = null)
{
    /// <summary>Endre's own colors.</summary>
    public static readonly LookColors Own = new();

    /// <summary>Reads three colors as they were typed; an empty one is Endre's own.</summary>
    /// <param name="main">Field <c>main</c>.</param>
    /// <param name="support">Field <c>support</c>.</param>
    /// <param name="secondSupport">Field <c>secondSupport</c>.</param>
    /// <param name="refusals"><c>ColorUnreadable</c> for each that is not a color.</param>
    /// <returns>Those that could be read.</returns>
    public static LookColors Read(
        string? main,
        string? support,
        string? secondSupport,
        out IReadOnlyList<Refusal> refusals
    )
    {
        var faults = new List<Refusal>();
        var colors = new LookColors(
            One(main, "main", faults),
            One(support, "support", faults),
            One(secondSupport, "secondSupport", faults)
        );
        refusals = faults;
        return colors;
    }

    private static HexColor? One(string? typed, string field, List<Refusal> faults)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        if (HexColor.Find(typed) is { } color)
        {
            return color;
        }
        faults.Add(new Refusal("ColorUnreadable", field));
        return null;
    }
}

namespace Endre.Domain.Organizations;

/// <summary>
/// What Designsystemet's generator makes of one color: sixteen steps for light pages and sixteen for dark ones, such as
/// <c>text-default</c> and <c>base-hover</c>.
/// </summary>
/// <param name="Asked">The color that was chosen.</param>
/// <param name="Used">The color that the steps are made of: the chosen one, or its nearest that text on a button can be read on.</param>
/// <param name="Light">The steps on light pages, by name.</param>
/// <param name="Dark">The steps on dark pages, by name.</param>
public sealed record ColorTheme(
    HexColor Asked,
    HexColor Used,
    IReadOnlyDictionary<string, HexColor> Light,
    IReadOnlyDictionary<string, HexColor> Dark
)
{
    /// <summary>The color of an ordinary page: light, and dark.</summary>
    public static readonly (HexColor Light, HexColor Dark) Paper = (
        HexColor.Find("#fbfaf7")!.Value,
        HexColor.Find("#111715")!.Value
    );

    /// <summary>Whether the chosen color had to be moved, so that text on a button can always be read.</summary>
    public bool IsMoved => Asked != Used;

    /// <summary>The steps of a color scheme.</summary>
    /// <param name="isDark">Those on dark pages.</param>
    public IReadOnlyDictionary<string, HexColor> Steps(bool isDark) => isDark ? Dark : Light;

    /// <summary>How well each use of the color can be read, at its weakest.</summary>
    public IEnumerable<ContrastFigure> Figures() => Enum.GetValues<ColorUse>().Select(Figure);

    /// <summary>How well one use of the color can be read, at its weakest.</summary>
    /// <param name="use">The use.</param>
    public ContrastFigure Figure(ColorUse use) => new(use, Weakest(use, isDark: false), Weakest(use, isDark: true));

    private double Weakest(ColorUse use, bool isDark)
    {
        var steps = Steps(isDark);
        var paper = isDark ? Paper.Dark : Paper.Light;
        return use switch
        {
            // Also while the pointer is on it and while it is pressed.
            ColorUse.TextOnButton => Least(steps, "base-contrast-default", "base-default", "base-hover", "base-active"),
            ColorUse.Link => Math.Min(
                steps["text-subtle"].Contrast(paper),
                Least(steps, "text-subtle", "background-default", "background-tinted", "surface-tinted")
            ),
            ColorUse.TextOnSurface => Least(
                steps,
                "text-default",
                "background-tinted",
                "surface-tinted",
                "surface-hover",
                "surface-active"
            ),
            ColorUse.Border => steps["border-default"].Contrast(paper),
            ColorUse.ButtonOnPage => steps["base-default"].Contrast(paper),
            _ => throw new ArgumentOutOfRangeException(nameof(use), use, "There is no such use."),
        };
    }

    private static double Least(IReadOnlyDictionary<string, HexColor> steps, string ink, params string[] papers) =>
        papers.Min(paper => steps[ink].Contrast(steps[paper]));
}

/// <summary>What a color is used for.</summary>
public enum ColorUse
{
    /// <summary>The words on a filled button, also under the pointer and pressed.</summary>
    TextOnButton,

    /// <summary>Links and the words of outlined buttons.</summary>
    Link,

    /// <summary>Text on a tinted card.</summary>
    TextOnSurface,

    /// <summary>The line around a field.</summary>
    Border,

    /// <summary>The shape of a filled button against the page.</summary>
    ButtonOnPage,
}

/// <summary>How well a use of a color can be read, as WCAG 2.1 counts it.</summary>
/// <param name="Use">The use.</param>
/// <param name="Light">The ratio on light pages.</param>
/// <param name="Dark">The ratio on dark pages.</param>
public sealed record ContrastFigure(ColorUse Use, double Light, double Dark)
{
    /// <summary>What level AA asks for: 4.5 of text (1.4.3), 3 of what is not text (1.4.11).</summary>
    public double Needed => Use is ColorUse.Border or ColorUse.ButtonOnPage ? 3 : 4.5;

    /// <summary>Whether it is enough on light pages.</summary>
    public bool IsEnoughLight => Light >= Needed;

    /// <summary>Whether it is enough on dark pages.</summary>
    public bool IsEnoughDark => Dark >= Needed;

    /// <summary>Whether it is enough on both.</summary>
    public bool IsEnough => IsEnoughLight && IsEnoughDark;
}

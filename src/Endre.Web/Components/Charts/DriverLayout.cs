namespace Endre.Web.Components.Charts;

/// <summary>
/// Where the parts of a driver diagram lie: a tree with a heading over each level, and a line more where something stands under
/// several.
/// </summary>
/// <param name="Tree">Boxes and lines, from the top of the tree; the headings stand over it.</param>
/// <param name="Headings">The headings of the levels that there are.</param>
public sealed record DriverLayout(TreeLayout Tree, IReadOnlyList<LevelHeading> Headings)
{
    /// <summary>How far down the tree begins.</summary>
    internal const int Top = 32;

    // The longest aim there can be: nothing is cut that has to be read.
    private const int MostLines = 20;

    public int Width => Tree.Width;

    public int Height => Tree.Height + Top;

    /// <summary>Lays a driver diagram out.</summary>
    /// <param name="aim">What stands in the first box.</param>
    /// <param name="nodes">All others, each under the first it stands under, in the order they are to stand.</param>
    /// <param name="more">From what to what more lines go, by key.</param>
    /// <param name="headings">The headings of the levels, the first for the aim.</param>
    internal static DriverLayout Of(
        string aim,
        IReadOnlyList<TreeNode> nodes,
        IReadOnlyList<(string From, string To)> more,
        IReadOnlyList<string> headings
    )
    {
        var tree = TreeLayout.Of(aim, nodes, MostLines);
        var boxes = tree.Boxes.ToDictionary(box => box.Key);
        var lines = more.Where(line => boxes.ContainsKey(line.From) && boxes.ContainsKey(line.To))
            .Select(line => (From: boxes[line.From], To: boxes[line.To]))
            .Select(line => new TreeLine(line.From.X + line.From.Width, line.From.Middle, line.To.X, line.To.Middle));
        return new DriverLayout(
            tree with
            {
                Lines = [.. tree.Lines, .. lines],
            },
            [
                .. headings
                    .Select((text, level) => new LevelHeading(text, 1 + (level * TreeLayout.LevelWidth)))
                    .Where(heading => tree.Boxes.Any(box => box.X == heading.X)),
            ]
        );
    }
}

/// <summary>The heading of a level.</summary>
public sealed record LevelHeading(string Text, int X);

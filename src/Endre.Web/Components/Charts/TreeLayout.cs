namespace Endre.Web.Components.Charts;

/// <summary>Something to draw in a tree.</summary>
/// <param name="Key">Its own key.</param>
/// <param name="ParentKey">What it hangs under; null for what hangs under the root.</param>
/// <param name="Text">What stands in the box.</param>
/// <param name="Mark">A word for how it looks, or null.</param>
/// <param name="Foot">A short line under the text, or null.</param>
internal sealed record TreeNode(string Key, string? ParentKey, string Text, string? Mark = null, string? Foot = null);

/// <summary>Where the boxes of a tree lie: the root to the left, what hangs under something to the right of it.</summary>
/// <param name="Boxes">The root first, then all others.</param>
/// <param name="Lines">A line from each box to what hangs under it.</param>
/// <param name="Width">The drawing's width.</param>
/// <param name="Height">The drawing's height.</param>
public sealed record TreeLayout(IReadOnlyList<TreeBox> Boxes, IReadOnlyList<TreeLine> Lines, int Width, int Height)
{
    private const int BoxWidth = 190;
    private const int GapX = 40;
    private const int GapY = 14;
    private const int LineHeight = 18;
    private const int Padding = 10;
    private const int Characters = 23;
    private const int MostLines = 4;
    private const int MostFootLines = 3;

    /// <summary>How far apart two levels begin.</summary>
    internal const int LevelWidth = BoxWidth + GapX;

    /// <summary>Lays a tree out. What hangs under nothing that is there, or in a circle, is left out.</summary>
    /// <param name="root">What stands in the first box.</param>
    /// <param name="nodes">All others, in the order they are to stand.</param>
    /// <param name="mostLines">The most lines of text in a box; what does not fit ends in «…».</param>
    internal static TreeLayout Of(string root, IReadOnlyList<TreeNode> nodes, int mostLines = MostLines)
    {
        var under = nodes.ToLookup(node => node.ParentKey);
        var boxes = new List<TreeBox>();
        var lines = new List<TreeLine>();
        var deepest = 0;
        var height = Place(new TreeNode("", null, root, "root"), under[null], depth: 0, top: 1).Height;
        return new TreeLayout(boxes, lines, ((deepest + 1) * (BoxWidth + GapX)) - GapX + 2, height + 2);

        (TreeBox Box, int Height) Place(TreeNode node, IEnumerable<TreeNode> children, int depth, int top)
        {
            deepest = Math.Max(deepest, depth);
            var text = ChartText.Wrap(node.Text, Characters, mostLines);
            // Its letters are smaller.
            var foot = ChartText.Wrap(node.Foot ?? "", Characters + 2, MostFootLines);
            var own = (2 * Padding) + (LineHeight * (text.Count + foot.Count));
            var at = boxes.Count;
            boxes.Add(default!);
            var placed = new List<TreeBox>();
            var below = top;
            foreach (var child in children)
            {
                var (box, taken) = Place(child, under[child.Key], depth + 1, below);
                placed.Add(box);
                below += taken + GapY;
            }
            var all = Math.Max(own, below - GapY - top);
            var middle = placed.Count == 0 ? top + (all / 2) : (placed[0].Middle + placed[^1].Middle) / 2;
            var y = Math.Clamp(middle - (own / 2), top, top + all - own);
            var drawn = new TreeBox(node.Key, 1 + (depth * (BoxWidth + GapX)), y, BoxWidth, own, text, node.Mark, foot);
            boxes[at] = drawn;
            lines.AddRange(
                placed.Select(child => new TreeLine(drawn.X + BoxWidth, drawn.Middle, child.X, child.Middle))
            );
            return (drawn, all);
        }
    }
}

/// <summary>A box.</summary>
public sealed record TreeBox(
    string Key,
    int X,
    int Y,
    int Width,
    int Height,
    IReadOnlyList<string> Lines,
    string? Mark,
    IReadOnlyList<string> Foot
)
{
    internal int Middle => Y + (Height / 2);

    internal int TextY(int line) => Y + 10 + 13 + (line * 18);
}

/// <summary>A line from a box to one that hangs under it.</summary>
public sealed record TreeLine(int FromX, int FromY, int ToX, int ToY)
{
    /// <summary>Where it has reached the height at which it goes on straight; null where it bends all the way.</summary>
    public int? BendX { get; init; }

    internal string Path
    {
        get
        {
            var end = BendX ?? ToX;
            var middle = (FromX + end) / 2;
            var curve = $"M{FromX} {FromY}C{middle} {FromY} {middle} {ToY} {end} {ToY}";
            return BendX is null ? curve : $"{curve}H{ToX}";
        }
    }
}

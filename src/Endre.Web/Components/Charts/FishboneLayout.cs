namespace Endre.Web.Components.Charts;

/// <summary>A bone with what lies on it.</summary>
/// <param name="Name">What the bone is called.</param>
/// <param name="Causes">What lies on it, in order.</param>
internal sealed record FishBone(string Name, IReadOnlyList<string> Causes);

/// <summary>Where the parts of a fishbone lie: the head to the right, the bones by turns over and under the spine.</summary>
/// <param name="Head">The lines of the head.</param>
/// <param name="HeadX">Where the head begins.</param>
/// <param name="SpineY">Where the spine lies.</param>
/// <param name="Bones">The bones.</param>
/// <param name="Width">The drawing's width.</param>
/// <param name="Height">The drawing's height.</param>
public sealed record FishboneLayout(
    IReadOnlyList<string> Head,
    int HeadX,
    int SpineY,
    IReadOnlyList<DrawnBone> Bones,
    int Width,
    int Height
)
{
    internal const int HeadWidth = 200;
    internal const int LabelWidth = 200;
    internal const int LabelHeight = 30;
    private const int Column = 262;
    private const int Slant = 60;
    private const int Line = 24;
    private const int Shortest = 96;
    private const int Characters = 27;

    internal int HeadHeight => 24 + (Head.Count * 18);

    /// <summary>Lays a fishbone out.</summary>
    /// <param name="head">The problem.</param>
    /// <param name="bones">The bones, in order.</param>
    internal static FishboneLayout Of(string head, IReadOnlyList<FishBone> bones)
    {
        var lines = ChartText.Wrap(head, 24, 6);
        var over = LengthOf(bones.Where((_, i) => i % 2 == 0));
        var under = LengthOf(bones.Where((_, i) => i % 2 == 1));
        var half = (24 + (lines.Count * 18)) / 2;
        var spine = Math.Max(over + LabelHeight, half) + 2;
        var columns = (bones.Count + 1) / 2;
        var headX = (columns * Column) + 40;
        var drawn = bones.Select((bone, i) => Draw(bone, i)).ToList();
        var height = spine + Math.Max(under == 0 ? 0 : under + LabelHeight, half) + 2;
        return new FishboneLayout(lines, headX, spine, drawn, headX + HeadWidth + 2, height);

        DrawnBone Draw(FishBone bone, int i)
        {
            var isOver = i % 2 == 0;
            var length = isOver ? over : under;
            var joint = ((i / 2) + 1) * Column;
            var end = isOver ? spine - length : spine + length;
            var causes = bone.Causes.Select(
                (cause, at) =>
                {
                    // From the label inwards, so that the first lies farthest out.
                    var away = 20 + (at * Line);
                    var y = isOver ? end + away : end - away + 4;
                    var x = joint - Slant + (Slant * away / length);
                    return new DrawnCause(ChartText.Wrap(cause, Characters, 1).FirstOrDefault() ?? "", x - 8, y);
                }
            );
            return new DrawnBone(
                ChartText.Wrap(bone.Name, 22, 1).FirstOrDefault() ?? "",
                LabelX: joint - Slant - (LabelWidth / 2),
                LabelY: isOver ? end - LabelHeight : end,
                EndX: joint - Slant,
                EndY: end,
                JointX: joint,
                [.. causes]
            );
        }

        static int LengthOf(IEnumerable<FishBone> side)
        {
            var most = side.Select(bone => (int?)bone.Causes.Count).Max();
            return most is { } count ? Math.Max(Shortest, 28 + (count * Line)) : 0;
        }
    }
}

/// <summary>A bone, from its label to the spine.</summary>
public sealed record DrawnBone(
    string Name,
    int LabelX,
    int LabelY,
    int EndX,
    int EndY,
    int JointX,
    IReadOnlyList<DrawnCause> Causes
);

/// <summary>A cause, whose text ends at the bone.</summary>
public sealed record DrawnCause(string Text, int X, int Y);

using Endre.Domain.Lineage;
using Endre.Web.Components.Charts;

namespace Endre.Web.Lineage;

/// <summary>Where the boxes of a lineage lie: a column for each kind of record, the earliest to the left.</summary>
/// <param name="Boxes">All records.</param>
/// <param name="Lines">A line from each to what became of it.</param>
/// <param name="Width">The drawing's width.</param>
/// <param name="Height">The drawing's height.</param>
internal sealed record LineageLayout(
    IReadOnlyList<LineageBox> Boxes,
    IReadOnlyList<TreeLine> Lines,
    int Width,
    int Height
)
{
    internal const int Padding = 10;
    internal const int LineHeight = 18;

    private const int BoxWidth = 200;
    private const int GapX = 44;
    private const int GapY = 14;
    private const int Characters = 25;
    private const int MostLines = 4;
    private const int MostSteps = 7;

    /// <summary>Lays a lineage out. Records of one kind stand under each other, near what they come from.</summary>
    /// <param name="map">What to draw.</param>
    /// <param name="nameOf">The name of a kind.</param>
    internal static LineageLayout Of(LineageMap map, Func<RecordKind, string> nameOf)
    {
        var placed = new Dictionary<(RecordKind, Guid), LineageBox>();
        var boxes = new List<LineageBox>();
        var x = 1;
        foreach (var column in map.Records.GroupBy(one => one.Record.Reference.Kind))
        {
            var y = 1;
            foreach (
                var one in column
                    .OrderBy(one => FootOfBetween(one, x))
                    .ThenBy(one => MiddleOfBefore(one))
                    .ThenBy(one => one.Record.Reference.Id)
            )
            {
                var box = BoxOf(one, x, y, map, nameOf);
                // A line to it passes under what stands between, and does not seem to come from there.
                y = Math.Max(y, FootOfBetween(one, x) + GapY - (box.Height / 2));
                box = box with { Y = y };
                boxes.Add(box);
                placed[Key(one.Record.Reference)] = box;
                y += box.Height + GapY;
            }
            x += BoxWidth + GapX;
        }
        var lines =
            from link in map.Links
            where placed.ContainsKey(Key(link.From)) && placed.ContainsKey(Key(link.To))
            let start = placed[Key(link.From)]
            let end = placed[Key(link.To)]
            let right = start.X + BoxWidth
            select new TreeLine(right, start.Middle, end.X, end.Middle)
            {
                BendX = end.X > right + GapX ? right + GapX : null,
            };
        return new LineageLayout(
            boxes,
            [.. lines],
            x - GapX + 1,
            boxes.Select(box => box.Y + box.Height).DefaultIfEmpty(0).Max() + 1
        );

        double MiddleOfBefore(MappedRecord one) =>
            BeforeOf(one).Select(box => (double)box.Middle).DefaultIfEmpty(double.MaxValue).Average();

        // How far down the boxes reach that stand between a record and what it comes from.
        int FootOfBetween(MappedRecord one, int left)
        {
            var first = BeforeOf(one).Select(box => box.X).DefaultIfEmpty(left).Min();
            return boxes
                .Where(box => box.X > first && box.X < left)
                .Select(box => box.Y + box.Height)
                .DefaultIfEmpty(0)
                .Max();
        }

        IEnumerable<LineageBox> BeforeOf(MappedRecord one) =>
            map
                .Links.Where(link => LineageMap.Is(link.To, one.Record.Reference))
                .Select(link => placed.GetValueOrDefault(Key(link.From)))
                .OfType<LineageBox>();
    }

    private static LineageBox BoxOf(MappedRecord one, int x, int y, LineageMap map, Func<RecordKind, string> nameOf)
    {
        var text = ChartText.Wrap(one.Record.Text, Characters, MostLines);
        var steps = one
            .Steps.Take(MostSteps)
            .SelectMany(step => ChartText.Wrap(step, Characters + 2, MostLines))
            .ToList();
        return new LineageBox(
            x,
            y,
            BoxWidth,
            (2 * Padding) + (LineHeight * (1 + text.Count + steps.Count)),
            nameOf(one.Record.Reference.Kind),
            text,
            steps,
            LineageMap.Is(one.Record.Reference, map.Center.Reference)
        );
    }

    private static (RecordKind, Guid) Key(RecordReference record) => (record.Kind, record.Id);
}

/// <summary>A record in the drawing.</summary>
internal sealed record LineageBox(
    int X,
    int Y,
    int Width,
    int Height,
    string Kind,
    IReadOnlyList<string> Lines,
    IReadOnlyList<string> Steps,
    bool IsCenter
)
{
    internal int Middle => Y + (Height / 2);

    internal int TextY(int line) => Y + LineageLayout.Padding + 13 + (line * LineageLayout.LineHeight);
}

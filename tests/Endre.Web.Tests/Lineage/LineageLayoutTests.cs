using Endre.Domain.Lineage;
using Endre.Web.Lineage;

namespace Endre.Web.Tests.Lineage;

public sealed class LineageLayoutTests
{
    [Fact]
    public void Every_record_has_a_box_no_boxes_touch_and_every_line_leads_onward()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var records = Enumerable
                .Range(0, random.Next(1, 30))
                .Select(_ => Record((RecordKind)random.Next(Enum.GetValues<RecordKind>().Length), random))
                .OrderBy(one => one.Record.Reference.Kind)
                .ToList();
            var links = (
                from one in records
                from other in records
                where one.Record.Reference.Kind < other.Record.Reference.Kind && random.Next(4) == 0
                select new LineageLink(one.Record.Reference, other.Record.Reference)
            ).ToList();
            var map = new LineageMap(records[random.Next(records.Count)].Record, records, links, IsCut: false);

            var layout = LineageLayout.Of(map, kind => $"{kind}");

            layout.Boxes.Count.ShouldBe(records.Count);
            layout.Boxes.Count(box => box.IsCenter).ShouldBe(1);
            layout.Lines.Count.ShouldBe(links.Count);
            layout.Lines.ShouldAllBe(line => line.FromX < line.ToX);
            layout.Boxes.ShouldAllBe(box =>
                box.X >= 0 && box.Y >= 0 && box.X + box.Width <= layout.Width && box.Y + box.Height <= layout.Height
            );
            // A line that goes past other records passes between them.
            foreach (var line in layout.Lines.Where(line => line.BendX is not null))
            {
                layout.Boxes.ShouldAllBe(box =>
                    box.X >= line.ToX
                    || box.X + box.Width < line.BendX
                    || line.ToY < box.Y
                    || line.ToY > box.Y + box.Height
                );
            }
            foreach (var (box, i) in layout.Boxes.Select((box, i) => (box, i)))
            {
                layout.Boxes.Skip(i + 1).ShouldAllBe(other => !Touch(box, other));
            }
        }
    }

    private static MappedRecord Record(RecordKind kind, Random random) =>
        new(
            new SeenRecord(
                new RecordReference(kind, Guid.CreateVersion7()),
                string.Join(' ', Enumerable.Repeat("blåbærøl", random.Next(1, 20))),
                "/"
            ),
            [.. Enumerable.Range(0, random.Next(6)).Select(i => $"Runde {i}")]
        );

    private static bool Touch(LineageBox one, LineageBox other) =>
        one.X < other.X + other.Width
        && other.X < one.X + one.Width
        && one.Y < other.Y + other.Height
        && other.Y < one.Y + one.Height;
}

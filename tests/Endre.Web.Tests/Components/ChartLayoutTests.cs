using Endre.Web.Components.Charts;

namespace Endre.Web.Tests.Components;

public sealed class ChartLayoutTests
{
    [Fact]
    public void Text_is_broken_between_words_and_what_is_too_long_ends_in_dots()
    {
        ChartText
            .Wrap("Heisen står der den sist ble brukt", 12, 4)
            .ShouldBe(["Heisen står", "der den sist", "ble brukt"]);
        ChartText.Wrap("Heisen står der den sist ble brukt", 12, 2).ShouldBe(["Heisen står", "der den sis…"]);
        ChartText.Wrap("Sykehjemsavdelingen", 8, 3).ShouldBe(["Sykehjem", "savdelin", "gen"]);
        ChartText.Wrap("", 8, 3).ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_the_text_no_line_is_too_wide_and_no_character_is_split()
    {
        var random = new Random(3);
        string[] pieces = ["a", "bb", "ø", "👩", " ", "  ", "\n", "ord", "langtord", "🚒🚒"];
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)])
            );
            var (width, most) = (random.Next(2, 14), random.Next(1, 5));
            var lines = ChartText.Wrap(text, width, most);
            lines.Count.ShouldBeLessThanOrEqualTo(most);
            lines.ShouldAllBe(line => line.Length <= width && line.Length > 0);
            lines.ShouldAllBe(line => !char.IsLowSurrogate(line[0]) && !char.IsHighSurrogate(line.Last()));
        }
    }

    [Fact]
    public void In_a_tree_every_answer_has_a_box_right_of_what_it_answers_and_no_boxes_touch()
    {
        var random = new Random(5);
        for (var round = 0; round < 100; round++)
        {
            var nodes = new List<TreeNode>();
            for (var i = 0; i < random.Next(0, 40); i++)
            {
                var above = random.Next(-1, nodes.Count);
                var text = string.Join(' ', Enumerable.Repeat("årsak", random.Next(1, 30)));
                nodes.Add(
                    new TreeNode($"{i}", above < 0 ? null : $"{above}", text, null, i % 3 == 0 ? "sjekket" : null)
                );
            }
            var layout = TreeLayout.Of("Behovet", nodes);
            layout.Boxes.Select(box => box.Key).Skip(1).Order().ShouldBe(nodes.Select(node => node.Key).Order());
            layout.Lines.Count.ShouldBe(nodes.Count);
            layout.Lines.ShouldAllBe(line => line.FromX < line.ToX);
            foreach (var (box, i) in layout.Boxes.Select((box, i) => (box, i)))
            {
                (box.X >= 0 && box.Y >= 0).ShouldBeTrue();
                (box.X + box.Width <= layout.Width && box.Y + box.Height <= layout.Height).ShouldBeTrue();
                layout.Boxes.Skip(i + 1).ShouldAllBe(other => !Overlaps(box, other));
            }
        }
    }

    [Fact]
    public void What_hangs_under_nothing_is_left_out_and_takes_nothing_with_it() =>
        TreeLayout
            .Of("Behovet", [new TreeNode("a", null, "Her"), new TreeNode("b", "borte", "Der")])
            .Boxes.Select(box => box.Key)
            .ShouldBe(["", "a"]);

    [Fact]
    public void In_a_fishbone_every_bone_and_cause_is_inside_and_labels_do_not_touch()
    {
        for (var bones = 0; bones <= 10; bones++)
        {
            var layout = FishboneLayout.Of(
                "Arbeidslista kommer for sent",
                [
                    .. Enumerable
                        .Range(0, bones)
                        .Select(i => new FishBone($"Bein {i}", [.. Enumerable.Range(0, i).Select(c => $"Årsak {c}")])),
                ]
            );
            layout.Bones.Count.ShouldBe(bones);
            layout.Bones.Sum(bone => bone.Causes.Count).ShouldBe(bones * Math.Max(0, bones - 1) / 2);
            layout.Bones.ShouldAllBe(bone => bone.LabelX >= 0 && bone.LabelY >= 0);
            layout.Bones.ShouldAllBe(bone => bone.LabelY + FishboneLayout.LabelHeight <= layout.Height);
            layout
                .Bones.SelectMany(bone => bone.Causes)
                .ShouldAllBe(cause => cause.X > 0 && cause.Y > 0 && cause.Y < layout.Height);
            (layout.HeadX + FishboneLayout.HeadWidth).ShouldBeLessThanOrEqualTo(layout.Width);
            foreach (var side in layout.Bones.GroupBy(bone => bone.EndY < layout.SpineY))
                side.Zip(side.Skip(1))
                    .ShouldAllBe(pair => pair.First.LabelX + FishboneLayout.LabelWidth < pair.Second.LabelX);
        }
    }

    [Fact]
    public void In_a_pareto_chart_bars_and_line_share_one_scale()
    {
        var layout = ParetoLayout.Of([("Innlogging", 6, 0.6), ("Nøkler", 3, 0.9), ("Annet", 1, 1)], 10);
        layout.Rows.Select(row => row.BarWidth).ShouldBe([240, 120, 40]);
        layout.Rows.Select(row => row.PointX).ShouldBe([240, 360, 400]);
        // The line's first point stands at the end of the first bar.
        layout.Rows[0].PointX.ShouldBe(layout.Rows[0].BarWidth);
        layout.Line.ShouldBe($"240,{layout.Rows[0].PointY} 360,{layout.Rows[1].PointY} 400,{layout.Rows[2].PointY}");
        ParetoLayout.Of([], 0).Rows.ShouldBeEmpty();
    }

    private static bool Overlaps(TreeBox one, TreeBox other) =>
        one.X < other.X + other.Width
        && other.X < one.X + one.Width
        && one.Y < other.Y + other.Height
        && other.Y < one.Y + one.Height;

    [Fact]
    public void What_stands_under_the_text_of_a_box_is_inside_it()
    {
        var box = TreeLayout
            .Of(
                "Behov",
                [new TreeNode("1", null, "Den tredje", null, "Vi kan gjøre noe, sammen med andre · ikke sjekket")]
            )
            .Boxes[1];
        box.Foot.ShouldBe(["Vi kan gjøre noe, sammen", "med andre · ikke sjekket"]);
        box.TextY(box.Lines.Count + box.Foot.Count - 1).ShouldBeLessThan(box.Y + box.Height);
    }
}

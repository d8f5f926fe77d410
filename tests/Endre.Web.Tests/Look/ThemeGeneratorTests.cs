using System.Text.Json;
using CsCheck;
using Endre.Domain.Organizations;
using Endre.Web.Look;

namespace Endre.Web.Tests.Look;

public sealed class ThemeGeneratorTests
{
    // designsystemet-1.15.0.json: what "designsystemet tokens create" and "tokens build" of that version wrote.
    private static readonly JsonElement Recorded = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Look", "designsystemet-1.15.0.json")))
        .RootElement;

    private static readonly ThemeGenerator Generator = new();

    public static TheoryData<string> Colors =>
        [.. Recorded.GetProperty("colors").EnumerateObject().Select(c => c.Name)];

    [Theory, MemberData(nameof(Colors))]
    public void A_color_gives_the_steps_that_the_tool_of_Designsystemet_gives(string color)
    {
        var theme = Generator.Of(HexColor.Find(color)!.Value);
        theme.IsMoved.ShouldBeFalse();
        var recorded = Recorded.GetProperty("colors").GetProperty(color);
        Written(theme.Light).ShouldBe(Read(recorded.GetProperty("light")));
        Written(theme.Dark).ShouldBe(Read(recorded.GetProperty("dark")));
    }

    [Fact]
    public void The_recorded_table_is_of_the_generator_that_runs() =>
        Recorded.GetProperty("madeBy").GetString().ShouldEndWith(ThemeGenerator.Version);

    [Fact]
    public void Text_can_be_read_on_everything_that_a_color_becomes() =>
        Gen.Int[0, 0xFFFFFF]
            .Sample(
                rgb =>
                {
                    var theme = Generator.Of(HexColor.Find($"{rgb:x6}")!.Value);
                    foreach (var figure in theme.Figures().Where(f => f.Use != ColorUse.ButtonOnPage))
                    {
                        figure.IsEnough.ShouldBeTrue($"{theme.Asked}: {figure}");
                    }
                    ShouldBeReadable(theme.Light, ColorTheme.Paper.Light);
                    ShouldBeReadable(theme.Dark, ColorTheme.Paper.Dark);
                    // So near that it is still the organization's color.
                    Distance(theme.Asked, theme.Used).ShouldBeLessThan(0.08, $"{theme.Asked} → {theme.Used}");
                },
                iter: 150,
                threads: 1
            );

    [Theory]
    [InlineData("#f00e3f", "#ee0e3e")]
    [InlineData("#4d77cd", "#4c76cb")]
    public void A_color_between_black_and_white_text_is_moved_to_where_text_can_be_read(string asked, string used) =>
        Generator.Of(HexColor.Find(asked)!.Value).Used.ShouldBe(HexColor.Find(used)!.Value);

    [Fact]
    public void A_pale_color_keeps_its_button_and_gives_links_a_darker_step()
    {
        var yellow = Generator.Of(HexColor.Find("#f5c400")!.Value);
        yellow.Light["base-default"].ShouldBe(yellow.Asked);
        yellow.Light["base-contrast-default"].ShouldBe(HexColor.Black);
        yellow.Figure(ColorUse.Link).Light.ShouldBeGreaterThan(4.5);
        yellow.Figure(ColorUse.ButtonOnPage).IsEnoughLight.ShouldBeFalse();
        var sheet = ThemeSheet.Of(new LookColors(yellow.Asked), Generator)!;
        sheet.ShouldContain($"--endre-button-edge:{yellow.Light["border-default"]};");
    }

    [Fact]
    public void A_sheet_holds_variables_and_nothing_else_and_is_named_by_what_it_holds()
    {
        var colors = new LookColors(HexColor.Find("#0f5f8c"), HexColor.Find("#e0a100"), HexColor.Find("#5b2d8e"));
        var sheet = ThemeSheet.Of(colors, Generator)!;
        sheet.ShouldStartWith("@layer endre.palette {");
        sheet.ShouldContain("--ds-color-accent-base-default:#0f5f8c;");
        sheet.ShouldContain("--ds-color-brand1-base-default:#e0a100;");
        sheet.ShouldContain("--ds-color-brand2-base-default:#5b2d8e;");
        sheet.Count(c => c == '{').ShouldBe(sheet.Count(c => c == '}'));
        ThemeSheet.HashOf(sheet).ShouldBe(ThemeSheet.HashOf(ThemeSheet.Of(colors, new ThemeGenerator())!));
        ThemeSheet.Of(LookColors.Own, Generator).ShouldBeNull();
    }

    // What Designsystemet lays on what, except words on a pressed outlined button, which it leaves at 4 to 1.
    private static void ShouldBeReadable(IReadOnlyDictionary<string, HexColor> steps, HexColor paper)
    {
        foreach (
            var surface in new[] { "background-default", "background-tinted", "surface-default", "surface-tinted" }
        )
        {
            steps["text-subtle"].Contrast(steps[surface]).ShouldBeGreaterThanOrEqualTo(4.5);
            steps["text-default"].Contrast(steps[surface]).ShouldBeGreaterThanOrEqualTo(7);
        }
        steps["text-subtle"].Contrast(steps["surface-hover"]).ShouldBeGreaterThanOrEqualTo(4.5);
        steps["text-default"].Contrast(steps["surface-active"]).ShouldBeGreaterThanOrEqualTo(4.5);
        steps["text-subtle"].Contrast(paper).ShouldBeGreaterThanOrEqualTo(4.5);
        steps["border-default"].Contrast(paper).ShouldBeGreaterThanOrEqualTo(3);
        foreach (var button in new[] { "base-default", "base-hover", "base-active" })
        {
            steps["base-contrast-default"].Contrast(steps[button]).ShouldBeGreaterThanOrEqualTo(4.5);
        }
    }

    private static double Distance(HexColor one, HexColor two) => Math.Abs(one.Luminance - two.Luminance);

    private static Dictionary<string, string> Written(IReadOnlyDictionary<string, HexColor> steps) =>
        steps.ToDictionary(step => step.Key, step => step.Value.ToString(), StringComparer.Ordinal);

    private static Dictionary<string, string> Read(JsonElement steps) =>
        steps.EnumerateObject().ToDictionary(s => s.Name, s => s.Value.GetString()!, StringComparer.Ordinal);
}

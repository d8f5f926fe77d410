using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Endre.Domain.Organizations;

namespace Endre.Web.Look;

/// <summary>The style sheet of an organization's colors: the variables of Designsystemet's theme, over Endre's own.</summary>
internal static class ThemeSheet
{
    /// <summary>What made a sheet: a new generator, or a new form of the sheet, makes it again.</summary>
    public static string Maker { get; } = $"{ThemeGenerator.Version}, sheet 1";

    /// <summary>The sheet, or null when all colors are Endre's own.</summary>
    public static string? Of(LookColors colors, ThemeGenerator generator)
    {
        if (colors == LookColors.Own)
        {
            return null;
        }
        (string Name, ColorTheme Theme)[] themes =
        [
            .. new[] { ("accent", colors.Main), ("brand1", colors.Support), ("brand2", colors.SecondSupport) }
                .Where(one => one.Item2 is not null)
                .Select(one => (one.Item1, generator.Of(one.Item2!.Value))),
        ];
        var light = Variables(themes, isDark: false);
        var dark = Variables(themes, isDark: true);
        // As in palette.css: paper is printed light, so the dark steps are for screens.
        return $"@layer endre.palette {{\n:root,[data-color-scheme='light']{{{light}}}\n"
            + $"@media screen {{ [data-color-scheme='dark']{{{dark}}} }}\n"
            + $"@media screen and (prefers-color-scheme:dark) {{ [data-color-scheme='auto']{{{dark}}} }}\n}}\n";
    }

    /// <summary>Names a sheet by what it holds.</summary>
    public static string HashOf(string sheet) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))[..16];

    private static string Variables((string Name, ColorTheme Theme)[] themes, bool isDark)
    {
        var variables = new StringBuilder();
        foreach (var (name, theme) in themes)
        {
            foreach (var (step, color) in theme.Steps(isDark))
            {
                variables.Append(CultureInfo.InvariantCulture, $"--ds-color-{name}-{step}:{color};");
            }
            AddOwn(variables, name, theme, isDark);
        }
        return variables.ToString();
    }

    // What Endre's own style sheets take from the theme beside its steps.
    private static void AddOwn(StringBuilder variables, string name, ColorTheme theme, bool isDark)
    {
        if (name == "accent")
        {
            var figure = theme.Figure(ColorUse.ButtonOnPage);
            // A button that hardly stands out from the page gets an edge; a mark of that color takes the edge's.
            if (!(isDark ? figure.IsEnoughDark : figure.IsEnoughLight))
            {
                var edge = theme.Steps(isDark)["border-default"];
                variables.Append(CultureInfo.InvariantCulture, $"--endre-button-edge:{edge};--endre-mark:{edge};");
            }
            else
            {
                var mark = theme.Steps(isDark)["base-default"];
                variables.Append(CultureInfo.InvariantCulture, $"--endre-button-edge:transparent;--endre-mark:{mark};");
            }
        }
        else if (name == "brand1")
        {
            // Dark text stands on it in light and dark, so it is as light as a strong border on dark pages.
            var (warm, wash) = (theme.Dark["border-strong"], theme.Steps(isDark)["background-tinted"]);
            variables.Append(CultureInfo.InvariantCulture, $"--endre-warm:{warm};--endre-warm-wash:{wash};");
        }
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Endre.Domain.Organizations;
using Jint;

namespace Endre.Web.Look;

/// <summary>
/// Makes the steps of a color with Designsystemet's own generator, the one its theme builder uses: JavaScript, bundled by
/// the build (<c>Client/theme</c>) and run here. The same color always gives the same steps.
/// </summary>
internal sealed class ThemeGenerator
{
    // A color that is being tried out is asked for three times; nobody tries this many.
    private const int MostKept = 200;

    private static readonly Lazy<Prepared<Acornima.Ast.Script>> Script = new(() =>
        Engine.PrepareScript(Read("theme.js"))
    );

    // What a color gives never changes while the program runs.
    private static readonly ConcurrentDictionary<HexColor, ColorTheme> Made = new();

    private readonly Lock one = new();
    private Engine? engine;

    /// <summary>Which generator it is, with its version: <c>designsystemet 1.15.0</c>.</summary>
    public static string Version { get; } = Read("theme.version");

    public ColorTheme Of(HexColor color)
    {
        if (Made.TryGetValue(color, out var made))
        {
            return made;
        }
        if (Made.Count >= MostKept)
        {
            Made.Clear();
        }
        return Made[color] = Generate(color);
    }

    private ColorTheme Generate(HexColor color)
    {
        string json;
        // An engine has one thread.
        lock (one)
        {
            engine ??= new Engine(options => options.TimeoutInterval(TimeSpan.FromSeconds(30))).Execute(Script.Value);
            json = engine.Invoke("themeOf", color.ToString()).AsString();
        }
        using var theme = JsonDocument.Parse(json);
        return new ColorTheme(
            color,
            Color(theme.RootElement.GetProperty("used")),
            Steps(theme.RootElement.GetProperty("light")),
            Steps(theme.RootElement.GetProperty("dark"))
        );
    }

    private static Dictionary<string, HexColor> Steps(JsonElement steps) =>
        steps.EnumerateObject().ToDictionary(step => step.Name, step => Color(step.Value), StringComparer.Ordinal);

    private static HexColor Color(JsonElement hex) =>
        HexColor.Find(hex.GetString()) ?? throw new InvalidOperationException($"The generator gave {hex}.");

    private static string Read(string file)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"client/{file}")
            ?? throw new InvalidOperationException($"{file} is missing from the executable: build again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}

namespace Endre.Web.Components.Charts.Files;

/// <summary>A drawing as it stands in a file of its own, with its colors in it: dark on white, from back to front.</summary>
/// <param name="Width">From 0 to the right; the file has a margin besides.</param>
/// <param name="Height">From 0 down.</param>
/// <param name="Shapes">What it consists of.</param>
internal sealed record FileDrawing(int Width, int Height, IReadOnlyList<Shape> Shapes)
{
    public const int Margin = 16;
}

internal abstract record Shape;

/// <summary>A rectangle with round corners.</summary>
internal sealed record Plate(int X, int Y, int Width, int Height, string Fill, string? Edge, double Thickness = 1.5)
    : Shape
{
    public int Corner { get; init; } = 8;

    public bool IsDashed { get; init; }
}

/// <summary>A line or curve, as the path of an SVG.</summary>
internal sealed record Stroke(string Path, string Color, double Thickness) : Shape;

/// <summary>A ring around a point.</summary>
internal sealed record Ring(int X, int Y, int Radius, string Fill, string Edge) : Shape;

/// <summary>Words on one line.</summary>
/// <param name="Text">What stands there.</param>
/// <param name="X">Where it begins, has its middle or ends.</param>
/// <param name="Y">The line it stands on.</param>
/// <param name="Color">As an SVG has it.</param>
internal sealed record Words(string Text, int X, int Y, string Color) : Shape
{
    public int Size { get; init; } = 14;

    public bool IsStrong { get; init; }

    public Anchor Anchor { get; init; }
}

internal enum Anchor
{
    Start,
    Middle,
    End,
}

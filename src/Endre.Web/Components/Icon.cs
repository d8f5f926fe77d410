using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Endre.Web.Components;

/// <summary>
/// An icon, drawn in the color of the text: <c>&lt;Icon Name="Plus" /&gt;</c>. Decoration beside words as it stands;
/// with a <see cref="Title"/> it speaks for itself.
/// </summary>
public sealed class Icon : ComponentBase
{
    private static readonly ConcurrentDictionary<string, string> Drawings = new(StringComparer.Ordinal);

    /// <summary>The name of a file in <c>Components/Icons</c>.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What it means, where no words stand beside it.</summary>
    [Parameter]
    public string? Title { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "class", "endre-icon");
        builder.AddAttribute(2, "viewBox", "0 0 24 24");
        builder.AddAttribute(3, "fill", "none");
        builder.AddAttribute(4, "focusable", "false");
        if (Title is null)
        {
            builder.AddAttribute(5, "aria-hidden", "true");
        }
        else
        {
            builder.AddAttribute(6, "role", "img");
            builder.AddAttribute(7, "aria-label", Title);
        }
        builder.AddMarkupContent(8, Drawings.GetOrAdd(Name, Read));
        builder.CloseElement();
    }

    private static string Read(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"icons/{name}.svg")
            ?? throw new ArgumentException($"There is no icon '{name}' in Components/Icons.", nameof(name));
        using var reader = new StreamReader(stream);
        var file = reader.ReadToEnd();
        var start = file.IndexOf('>', StringComparison.Ordinal) + 1;
        return file[start..file.LastIndexOf("</svg>", StringComparison.Ordinal)].Trim();
    }
}

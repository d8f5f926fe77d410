using Endre.Domain.Organizations;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Organization.ChangeLook;

/// <summary>The page of the organization's look: what is shown, and what was typed.</summary>
public sealed record LookView
{
    public required string Name { get; init; }

    public required string Language { get; init; }

    public required bool LanguageGoesBeforeBrowser { get; init; }

    public bool CallsCyclesPdsa { get; init; }

    public required TypedColors Typed { get; init; }

    /// <summary>The colors that the page shows, each with its steps.</summary>
    public required IReadOnlyList<NamedTheme> Themes { get; init; }

    /// <summary>The colors that are tried out and not saved, or null.</summary>
    public LookColors? Trial { get; init; }

    public bool HasLogo { get; init; }

    /// <summary>Whether programs that know no SVG show no logo.</summary>
    public bool LogoLacksPicture { get; init; }

    /// <summary>When and by whom it was changed last; the name is null when nobody knows any more.</summary>
    public (DateTimeOffset At, string? Who)? Changed { get; init; }

    /// <summary>The key of what was just done, or null.</summary>
    public string? Done { get; init; }

    public FormFaults Faults { get; init; } = FormFaults.None;
}

/// <summary>Three colors as somebody typed them.</summary>
public sealed record TypedColors(string? Main, string? Support, string? SecondSupport);

/// <summary>A color with its steps.</summary>
/// <param name="Name"><c>Main</c>, <c>Support</c> or <c>SecondSupport</c>: the key of its name.</param>
/// <param name="Theme">Its steps.</param>
public sealed record NamedTheme(string Name, ColorTheme Theme);

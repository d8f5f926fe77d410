using Endre.Domain.Shared;

namespace Endre.Domain.Organizations;

/// <summary>How an organization shows itself: its name, its language, its colors and its logo.</summary>
public sealed record OrganizationLook
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The languages there are: bokmål, nynorsk and English.</summary>
    public static readonly IReadOnlyList<string> Languages = ["nb", "nn", "en"];

    /// <summary>The look before anybody has changed it.</summary>
    public static readonly OrganizationLook Plain = new();

    /// <summary>What the organization is called, or null while nobody has said.</summary>
    public string? Name { get; init; }

    /// <summary>The language of whoever has chosen none, and whose browser asks for none that we speak.</summary>
    public string Language { get; init; } = "nb";

    /// <summary>
    /// Whether <see cref="Language"/> also goes before the form of Norwegian that a browser asks for. Most browsers in
    /// Norway ask for bokmål without anybody having chosen it.
    /// </summary>
    public bool LanguageGoesBeforeBrowser { get; init; }

    /// <summary>
    /// Whether the steps of a cycle are called by PDSA's words, as the health service does, and not by the regulation's verbs
    /// planlegge, gjennomføre, evaluere, korrigere.
    /// </summary>
    public bool CallsCyclesPdsa { get; init; }

    /// <summary>The colors.</summary>
    public LookColors Colors { get; init; } = LookColors.Own;

    /// <summary>The id of the logo, or null when there is none.</summary>
    public string? LogoId { get; init; }

    /// <summary>Gives the organization its name and language.</summary>
    /// <param name="name">As it was typed; empty takes the name away.</param>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <param name="goesBeforeBrowser">See <see cref="LanguageGoesBeforeBrowser"/>.</param>
    /// <param name="described">The look with them, or as it was when refused.</param>
    /// <returns>
    /// Null when it is fine; otherwise <c>LanguageUnknown</c>, or what <see cref="FreeText"/> says of the name. Fields:
    /// <c>name</c>, <c>language</c>.
    /// </returns>
    public Refusal? Describe(string? name, string? language, bool goesBeforeBrowser, out OrganizationLook described)
    {
        described = this;
        if (FreeText.Accept(name, LongestName, "name", out var clean) is { } refusal)
        {
            return refusal;
        }
        if (language is null || !Languages.Contains(language, StringComparer.Ordinal))
        {
            return new Refusal("LanguageUnknown", "language");
        }
        described = this with
        {
            Name = clean.Length == 0 ? null : string.Join(' ', clean.Split((char[]?)null, Tidily)),
            Language = language,
            LanguageGoesBeforeBrowser = goesBeforeBrowser && language != "en",
        };
        return null;
    }

    private const StringSplitOptions Tidily = StringSplitOptions.RemoveEmptyEntries;
}

using Endre.Domain.Organizations;

namespace Endre.Storage.Organizations;

/// <summary>The organization's look: one row, or none while it is Endre's own.</summary>
public sealed class LookRow
{
    /// <summary>The id of the one row.</summary>
    public const int TheOnly = 1;

    /// <summary>Always <see cref="TheOnly"/>.</summary>
    public int Id { get; init; } = TheOnly;

    /// <summary>One more each time it is changed.</summary>
    public int Version { get; set; } = 1;

    /// <summary>What the organization is called, or null.</summary>
    public string? Name { get; set; }

    /// <summary>See <see cref="OrganizationLook.Language"/>.</summary>
    public required string Language { get; set; }

    /// <summary>See <see cref="OrganizationLook.LanguageGoesBeforeBrowser"/>.</summary>
    public bool LanguageGoesBeforeBrowser { get; set; }

    /// <summary>See <see cref="OrganizationLook.CallsCyclesPdsa"/>.</summary>
    public bool CallsCyclesPdsa { get; set; }

    /// <summary>The main color as <c>#rrggbb</c>, or null for Endre's own.</summary>
    public string? MainColor { get; set; }

    /// <summary>The first support color, or null for Endre's own.</summary>
    public string? SupportColor { get; set; }

    /// <summary>The second support color, or null for Endre's own.</summary>
    public string? SecondSupportColor { get; set; }

    /// <summary>The style sheet that the colors gave, so that a start need not make it again; null without colors.</summary>
    public string? Sheet { get; set; }

    /// <summary>What made the sheet: another maker makes it again.</summary>
    public string? SheetMaker { get; set; }

    /// <summary>The logo, or null.</summary>
    public string? LogoId { get; set; }

    /// <summary>The look of the row.</summary>
    public OrganizationLook ToLook() =>
        new()
        {
            Name = Name,
            Language = Language,
            LanguageGoesBeforeBrowser = LanguageGoesBeforeBrowser,
            CallsCyclesPdsa = CallsCyclesPdsa,
            Colors = new LookColors(
                HexColor.Find(MainColor),
                HexColor.Find(SupportColor),
                HexColor.Find(SecondSupportColor)
            ),
            LogoId = LogoId,
        };

    /// <summary>Takes over the look, all but the sheet.</summary>
    /// <param name="look">The look as it is now.</param>
    public void Take(OrganizationLook look)
    {
        ArgumentNullException.ThrowIfNull(look);
        Name = look.Name;
        Language = look.Language;
        LanguageGoesBeforeBrowser = look.LanguageGoesBeforeBrowser;
        CallsCyclesPdsa = look.CallsCyclesPdsa;
        MainColor = look.Colors.Main?.ToString();
        SupportColor = look.Colors.Support?.ToString();
        SecondSupportColor = look.Colors.SecondSupport?.ToString();
        LogoId = look.LogoId;
        Version++;
    }
}

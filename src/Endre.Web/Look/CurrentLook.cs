using System.Text;
using Endre.Documents.TextDocuments;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Hosting;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Look;

/// <summary>
/// The organization's look as it is now, in memory: every page needs it, also the page that says that the database is
/// away.
/// </summary>
internal sealed class CurrentLook(IDbContextFactory<EndreContext> contexts, ThemeGenerator generator, Settings settings)
{
    private volatile Known known = Known.Nothing;

    public OrganizationLook Look => known.Look;

    /// <summary>What the organization is called: as its administrators say, or else the settings.</summary>
    public string? Name => known.Look.Name ?? settings.Organization;

    public Language Language => Language.Find(known.Look.Language) ?? Language.Bokmål;

    /// <summary>The address of the style sheet with its colors, or null when they are Endre's own.</summary>
    public string? SheetAddress => known.SheetAddress;

    public Logo? Logo => known.Logo;

    /// <summary>The sheet with this hash, when it is the one of now.</summary>
    public byte[]? Sheet(string hash) => known.SheetHash == hash ? known.Sheet : null;

    /// <summary>The logo for the top of a document, with the organization's name for those who do not see it.</summary>
    public Image? LogoForDocuments()
    {
        if (known.Logo is not { } logo)
        {
            return null;
        }
        const double widest = 60;
        const double highest = 18;
        var scale = Math.Min(widest / logo.Width, highest / logo.Height);
        var (width, height) = (Math.Max(logo.Width * scale, 1), Math.Max(logo.Height * scale, 1));
        var name = Name ?? "Logo";
        return logo.MediaType switch
        {
            "image/png" => Image.Png(logo.Content, name, width),
            "image/jpeg" => Image.Jpeg(logo.Content, name, width, height),
            _ => Image.Svg(logo.Content, name, width, logo.Picture),
        };
    }

    /// <summary>Reads it anew: whoever changes it calls this when the change is stored.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var row = await context.Looks.AsNoTracking().SingleOrDefaultAsync(ct);
        if (row is null)
        {
            known = Known.Nothing;
            return;
        }
        var before = known;
        var logo =
            row.LogoId is null ? null
            : before.Logo is { } same && same.Id == row.LogoId && !LacksPicture(same) ? same
            : await context.Logos.AsNoTracking().SingleOrDefaultAsync(one => one.Id == row.LogoId, ct);
        var look = row.ToLook();
        // A sheet that an older Endre made is made again, in memory: it costs a second once per start until it is saved.
        var sheet = row.SheetMaker == ThemeSheet.Maker ? row.Sheet : ThemeSheet.Of(look.Colors, generator);
        known = new Known(look, logo, sheet);
    }

    /// <summary>Whether programs that know no SVG show no logo; the same file again may bring the picture.</summary>
    public static bool LacksPicture(Logo? logo) => logo is { MediaType: "image/svg+xml", Picture: null };

    private sealed class Known(OrganizationLook look, Logo? logo, string? sheet)
    {
        public static readonly Known Nothing = new(OrganizationLook.Plain, logo: null, sheet: null);

        public OrganizationLook Look => look;

        public Logo? Logo => logo;

        public byte[]? Sheet { get; } = sheet is null ? null : Encoding.UTF8.GetBytes(sheet);

        public string? SheetHash { get; } = sheet is null ? null : ThemeSheet.HashOf(sheet);

        public string? SheetAddress => SheetHash is null ? null : LookLinks.Sheet(SheetHash);
    }
}

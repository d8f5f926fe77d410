using System.Text.Json.Serialization;
using Endre.Web.Client;
using Endre.Web.Features.Hassles;
using Endre.Web.Look;
using Endre.Web.Texts;

namespace Endre.Web.Features.Home;

/// <summary><c>/app.webmanifest</c>: the name, colors and icons under which a phone installs the site.</summary>
internal static class ShowManifest
{
    /// <summary>Endre's own color, where the organization has none.</summary>
    internal const string OwnColor = "#17594c";

    public static IResult Handle(string? sprak, HttpContext context, CurrentLook look)
    {
        var language = Language.Find(sprak) ?? Language.Current;
        language.Use();
        var texts = context.RequestServices.GetRequiredService<Texts<HomeTexts>>();
        return Results.Json(
            new Manifest(
                "/si-fra",
                look.Name is { } name ? $"Endre – {name}" : "Endre",
                "Endre",
                texts["ManifestDescription"],
                language.Code,
                HassleLinks.Say,
                "/",
                "standalone",
                ColorOf(look),
                "#ffffff",
                [
                    new Picture(ClientAssets.Url("icon-192.png"), "192x192", "image/png", "any"),
                    new Picture(ClientAssets.Url("icon-512.png"), "512x512", "image/png", "any"),
                    new Picture(ClientAssets.Url("icon-maskable.png"), "512x512", "image/png", "maskable"),
                ]
            ),
            contentType: "application/manifest+json"
        );
    }

    /// <summary>The organization's main color, for the bar around the app.</summary>
    internal static string ColorOf(CurrentLook look) => look.Look.Colors.Main?.ToString() ?? OwnColor;

    /// <summary>The manifest, as browsers know its members.</summary>
    internal sealed record Manifest(
        string Id,
        string Name,
        [property: JsonPropertyName("short_name")] string ShortName,
        string Description,
        string Lang,
        [property: JsonPropertyName("start_url")] string StartUrl,
        string Scope,
        string Display,
        [property: JsonPropertyName("theme_color")] string ThemeColor,
        [property: JsonPropertyName("background_color")] string BackgroundColor,
        IReadOnlyList<Picture> Icons
    );

    /// <summary>An icon.</summary>
    internal sealed record Picture(string Src, string Sizes, string Type, string Purpose);
}

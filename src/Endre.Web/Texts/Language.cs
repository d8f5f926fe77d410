using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Endre.Web.Texts;

/// <summary>A language that Endre speaks.</summary>
internal sealed record Language
{
    public const string CookieName = "endre-sprak";

    public static readonly Language Bokmål = new("nb", "nb-NO", "Bokmål");
    public static readonly Language Nynorsk = new("nn", "nn-NO", "Nynorsk");
    public static readonly Language English = new("en", "en-GB", "English");

    public static readonly IReadOnlyList<Language> All = [Bokmål, Nynorsk, English];

    private Language(string code, string formats, string name)
    {
        Code = code;
        Name = name;
        Texts = CultureInfo.GetCultureInfo(code);
        Formats = CultureInfo.GetCultureInfo(formats);
    }

    /// <summary><c>nb</c>, <c>nn</c> or <c>en</c>: in the page's <c>lang</c>, the cookie and the database.</summary>
    public string Code { get; }

    /// <summary>What the language calls itself.</summary>
    public string Name { get; }

    public CultureInfo Texts { get; }

    public CultureInfo Formats { get; }

    public static Language Current =>
        All.FirstOrDefault(language => language.Code == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
        ?? Bokmål;

    public static Language? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>The device's choice before the person's, the person's before the browser's.</summary>
    public static Language Choose(string? cookie, string? person, string? acceptLanguage) =>
        Find(cookie) ?? Find(person) ?? FromBrowser(acceptLanguage) ?? Bokmål;

    /// <summary>Texts and formats of this flow of work are from here on in this language.</summary>
    public void Use()
    {
        CultureInfo.CurrentUICulture = Texts;
        CultureInfo.CurrentCulture = Formats;
    }

    private static Language? FromBrowser(string? acceptLanguage)
    {
        if (!StringWithQualityHeaderValue.TryParseList([acceptLanguage ?? ""], out var accepted))
            return null;
        return accepted
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Understand(language.Value.ToString()))
            .FirstOrDefault(language => language is not null);
    }

    // A browser set to plain "no" means bokmål in practice; Danish and Swedish readers read bokmål better than English.
    private static Language? Understand(string tag) =>
        tag.Split('-')[0].ToLowerInvariant() switch
        {
            "nb" or "no" or "da" or "sv" => Bokmål,
            "nn" => Nynorsk,
            "en" => English,
            _ => null,
        };
}

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
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch
        {
            "nn" => Nynorsk,
            "en" => English,
            _ => Bokmål,
        };

    public static Language? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>
    /// The person's choice, which holds on every device, before the device's, which may be a ward's; that before the
    /// browser's, and the organization's for everybody else.
    /// </summary>
    /// <param name="person">What the signed-in person has chosen.</param>
    /// <param name="cookie">What was chosen on this device.</param>
    /// <param name="acceptLanguage">What the browser asks for.</param>
    /// <param name="standard">The organization's language.</param>
    /// <param name="isFormForAll">The organization's form of Norwegian goes before the one that the browser asks for.</param>
    public static Language Choose(
        string? person,
        string? cookie,
        string? acceptLanguage,
        Language standard,
        bool isFormForAll
    ) => Find(person) ?? Find(cookie) ?? FromBrowser(acceptLanguage, standard, isFormForAll) ?? standard;

    /// <summary>Texts and formats of this flow of work are from here on in this language.</summary>
    public void Use()
    {
        CultureInfo.CurrentUICulture = Texts;
        CultureInfo.CurrentCulture = Formats;
    }

    private static Language? FromBrowser(string? acceptLanguage, Language standard, bool isFormForAll)
    {
        if (!StringWithQualityHeaderValue.TryParseList([acceptLanguage ?? ""], out var accepted))
            return null;
        return accepted
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Understand(language.Value.ToString(), standard, isFormForAll))
            .FirstOrDefault(language => language is not null);
    }

    // A browser set to plain "no" means the organization's form, which is bokmål where nobody has said; Danish and
    // Swedish readers read Norwegian better than English.
    private static Language? Understand(string tag, Language standard, bool isFormForAll)
    {
        var norwegian = standard == English ? Bokmål : standard;
        return tag.Split('-')[0].ToLowerInvariant() switch
        {
            "no" or "da" or "sv" => norwegian,
            "nb" => isFormForAll ? norwegian : Bokmål,
            "nn" => isFormForAll ? norwegian : Nynorsk,
            "en" => English,
            _ => null,
        };
    }
}

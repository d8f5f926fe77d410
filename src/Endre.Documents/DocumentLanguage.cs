namespace Endre.Documents;

/// <summary>The language a document is written in: it decides spelling, screen reader voice and the words the writer adds itself.</summary>
public enum DocumentLanguage
{
    /// <summary>Norwegian bokmål, <c>nb-NO</c>.</summary>
    Bokmal,

    /// <summary>Norwegian nynorsk, <c>nn-NO</c>.</summary>
    Nynorsk,

    /// <summary>British English, <c>en-GB</c>.</summary>
    English,
}

/// <summary>What follows from the language alone.</summary>
internal static class DocumentLanguageWords
{
    public static string Tag(this DocumentLanguage language) =>
        language switch
        {
            DocumentLanguage.Bokmal => "nb-NO",
            DocumentLanguage.Nynorsk => "nn-NO",
            DocumentLanguage.English => "en-GB",
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Unknown language."),
        };

    public static string TableLabel(this DocumentLanguage language) =>
        language == DocumentLanguage.English ? "Table" : "Tabell";

    public static string FigureLabel(this DocumentLanguage language) =>
        language == DocumentLanguage.English ? "Figure" : "Figur";

    public static string ColumnLabel(this DocumentLanguage language) =>
        language == DocumentLanguage.English ? "Column" : "Kolonne";

    public static (string Before, string Between) PageWords(this DocumentLanguage language) =>
        language == DocumentLanguage.English ? ("Page ", " of ") : ("Side ", " av ");

    public static (string Decimal, string List) Separators(this DocumentLanguage language) =>
        language == DocumentLanguage.English ? (".", ",") : (",", ";");
}

using CsCheck;

namespace Endre.Documents.Tests.Support;

/// <summary>Text as it comes from people, phones and those who wish us ill.</summary>
public static class AnyText
{
    /// <summary>Pieces that have broken somebody's files before.</summary>
    public static readonly string[] Hostile =
    [
        "",
        " ",
        "Čáhppe",
        "æøå ÆØÅ ß",
        "\u0000\u0001\u0008\u001f",
        "\ud800",
        "\udc00 og \ud83d",
        "\ufffe\uffff",
        "👩🏽‍🚒🇳🇴",
        "\u202eמהפך\u202c \u200f\u200e",
        "\u200b\u00ad\ufeff",
        "a\r\nb\rc\nd\u2028e\u2029f\u0085g\vh\fi",
        "\t\tto innrykk",
        "<script>alert('x')</script> & ]]> <!-- -->",
        "_x000D_ og _x0041_",
        "=HYPERLINK(\"http://ond.example\";\"trykk\")",
        "+1",
        "-1",
        "@SUM(A1)",
        "'=1",
        "''=1",
        "|cmd",
        "\t=1",
        "\r=1",
        "＝1",
        "{ INCLUDETEXT \"C:\\\\hemmelig\" } %1 $1 \\* MERGEFORMAT",
        "\"a\";\"b\",c",
        "e\u0301\u0301\u0301\u0301\u0301",
        "'",
    ];

    private static readonly Gen<string> Piece = CsCheck.Gen.OneOf(Hostile);

    public static readonly Gen<string> Gen = CsCheck.Gen.OneOf(
        Piece,
        CsCheck.Gen.String[CsCheck.Gen.Char, 0, 40],
        CsCheck.Gen.Select(Piece, Piece, (a, b) => a + b)
    );

    public static readonly Gen<string> NotBlank = Gen.Select(text => "x" + text);
}

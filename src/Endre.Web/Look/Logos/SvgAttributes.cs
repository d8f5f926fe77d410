using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Endre.Web.Look.Logos;

/// <summary>The attributes that shapes are drawn by, with values that can do nothing but draw.</summary>
internal static partial class SvgAttributes
{
    private static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    private static readonly HashSet<string> Look =
    [
        .. "fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit".Split(
            ' '
        ),
        .. "stroke-dasharray stroke-dashoffset stroke-opacity opacity color clip-path clip-rule mask".Split(' '),
        .. "stop-color stop-opacity display visibility".Split(' '),
    ];

    private static readonly HashSet<string> Shape =
    [
        .. "d x y width height cx cy r rx ry x1 y1 x2 y2 fx fy fr points transform viewBox".Split(' '),
        .. "preserveAspectRatio gradientUnits gradientTransform spreadMethod offset".Split(' '),
        .. "clipPathUnits maskUnits maskContentUnits".Split(' '),
    ];

    /// <summary>What an element keeps: its own attributes, then what style sheets say, then its own style.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(XElement element, SvgStyles rules)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            Keep(kept, attribute, element.Name.LocalName);
        }
        foreach (var (name, value) in rules.For(element))
        {
            if (Look.Contains(name) && IsLook(value))
            {
                kept[name] = value;
            }
        }
        return kept;
    }

    private static void Keep(Dictionary<string, string> kept, XAttribute attribute, string element)
    {
        var (name, value) = (attribute.Name.LocalName, attribute.Value.Trim());
        if (attribute.Name.Namespace == Link)
        {
            if (name == "href" && Reference().IsMatch(value))
            {
                kept.TryAdd("href", value);
            }
        }
        else if (attribute.Name.Namespace != XNamespace.None)
        {
            return;
        }
        else if (
            (name == "href" && Reference().IsMatch(value) && element != "svg")
            || (name == "id" && Id().IsMatch(value))
            || (Shape.Contains(name) && Plain().IsMatch(value))
            || (Look.Contains(name) && IsLook(value))
        )
        {
            kept[name] = value;
        }
    }

    private static bool IsLook(string value) =>
        value.Length <= 200 && (Value().IsMatch(value) || Place().IsMatch(value));

    [GeneratedRegex(@"^#[A-Za-z_][\w.-]{0,200}\z", RegexOptions.None, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[A-Za-z_][\w.-]{0,200}\z", RegexOptions.None, 1000)]
    private static partial Regex Id();

    // Numbers, letters of paths and units, and what transforms are written with. No colon, no quote, no backslash.
    [GeneratedRegex(@"^[0-9A-Za-z+\-.,%()\s]*\z", RegexOptions.None, 1000)]
    private static partial Regex Plain();

    // A color, a number, a word, a list of numbers.
    [GeneratedRegex(
        @"^(#[0-9A-Fa-f]{3,8}|(rgb|hsl)a?\([0-9.,%\s/a-z]+\)|[A-Za-z-]{1,40}|[0-9+\-.,%\sa-z]{1,200})\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Value();

    // Something in the same drawing, and what to paint where it is not there.
    [GeneratedRegex(
        @"^url\(\s*['""]?#[A-Za-z_][\w.-]{0,100}['""]?\s*\)(\s+(none|#[0-9A-Fa-f]{3,8}|[a-z]{1,30}))?\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Place();
}

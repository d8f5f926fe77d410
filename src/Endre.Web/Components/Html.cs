using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Endre.Web.Components;

/// <summary>
/// Markup written as one string, for what a page repeats many times or is the same on every page: the renderer keeps an
/// account of each element and attribute, which for a list of fifty rows costs more than everything else. Every hole is
/// encoded, so attributes must stand in quotes.
/// </summary>
internal static class Html
{
    /// <summary>What pages are encoded with: letters stay letters in every language.</summary>
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary><c>Html.Of($"""&lt;a href="{address}"&gt;{title}&lt;/a&gt;""")</c></summary>
    public static MarkupString Of(ref Writing markup) => markup.ToMarkup();

    /// <summary>Encodes what is put into the holes; other markup is let through as it is.</summary>
    [InterpolatedStringHandler]
    public ref struct Writing(int literalLength, int formattedCount)
    {
        private DefaultInterpolatedStringHandler text = new(literalLength, formattedCount);

        public void AppendLiteral(string markup) => text.AppendLiteral(markup);

        public void AppendFormatted(string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.AppendLiteral(Encoder.Encode(value));
            }
        }

        public void AppendFormatted(MarkupString markup) => text.AppendLiteral(markup.Value ?? "");

        internal MarkupString ToMarkup() => new(text.ToStringAndClear());
    }
}

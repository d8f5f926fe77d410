using Endre.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Endre.Web.Messages.Writing;

/// <summary>
/// A letter as HTML for mail programs: one column, real headings and lists, nothing that is fetched from anywhere, nothing
/// that tells anybody that it was opened. Colors have contrast in light and dark.
/// </summary>
internal static class LetterHtml
{
    // Mail programs that know no dark mode show the first; those that turn colors round keep these readable.
    private const string Style = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        body { margin: 0; padding: 24px 16px; background: #ffffff; color: #1b1f24; font: 16px/1.55 Inter, Arial, Helvetica, sans-serif; }
        main, footer { max-width: 36em; margin: 0 auto; }
        h1 { font-size: 24px; line-height: 1.3; margin: 0 0 16px; }
        h2 { font-size: 19px; line-height: 1.35; margin: 28px 0 8px; }
        p, ul, blockquote { margin: 0 0 16px; }
        ul { padding-left: 24px; }
        li { margin: 0 0 8px; }
        blockquote { padding-left: 14px; border-left: 4px solid #7b8794; white-space: pre-line; }
        a { color: #0a4f9e; text-decoration: underline; }
        .button a { display: inline-block; padding: 12px 20px; border-radius: 6px; background: #0a4f9e; color: #ffffff; font-weight: bold; text-decoration: none; }
        footer { margin-top: 32px; padding-top: 16px; border-top: 1px solid #7b8794; color: #4a5361; }
        @media (prefers-color-scheme: dark) {
          body { background: #16191d; color: #f0f2f4; }
          a { color: #9cc8ff; }
          .button a { background: #9cc8ff; color: #10243b; }
          footer { color: #c2c9d1; }
        }
        """;

    // Short lines, which mail servers pass on as they are.
    private static readonly MarkupString Break = new("\n");

    public static string Of(Letter letter, LetterFrame frame)
    {
        var parts = Join(letter.Parts.Select(part => Of(part, frame)));
        var links = Join(
            frame.Links.Select(link => Html.Of($"""<p><a href="{link.Address}">{link.Label}</a></p>{Break}"""))
        );
        return Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="{frame.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{letter.Subject}</title>
            <style>
            {(MarkupString)Style}
            </style>
            </head>
            <body>
            <main>
            <h1>{letter.Subject}</h1>
            {parts}</main>
            <footer>
            <p>{frame.Why}</p>
            {links}</footer>
            </body>
            </html>

            """
        ).Value;
    }

    private static MarkupString Of(LetterPart part, LetterFrame frame) =>
        part.Kind switch
        {
            LetterPartKind.Heading => Html.Of($"<h2>{part.Text}</h2>{Break}"),
            LetterPartKind.Quote => Html.Of($"<blockquote>{part.Text}</blockquote>{Break}"),
            LetterPartKind.List => Html.Of(
                $"<ul>{Join((part.Items ?? []).Select(item => Of(item, frame)))}</ul>{Break}"
            ),
            LetterPartKind.Button => Html.Of(
                $"""<p class="button"><a href="{frame.Whole(part.To ?? "/")}">{part.Text}</a></p>{Break}"""
            ),
            _ => Html.Of($"<p>{Broken(part.Text)}</p>{Break}"),
        };

    private static MarkupString Of(LetterItem item, LetterFrame frame) =>
        item.To is { } to
            ? Html.Of($"""<li><a href="{frame.Whole(to)}">{item.Text}</a></li>""")
            : Html.Of($"<li>{item.Text}</li>");

    private static MarkupString Broken(string text) =>
        (MarkupString)
            string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(line => Html.Of($"{line}").Value));

    private static MarkupString Join(IEnumerable<MarkupString> parts) =>
        (MarkupString)string.Concat(parts.Select(part => part.Value));
}

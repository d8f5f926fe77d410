using Endre.Norwegian.Searching;
using Endre.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Endre.Web.Features.Search.SearchEverything;

/// <summary>Texts with what was looked for marked in them.</summary>
internal static class Marked
{
    /// <summary>The text as markup.</summary>
    public static MarkupString Of(string text, TextQuery query)
    {
        var markup = new MarkupString("");
        var at = 0;
        foreach (var mark in query.MarksIn(text))
        {
            var (before, word) = (text[at..mark.Start], text.Substring(mark.Start, mark.Length));
            markup = Html.Of($"{markup}{before}<mark>{word}</mark>");
            at = mark.Start + mark.Length;
        }
        return Html.Of($"{markup}{text[at..]}");
    }

    /// <summary>The part of a long text in which the first marked word stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="query">What was looked for.</param>
    /// <param name="length">The most characters.</param>
    public static string Cut(string text, TextQuery query, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }
        var first = query.MarksIn(text) is [var mark, ..] ? mark.Start : 0;
        var from = first < length - 40 ? 0 : AfterSpace(text, first - (length / 3));
        var to = from + length >= text.Length ? text.Length : BeforeSpace(text, from + length, from);
        return $"{(from > 0 ? "… " : "")}{text[from..to].Trim()}{(to < text.Length ? " …" : "")}";
    }

    private static int AfterSpace(string text, int at) =>
        text.IndexOf(' ', at) is >= 0 and var space && space - at < 40 ? space + 1 : at;

    private static int BeforeSpace(string text, int at, int least) =>
        text.LastIndexOf(' ', at) is var space && space > least ? space : at;
}

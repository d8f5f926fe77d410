namespace Endre.Domain.Meetings.Minutes;

/// <summary>Takes a name out of a text, where it stands as words of its own.</summary>
internal static class WholeName
{
    /// <summary>What stands where the name was.</summary>
    public const string Gone = "–";

    public static string Without(string text, string name)
    {
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; )
        {
            var end = at + name.Length;
            var isWhole =
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            text = isWhole ? string.Concat(text.AsSpan(0, at), Gone, text.AsSpan(end)) : text;
            at += isWhole ? Gone.Length : name.Length;
        }
        return text;
    }

    public static string? WithoutOrNull(string? text, string name) =>
        text is null ? null
        : Without(text, name) is var left && left == Gone ? null
        : left;
}

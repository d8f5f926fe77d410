namespace Endre.Web.Components.Charts;

/// <summary>Text in a drawing, which does not break lines by itself.</summary>
internal static class ChartText
{
    /// <summary>The text in lines of at most so many characters; what does not fit in the last one ends in «…».</summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">The most characters in a line, at least 2.</param>
    /// <param name="most">The most lines, at least 1.</param>
    public static IReadOnlyList<string> Wrap(string text, int width, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            while (rest.Length > 0)
            {
                var room = line.Length == 0 ? width : width - line.Length - 1;
                if (rest.Length <= room)
                {
                    line = line.Length == 0 ? rest : $"{line} {rest}";
                    rest = "";
                }
                else if (line.Length > 0)
                {
                    lines.Add(line);
                    line = "";
                }
                else
                {
                    // A word that is wider than a line is split; never in the middle of a character of two halves.
                    var cut = char.IsHighSurrogate(rest[width - 1]) ? width - 1 : width;
                    lines.Add(rest[..cut]);
                    rest = rest[cut..];
                }
            }
        }
        if (line.Length > 0)
        {
            lines.Add(line);
        }
        if (lines.Count <= most)
        {
            return lines;
        }
        var last = lines[most - 1];
        var end = Math.Min(last.Length, width - 1);
        end = end > 0 && char.IsHighSurrogate(last[end - 1]) ? end - 1 : end;
        return [.. lines.Take(most - 1), last[..end].TrimEnd() + "…"];
    }
}

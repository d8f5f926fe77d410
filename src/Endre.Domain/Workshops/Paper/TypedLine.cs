using System.Text;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Notes;

namespace Endre.Domain.Workshops.Paper;

/// <summary>One line that somebody typed in from paper: one note.</summary>
/// <param name="Number">Its number among all lines of the field, from 1, as the one who typed counts them.</param>
/// <param name="Text">As it was typed.</param>
/// <param name="NoteId">
/// The id of its note. The same line of the same form gives the same id, so a form that is sent twice writes it once,
/// also when another line has been mended meanwhile; two people who wrote the same words are two notes.
/// </param>
public sealed record TypedLine(int Number, string Text, Guid NoteId)
{
    /// <summary>The most lines that one form takes.</summary>
    public const int MostLines = 300;

    /// <summary>What is wrong with it as a note, or null.</summary>
    public Refusal? Fault => FreeText.Require(Text, NoteRules.LongestNote, "lines", out _);

    /// <summary>The lines that say something.</summary>
    /// <param name="formId">The id that the form was given when it was shown (UUIDv7).</param>
    /// <param name="typed">All that stands in the field.</param>
    public static IReadOnlyList<TypedLine> Read(Guid formId, string? typed)
    {
        var lines = new List<TypedLine>();
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var text in (typed ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var tidy = FreeText.Tidy(text);
            if (tidy.Length == 0)
            {
                continue;
            }
            var time = times[tidy] = times.GetValueOrDefault(tidy) + 1;
            lines.Add(new TypedLine(number, text, DerivedId.Of(formId, Encoding.UTF8.GetBytes($"{time}/{tidy}"))));
        }
        return lines;
    }
}

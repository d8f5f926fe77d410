using System.Globalization;
using System.Text;
using Endre.Domain.Shared;

namespace Endre.Domain.Workshops.Paper;

/// <summary>
/// What stands on a sheet of paper so that whoever types it in knows where it belongs: <c>2-1A</c> is group 2,
/// question 1, half a. Only digits, A and B: nothing that can be mistaken for another in print.
/// </summary>
/// <param name="Group">The group's number.</param>
/// <param name="Question">The question's number (<see cref="Workshop.QuestionNumbers"/>).</param>
/// <param name="Half"><c>a</c>, <c>b</c>, or null for the whole question.</param>
public sealed record SheetCode(int Group, int Question, string? Half)
{
    private const int LongestTyped = 40;
    private const int JoinCodeLength = 6;
    private const int LongestNumber = 3;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Group}-{Question}{Half?.ToUpperInvariant()}");

    /// <summary>
    /// Reads what somebody typed from a sheet: any case, any spaces, hyphens and dots or none, with or without the
    /// workshop's six digits before it, the letters O, I and L for 0 and 1.
    /// </summary>
    /// <param name="typed">As it was typed.</param>
    /// <param name="code">The code, or null when refused.</param>
    /// <param name="joinCode">The workshop's six digits when they were typed too, or null.</param>
    /// <returns>Null when it is a code; otherwise <c>SheetCodeMalformed</c>.</returns>
    public static Refusal? Read(string? typed, out SheetCode? code, out string? joinCode)
    {
        code = null;
        joinCode = null;
        var parts = typed is { Length: <= LongestTyped } ? Parts(typed) : null;
        if (parts is null or [])
        {
            return Malformed;
        }
        var half = parts[^1] is "A" or "B" ? parts[^1].ToLowerInvariant() : null;
        if (half is not null)
        {
            parts.RemoveAt(parts.Count - 1);
        }
        if (parts.Exists(part => part is "A" or "B"))
        {
            return Malformed;
        }
        joinCode = TakeJoinCode(parts);
        if (parts is [{ Length: 2 } both])
        {
            parts = [both[..1], both[1..]];
        }
        if (parts is not [{ Length: <= LongestNumber } group, { Length: <= LongestNumber } question])
        {
            return Malformed;
        }
        code = new SheetCode(Number(group), Number(question), half);
        if (code.Group == 0 || code.Question == 0)
        {
            code = null;
            return Malformed;
        }
        return null;
    }

    private static Refusal Malformed => new("SheetCodeMalformed", "sheet");

    // Runs of digits, and each letter by itself; null when something stands there that no code has.
    private static List<string>? Parts(string typed)
    {
        var parts = new List<string>();
        var run = new StringBuilder();
        foreach (var typedCharacter in typed)
        {
            var character = char.ToUpperInvariant(typedCharacter) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var other => other,
            };
            if (char.IsAsciiDigit(character))
            {
                run.Append(character);
                continue;
            }
            if (run.Length > 0)
            {
                parts.Add(run.ToString());
                run.Clear();
            }
            if (character is 'A' or 'B')
            {
                parts.Add(character.ToString());
            }
            else if (char.IsLetterOrDigit(character))
            {
                return null;
            }
        }
        if (run.Length > 0)
        {
            parts.Add(run.ToString());
        }
        return parts;
    }

    // 482913 2-1, 482 913 2-1 or 48291321: six digits alone are no code, but the code of a workshop without a sheet.
    private static string? TakeJoinCode(List<string> parts)
    {
        if (parts is [{ Length: JoinCodeLength + 2 } all])
        {
            parts[0] = all[JoinCodeLength..];
            return all[..JoinCodeLength];
        }
        if (parts is [{ Length: JoinCodeLength }, _, ..])
        {
            var whole = parts[0];
            parts.RemoveAt(0);
            return whole;
        }
        if (parts is [{ Length: JoinCodeLength / 2 }, { Length: JoinCodeLength / 2 }, _, ..])
        {
            var halves = parts[0] + parts[1];
            parts.RemoveRange(0, 2);
            return halves;
        }
        return null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using Endre.Domain.Lineage;

namespace Endre.Domain.Meetings.Agendas;

/// <summary>Something that an area wants taken up.</summary>
/// <param name="Kind">What it is, and by that where on the agenda it begins.</param>
/// <param name="Subject">The record that it is about.</param>
/// <param name="Title">What it is about, at most <see cref="Matter.LongestTitle"/> characters.</param>
public sealed record AgendaEntry(MatterKind Kind, RecordReference Subject, string Title)
{
    /// <summary>A text that fits as a title.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text on one line, cut where it is too long.</returns>
    public static string TitleOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= Matter.LongestTitle)
        {
            return line;
        }
        var end = Matter.LongestTitle - 1;
        return $"{line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)].TrimEnd()}…";
    }
}

/// <summary>A matter that stands in another meeting of the same unit.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="State">Where that meeting stands.</param>
/// <param name="IsMissed">Whether that meeting was planned for a time that has passed, and never began.</param>
public sealed record EarlierMatter(Matter Matter, MeetingState State, bool IsMissed);

/// <summary>What stands last on every agenda, in the words of whoever reads it.</summary>
/// <param name="LookBack">The prompts of «Læring fra forrige måned», in their order.</param>
/// <param name="Planning">«Planlegging: som før?»</param>
public sealed record LastMatters(ImmutableArray<string> LookBack, string Planning);

/// <summary>What an agenda is made from.</summary>
/// <param name="Entries">What the areas want taken up, each area's in its own order.</param>
/// <param name="Earlier">The matters of all other meetings of the unit that may return.</param>
/// <param name="OpenActionItems">Which of the action items made of them are open.</param>
/// <param name="Last">What stands last.</param>
public sealed record AgendaGround(
    IReadOnlyList<AgendaEntry> Entries,
    IReadOnlyList<EarlierMatter> Earlier,
    IReadOnlySet<Guid> OpenActionItems,
    LastMatters Last
)
{
    /// <summary>How many new hassles wait beyond those that the agenda has room for.</summary>
    public int MoreNewHassles =>
        Math.Max(0, Entries.Count(entry => entry.Kind == MatterKind.NewHassle) - Agenda.MostNewHassles);
}

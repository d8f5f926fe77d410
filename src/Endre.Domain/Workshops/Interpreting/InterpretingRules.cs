using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Workshops.Interpreting;

/// <summary>What the facilitator makes of it. It stands apart from the notes and is marked as interpretation.</summary>
/// <param name="Themes">Categories of several groups, joined.</param>
/// <param name="Sections">The text, piece by piece.</param>
/// <param name="IsShared">Whether the participants see the text.</param>
public sealed record Interpretation(
    ImmutableList<Theme> Themes,
    ImmutableList<InterpretationSection> Sections,
    bool IsShared
)
{
    /// <summary>Nothing interpreted yet.</summary>
    public static readonly Interpretation None = new([], [], IsShared: false);

    /// <summary>The theme a category is joined into, or null.</summary>
    /// <param name="clusterId">The category.</param>
    public Theme? ThemeOf(Guid clusterId) => Themes.Find(t => t.ClusterIds.Contains(clusterId));

    internal Interpretation Without(Guid noteId) =>
        Sections.Exists(s => s.NoteIds.Contains(noteId))
            ? this with
            {
                Sections = Sections.ConvertAll(s => s with { NoteIds = s.NoteIds.Remove(noteId) }),
            }
            : this;
}

/// <summary>Categories of several groups that are about the same. The categories stay as they are, so it can be undone.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">1–120 characters.</param>
/// <param name="Kind">Barrier, success factor or both.</param>
/// <param name="ClusterIds">The categories.</param>
/// <param name="FactorIds">Drivers and barriers it is tied to.</param>
public sealed record Theme(
    Guid Id,
    string Title,
    ClusterKind Kind,
    ImmutableList<Guid> ClusterIds,
    ImmutableList<string> FactorIds
);

/// <summary>A piece of interpretation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">1–4,000 characters.</param>
/// <param name="NoteIds">The notes it rests on.</param>
public sealed record InterpretationSection(Guid Id, string Text, ImmutableList<Guid> NoteIds);

/// <summary>Joins categories into a theme, or changes the theme. Each category is in one theme at most.</summary>
/// <param name="Theme">The whole theme.</param>
public sealed record SaveTheme(Theme Theme) : WorkshopCommand;

/// <summary>Takes a theme apart; its categories are as they were.</summary>
/// <param name="ThemeId">The theme.</param>
public sealed record SplitTheme(Guid ThemeId) : WorkshopCommand;

/// <summary>Writes or rewrites a piece of interpretation.</summary>
/// <param name="SectionId">The piece; a new id makes a new piece.</param>
/// <param name="Text">1–4,000 characters.</param>
/// <param name="NoteIds">The notes it rests on, at most 50.</param>
public sealed record WriteInterpretation(Guid SectionId, string? Text, ImmutableList<Guid> NoteIds) : WorkshopCommand;

/// <summary>Takes a piece of interpretation away.</summary>
/// <param name="SectionId">The piece.</param>
public sealed record RemoveInterpretation(Guid SectionId) : WorkshopCommand;

/// <summary>Shows the interpretation to the participants.</summary>
public sealed record ShareInterpretation : WorkshopCommand;

/// <summary>A theme was made or changed.</summary>
/// <param name="Theme">The theme from now on.</param>
public sealed record ThemeSaved(Theme Theme) : WorkshopEvent;

/// <summary>A theme was taken apart.</summary>
/// <param name="ThemeId">The theme.</param>
public sealed record ThemeSplit(Guid ThemeId) : WorkshopEvent;

/// <summary>A piece of interpretation was written.</summary>
/// <param name="Section">The piece from now on.</param>
public sealed record InterpretationWritten(InterpretationSection Section) : WorkshopEvent;

/// <summary>A piece of interpretation was taken away.</summary>
/// <param name="SectionId">The piece.</param>
public sealed record InterpretationRemoved(Guid SectionId) : WorkshopEvent;

/// <summary>The participants may see the interpretation.</summary>
public sealed record InterpretationShared : WorkshopEvent;

/// <summary>How categories are joined across groups and interpreted.</summary>
public static class InterpretingRules
{
    /// <summary>The most characters of one piece of interpretation.</summary>
    public const int LongestSection = 4000;

    /// <summary>The most pieces.</summary>
    public const int MostSections = 50;

    /// <summary>The most notes one piece may quote.</summary>
    public const int MostQuotes = 50;

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, SaveTheme command)
    {
        var theme = command.Theme;
        if (FreeText.Require(theme.Title, SortingRules.LongestTitle, "title", out var title) is { } fault)
        {
            return fault;
        }
        if (theme.ClusterIds.IsEmpty)
        {
            return new Refusal("NothingSelected", "clusterIds");
        }
        if (SortingRules.CheckFactors(theme.FactorIds) is { } wrong)
        {
            return wrong;
        }
        var clusters = workshop.Boards.Values.SelectMany(b => b.Clusters).Select(c => c.Id).ToHashSet();
        if (!theme.ClusterIds.TrueForAll(clusters.Contains))
        {
            return new Refusal("ClusterUnknown", "clusterIds");
        }
        if (theme.ClusterIds.Exists(id => workshop.Interpretation.ThemeOf(id) is { } other && other.Id != theme.Id))
        {
            return new Refusal("ClusterInAnotherTheme", "clusterIds");
        }
        return new ThemeSaved(
            theme with
            {
                Title = title,
                ClusterIds = [.. theme.ClusterIds.Distinct()],
                FactorIds = [.. theme.FactorIds.Distinct(StringComparer.Ordinal)],
            }
        );
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, SplitTheme command) =>
        workshop.Interpretation.Themes.Exists(t => t.Id == command.ThemeId)
            ? new ThemeSplit(command.ThemeId)
            : new Refusal("ThemeUnknown", "themeId");

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, WriteInterpretation command)
    {
        if (FreeText.Require(command.Text, LongestSection, "text", out var text) is { } fault)
        {
            return fault;
        }
        var sections = workshop.Interpretation.Sections;
        if (sections.Count >= MostSections && !sections.Exists(s => s.Id == command.SectionId))
        {
            return new Refusal("TooManySections", Field: null, "50");
        }
        if (command.NoteIds.Count > MostQuotes)
        {
            return new Refusal("TooManyQuotes", "noteIds", "50");
        }
        return command.NoteIds.TrueForAll(id => IsQuotable(workshop, id))
            ? new InterpretationWritten(
                new InterpretationSection(command.SectionId, text, [.. command.NoteIds.Distinct()])
            )
            : new Refusal("NoteUnknown", "noteIds");
    }

    private static bool IsQuotable(Workshop workshop, Guid noteId) =>
        workshop.Notes.TryGetValue(noteId, out var note)
        && !note.IsWithdrawn
        && workshop.BoardOf(note.GroupId, note.QuestionId).IsRevealed;

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, RemoveInterpretation command) =>
        workshop.Interpretation.Sections.Exists(s => s.Id == command.SectionId)
            ? new InterpretationRemoved(command.SectionId)
            : new Refusal("SectionUnknown", "sectionId");

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, ShareInterpretation _) =>
        workshop.Interpretation.IsShared ? Decision<WorkshopEvent>.Happened() : new InterpretationShared();

    internal static Workshop Evolve(Workshop workshop, ThemeSaved saved)
    {
        var themes = workshop.Interpretation.Themes;
        return With(
            workshop,
            i =>
                i with
                {
                    Themes = themes.Exists(t => t.Id == saved.Theme.Id)
                        ? themes.ConvertAll(t => t.Id == saved.Theme.Id ? saved.Theme : t)
                        : themes.Add(saved.Theme),
                }
        );
    }

    internal static Workshop Evolve(Workshop workshop, ThemeSplit split) =>
        With(workshop, i => i with { Themes = i.Themes.RemoveAll(t => t.Id == split.ThemeId) });

    internal static Workshop Evolve(Workshop workshop, InterpretationWritten written)
    {
        var sections = workshop.Interpretation.Sections;
        return With(
            workshop,
            i =>
                i with
                {
                    Sections = sections.Exists(s => s.Id == written.Section.Id)
                        ? sections.ConvertAll(s => s.Id == written.Section.Id ? written.Section : s)
                        : sections.Add(written.Section),
                }
        );
    }

    internal static Workshop Evolve(Workshop workshop, InterpretationRemoved removed) =>
        With(workshop, i => i with { Sections = i.Sections.RemoveAll(s => s.Id == removed.SectionId) });

    internal static Workshop With(Workshop workshop, Func<Interpretation, Interpretation> change) =>
        workshop with
        {
            Interpretation = change(workshop.Interpretation),
        };
}

using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Minutes.Shared;

/// <summary>The minutes that one reader may read.</summary>
/// <param name="All">The latest first.</param>
/// <param name="Units">The units one can choose among.</param>
/// <param name="Unit">The one that was chosen, or null.</param>
/// <param name="Query">What was looked for; may be empty.</param>
public sealed record MinutesListView(
    IReadOnlyList<ListedMinutes> All,
    IReadOnlyList<Choice> Units,
    Guid? Unit,
    string Query
);

/// <summary>Minutes in a list.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Title">What it was called.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="At">When it was.</param>
/// <param name="IsLocked">Whether they are locked.</param>
/// <param name="IsLate">Whether the reader should have locked them.</param>
/// <param name="Decisions">What was decided.</param>
/// <param name="Found">The decisions that have the words that were looked for.</param>
public sealed record ListedMinutes(
    Guid Id,
    string Title,
    string Unit,
    DateTimeOffset At,
    bool IsLocked,
    bool IsLate,
    IReadOnlyList<string> Decisions,
    IReadOnlyList<string> Found
);

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Endre.Domain.Organizations.Importing;

/// <summary>Why a cell of the file cannot be used.</summary>
/// <param name="Row">The row as a spreadsheet shows it; 0 for the file as a whole.</param>
/// <param name="Column">The column, or null for the whole row.</param>
/// <param name="Reason">The reason in words; the key of its text.</param>
/// <param name="Details">What the sentence mentions, in the order it mentions them.</param>
public sealed record ImportFault(int Row, ImportColumn? Column, string Reason, params ImmutableArray<string> Details);

/// <summary>What shall be done with those who are missing in the file.</summary>
/// <param name="EndMissing">False leaves them alone; true deactivates them.</param>
/// <param name="SuccessorId">Who takes over what they have open; needed when they are deactivated.</param>
public sealed record ImportChoices(bool EndMissing = false, Guid? SuccessorId = null);

/// <summary>The organization as it is before the import.</summary>
/// <param name="Units">All units, open and closed.</param>
/// <param name="People">All people, also those who have left.</param>
public sealed record ImportSnapshot(ImmutableArray<Unit> Units, ImmutableArray<KnownPerson> People);

/// <summary>Somebody as the import sees them.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Number">The employee number, or null.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The e-mail address, or null.</param>
/// <param name="Affiliation">A word of <see cref="Organizations.Affiliation"/>.</param>
/// <param name="EndsOn">The last day of somebody who is here for a time.</param>
/// <param name="IsActive">False for somebody who has left.</param>
/// <param name="MayEnd">False for those whom a file never deactivates: administrators.</param>
/// <param name="Places">All places in units, also ended ones.</param>
public sealed record KnownPerson(
    Guid Id,
    string? Number,
    string Name,
    string? Email,
    string Affiliation,
    DateOnly? EndsOn,
    bool IsActive,
    bool MayEnd,
    ImmutableArray<KnownPlace> Places
);

/// <summary>A place in a unit as the import sees it.</summary>
/// <param name="Id">The membership's id.</param>
/// <param name="UnitId">Where.</param>
/// <param name="Role">A word of <see cref="UnitRole"/>.</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Since">The first day, or null.</param>
/// <param name="Until">The last day, or null.</param>
public sealed record KnownPlace(Guid Id, Guid UnitId, string Role, string? Title, DateOnly? Since, DateOnly? Until)
{
    internal bool HasEndedBy(DateOnly day) => Until < day;
}

/// <summary>A unit that a change is about: one that exists, or one that the same import opens.</summary>
/// <param name="Id">Its id, or null when it is new.</param>
/// <param name="Path">Its name after the names of those above it, as it will be: what a new one is known by.</param>
public sealed record ImportUnit(Guid? Id, string Path);

/// <summary>A person that a change is about: one that exists, or one that the same import adds.</summary>
/// <param name="Id">The id, or null when the person is new.</param>
/// <param name="Email">The e-mail address: what a new person is known by.</param>
/// <param name="Name">The name.</param>
public sealed record ImportWho(Guid? Id, string Email, string Name);

/// <summary>One thing that an import would do.</summary>
public abstract record ImportChange
{
    private ImportChange() { }

    /// <summary>A new unit.</summary>
    public sealed record UnitAdded(string Path, string Name, ImportUnit? Parent, string Kind, string? Code)
        : ImportChange;

    /// <summary>A unit gets another name, kind or code; <c>Field</c> says which.</summary>
    public sealed record UnitReworded(Guid Id, string Path, string Field, string? From, string? To) : ImportChange;

    /// <summary>A unit becomes a part of another; null is the top.</summary>
    public sealed record UnitRelocated(Guid Id, string Path, ImportUnit? From, ImportUnit? To) : ImportChange;

    /// <summary>A new person.</summary>
    public sealed record PersonAdded(string Email, string Name, string? Number, string Affiliation, DateOnly? EndsOn)
        : ImportChange;

    /// <summary>A person gets another name, e-mail address, employee number, affiliation or last day.</summary>
    public sealed record PersonCorrected(Guid Id, string Name, string Field, string? From, string? To) : ImportChange;

    /// <summary>Somebody who had left is back.</summary>
    public sealed record PersonReturned(Guid Id, string Name) : ImportChange;

    /// <summary>Somebody is missing in the file and is deactivated.</summary>
    public sealed record PersonEnded(Guid Id, string Name, Guid SuccessorId) : ImportChange;

    /// <summary>A place in a unit begins.</summary>
    public sealed record PlaceStarted(
        ImportWho Who,
        ImportUnit Unit,
        string Role,
        string? Title,
        DateOnly? Since,
        DateOnly? Until
    ) : ImportChange;

    /// <summary>A place goes on in another unit: the old one ends and the new one begins.</summary>
    public sealed record PlaceMoved(
        Guid Id,
        ImportWho Who,
        ImportUnit From,
        ImportUnit To,
        string Role,
        string? Title,
        DateOnly? Since,
        DateOnly? Until
    ) : ImportChange;

    /// <summary>A place gets another title or other days.</summary>
    public sealed record PlaceCorrected(Guid Id, ImportWho Who, ImportUnit Unit, string Field, string? From, string? To)
        : ImportChange;

    /// <summary>A place that the file does not tell of any more ends.</summary>
    public sealed record PlaceEnded(Guid Id, ImportWho Who, ImportUnit Unit, string Role, DateOnly LastDay)
        : ImportChange;
}

/// <summary>All that an import would do.</summary>
/// <param name="Changes">In an order in which they can be done: units from above, people, places.</param>
/// <param name="UnchangedPeople">How many people of the file are as it says.</param>
/// <param name="UnchangedUnits">How many units that the file tells of are as it says.</param>
/// <param name="Missing">Active people whom the file does not tell of.</param>
/// <param name="Ignored">Headings that nobody knows.</param>
public sealed record ImportPlan(
    ImmutableArray<ImportChange> Changes,
    int UnchangedPeople,
    int UnchangedUnits,
    ImmutableArray<ImportWho> Missing,
    ImmutableArray<string> Ignored
)
{
    /// <summary>Whether nothing would change.</summary>
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>The same for the same changes, whatever the order of the file's rows: what was shown is what is done.</summary>
    public string Fingerprint
    {
        get
        {
            var text = new StringBuilder();
            foreach (var change in Changes)
            {
                text.Append(change.GetType().Name)
                    .Append(JsonSerializer.Serialize(change, change.GetType()))
                    .Append('\n');
            }
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }
}

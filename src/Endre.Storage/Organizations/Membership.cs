using Endre.Domain.Organizations;

namespace Endre.Storage.Organizations;

/// <summary>
/// A person's place in a unit: a position, or a role. The same person may have several, also in one unit. One that has
/// ended stays as a row.
/// </summary>
public sealed class Membership
{
    /// <summary>The longest title that is stored.</summary>
    public const int MaxTitleLength = Position.LongestTitle;

    /// <summary>The membership's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Where.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>As what, as a word of <c>UnitRole</c>.</summary>
    public required string Role { get; set; }

    /// <summary>The title of the position, for example <c>hjelpepleier</c>; null when nobody told.</summary>
    public string? Title { get; set; }

    /// <summary>The first day, or null when it always was so.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The last day, or null when it goes on.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The row of a new place.</summary>
    /// <param name="position">The place.</param>
    public static Membership Of(Position position)
    {
        ArgumentNullException.ThrowIfNull(position);
        var row = new Membership
        {
            Id = position.Id,
            PersonId = position.PersonId,
            UnitId = position.UnitId,
            Role = position.Role,
        };
        row.Take(position);
        return row;
    }

    /// <summary>Becomes as the place is now; who and where never change.</summary>
    /// <param name="position">The same place.</param>
    public void Take(Position position)
    {
        ArgumentNullException.ThrowIfNull(position);
        (Role, Title, Since, Until) = (position.Role, position.Title, position.Since, position.Until);
    }

    /// <summary>The place as the rules see it.</summary>
    public Position ToPosition() => new(Id, PersonId, UnitId, Role, Title, Since, Until);
}

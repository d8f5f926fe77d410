namespace Endre.Domain.Workshops;

/// <summary>
/// Who may see an event. It stands on the event itself when it is stored; an event without an audience reaches nobody.
/// </summary>
/// <param name="Value">The audiences, separated by a space: <c>everyone</c>, <c>facilitators</c>, <c>group:g1</c>.</param>
public readonly record struct Audience(string Value)
{
    /// <summary>Nobody: what is silent until it is revealed.</summary>
    public static readonly Audience Nobody = new("");

    /// <summary>Participants, facilitators and the big screen.</summary>
    public static readonly Audience Everyone = new("everyone");

    /// <summary>The facilitators of the workshop.</summary>
    public static readonly Audience Facilitators = new("facilitators");

    /// <summary>One group, and the facilitators.</summary>
    /// <param name="groupId">The group's id.</param>
    public static Audience Group(string groupId) => new($"group:{groupId} facilitators");

    /// <summary>Whether somebody who belongs to these audiences may see it.</summary>
    /// <param name="memberships">What somebody belongs to, for example <c>everyone</c> and <c>group:g1</c>.</param>
    public bool Reaches(IReadOnlyCollection<string> memberships)
    {
        foreach (var part in Value.AsSpan().Split(' '))
        {
            foreach (var membership in memberships)
            {
                if (Value.AsSpan()[part].SequenceEqual(membership))
                {
                    return membership.Length > 0;
                }
            }
        }
        return false;
    }
}

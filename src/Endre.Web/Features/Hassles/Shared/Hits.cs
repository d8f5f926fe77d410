namespace Endre.Web.Features.Hassles;

/// <summary>How many meet a hassle, as far as it may be told.</summary>
/// <param name="Count">How many, each counted once.</param>
/// <param name="IsShown">
/// Whether the number may be told: where fewer work than the organization's limit for small groups, it would say who.
/// </param>
public sealed record Hits(int Count, bool IsShown)
{
    /// <summary>Whoever said it, and nobody else.</summary>
    public static readonly Hits One = new(1, IsShown: false);

    /// <summary>The number, where there is something to tell.</summary>
    public int? Shown => IsShown && Count > 1 ? Count : null;

    /// <summary>Whether others meet it too, and the number may not be told.</summary>
    public bool IsSeveral => !IsShown && Count > 1;

    /// <summary>As many as the price may count; it would give the number away otherwise.</summary>
    public int InPrice => IsShown ? Count : 1;
}

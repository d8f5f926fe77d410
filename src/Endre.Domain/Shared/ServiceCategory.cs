using System.Collections.Immutable;

namespace Endre.Domain.Shared;

/// <summary>
/// What trouble in a service is usually about. The same six are the bones of a fishbone before a unit names its own, and what
/// one may choose for a hassle, so that both can be counted alike.
/// </summary>
public enum ServiceCategory
{
    /// <summary>Mennesker.</summary>
    People,

    /// <summary>Rutiner.</summary>
    Routines,

    /// <summary>Utstyr og IT.</summary>
    Equipment,

    /// <summary>Informasjon og samhandling.</summary>
    Information,

    /// <summary>Lokaler.</summary>
    Rooms,

    /// <summary>Rammer og ledelse.</summary>
    Frames,
}

/// <summary>The words for the categories in addresses, programs and tables.</summary>
public static class ServiceCategoryWord
{
    /// <summary>All of them, in the order they are shown.</summary>
    public static ImmutableArray<ServiceCategory> All { get; } = [.. Enum.GetValues<ServiceCategory>()];

    /// <summary>
    /// The word of a category: <c>people</c>, <c>routines</c>, <c>equipment</c>, <c>information</c>, <c>rooms</c>,
    /// <c>frames</c>.
    /// </summary>
    /// <param name="category">The category.</param>
    public static string Of(ServiceCategory category) => category.ToString().ToLowerInvariant();

    /// <summary>The category of a word.</summary>
    /// <param name="word">As it is stored, or came from outside; null is none.</param>
    /// <returns>Null when there is no such category.</returns>
    public static ServiceCategory? Read(string? word)
    {
        foreach (var category in All)
        {
            if (string.Equals(Of(category), word, StringComparison.Ordinal))
            {
                return category;
            }
        }
        return null;
    }
}

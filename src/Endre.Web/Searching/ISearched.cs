using Endre.Norwegian.Searching;

namespace Endre.Web.Searching;

/// <summary>
/// What one area lets be found on the search page. An area registers its own. It answers with what the one who asks may
/// see and nothing else: each hit is loaded through the area's scope, and what is out of sight is not counted either.
/// </summary>
internal interface ISearched
{
    /// <summary>Its word in the address of the page: <c>plunder</c>.</summary>
    string Key { get; }

    /// <summary>Lower stands first.</summary>
    int Order { get; }

    /// <summary>What the hits are called, in the language of the request.</summary>
    string Heading { get; }

    /// <summary>Finds what the one who asks may see, the best first.</summary>
    /// <param name="query">What is looked for; never empty.</param>
    /// <param name="most">No more than so many.</param>
    /// <param name="ct">Stops it.</param>
    Task<FoundTexts> FindAsync(TextQuery query, int most, CancellationToken ct);
}

/// <summary>What an area found.</summary>
/// <param name="Hits">The best first.</param>
/// <param name="HasMore">Whether there may be more than were asked for.</param>
public sealed record FoundTexts(IReadOnlyList<FoundText> Hits, bool HasMore)
{
    public static FoundTexts None { get; } = new([], HasMore: false);
}

/// <summary>Something that was found, as the search page shows it.</summary>
/// <param name="Title">What it is called, or what it says.</param>
/// <param name="Link">Where it is.</param>
/// <param name="Where">The unit, the day or the like, in the language of the request; null says nothing.</param>
public sealed record FoundText(string Title, string Link, string? Where = null)
{
    /// <summary>Where it stands, in a word; null where nothing does.</summary>
    public FoundState? State { get; init; }

    /// <summary>What else of it fits, such as an answer.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];
}

/// <summary>Where something stands.</summary>
/// <param name="Word">In the language of the request.</param>
/// <param name="Color">A color of <see cref="Components.Badge"/>.</param>
public sealed record FoundState(string Word, string Color);

using Endre.Testing;

namespace Endre.Web.Tests.Features.Search;

/// <summary>The shared test set: what has been said, what is typed, and what is to be found.</summary>
internal sealed record SearchSet(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<SearchSet.Asked> Questions)
{
    public static SearchSet Read()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var asked = new List<Asked>();
        var file = Path.Combine(
            Repository.Root,
            "tests/Endre.Web.Tests/Features/Search/search-set.txt".Replace('/', Path.DirectorySeparatorChar)
        );
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && !line.StartsWith('#')))
        {
            if (line.Split(" => ") is [var typed, var found])
                asked.Add(new Asked(typed, found == "-" ? [] : found.Split(' ')));
            else if (line.Split(": ", 2) is [var key, var text])
                texts.Add(key, text);
            else
                throw new FormatException(line);
        }
        return new SearchSet(texts, asked);
    }

    public string KeyOf(string text) => Texts.Single(pair => pair.Value == text).Key;

    /// <summary>What somebody types, and what it finds, the best first.</summary>
    internal sealed record Asked(string Typed, IReadOnlyList<string> Found);
}

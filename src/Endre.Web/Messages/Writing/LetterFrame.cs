namespace Endre.Web.Messages.Writing;

/// <summary>What stands around a letter when it becomes mail.</summary>
/// <param name="Language">Its language, for those who listen to it.</param>
/// <param name="Base">Where the app is, for addresses in it.</param>
/// <param name="Why">Why one gets it.</param>
/// <param name="Links">What one can do about it: words and whole addresses.</param>
internal sealed record LetterFrame(
    string Language,
    Uri Base,
    string Why,
    IReadOnlyList<(string Label, string Address)> Links
)
{
    /// <summary>The whole address of what a part leads to.</summary>
    public string Whole(string address) => new Uri(Base, address).ToString();
}

using Endre.Domain.Needs;

namespace Endre.Storage.Needs;

/// <summary>The words for the three diamonds, in tables and forms.</summary>
public static class DiamondWord
{
    /// <summary>The word of a diamond: <c>need</c>, <c>solution</c> or <c>test</c>; null for none.</summary>
    /// <param name="diamond">The diamond.</param>
    public static string? Of(Diamond? diamond) =>
        diamond switch
        {
            Diamond.Need => "need",
            Diamond.Solution => "solution",
            Diamond.Test => "test",
            _ => null,
        };

    /// <summary>The diamond of a word; null when there is none.</summary>
    /// <param name="word">As it is stored, or came from outside.</param>
    public static Diamond? Read(string? word) =>
        word switch
        {
            "need" => Diamond.Need,
            "solution" => Diamond.Solution,
            "test" => Diamond.Test,
            _ => null,
        };
}

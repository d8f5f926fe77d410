namespace Endre.Web.Features.Toolbox;

/// <summary>How the filled example of a tool is shown.</summary>
public enum ExampleShape
{
    /// <summary>Lines of text.</summary>
    Lines,

    /// <summary>A tree: a line that begins with one hyphen more hangs under the one before.</summary>
    Tree,

    /// <summary>A fishbone: «bone: cause; cause».</summary>
    Fishbone,

    /// <summary>Bars: «name=count».</summary>
    Bars,
}

/// <summary>A method with its page in the toolbox. Its words are texts that begin with its key.</summary>
/// <param name="Address">Its word in the address.</param>
/// <param name="Key">What its texts begin with.</param>
/// <param name="Shape">How its example is shown.</param>
public sealed record Tool(string Address, string Key, ExampleShape Shape)
{
    /// <summary>In the order one meets them: to understand, to choose, to find out, to look back.</summary>
    public static readonly IReadOnlyList<Tool> All =
    [
        new("blt", "Blt", ExampleShape.Lines),
        new("hvorfor-tre", "WhyTree", ExampleShape.Tree),
        new("fiskebein", "Fishbone", ExampleShape.Fishbone),
        new("pareto", "Pareto", ExampleShape.Bars),
        new("a3", "A3", ExampleShape.Lines),
        new("affinitet", "Affinity", ExampleShape.Fishbone),
        new("nominell-gruppe", "NominalGroup", ExampleShape.Lines),
        new("prikkstemming", "DotVoting", ExampleShape.Bars),
        new("1-2-4-alle", "OneTwoFourAll", ExampleShape.Lines),
        new("evaluering-etterpa", "AfterAction", ExampleShape.Lines),
    ];
}

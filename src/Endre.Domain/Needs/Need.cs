using System.Collections.Immutable;

namespace Endre.Domain.Needs;

/// <summary>
/// Behov: who needs what and why, before anybody has said how. It stands on hassles, is worked with Behov–Løsning–Test,
/// and keeps what was found of causes.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="UnitId">The unit whose need it is.</param>
/// <param name="Statement">Who needs what, and why.</param>
/// <param name="Blt">Where the three diamonds stand.</param>
/// <param name="HassleIds">What it stands on, by reference: the words stay the writer's, who may take them back.</param>
/// <param name="Solutions">What somebody has thought of.</param>
/// <param name="Tests">What was tried, or is to be.</param>
/// <param name="Causes">The why tree, as a list of answers that know what they answer.</param>
/// <param name="Categories">The bones of the fishbone.</param>
/// <param name="Sheet">What the A3 has besides all this.</param>
public sealed record Need(
    Guid Id,
    Guid UnitId,
    Statement Statement,
    BltState Blt,
    ImmutableList<Guid> HassleIds,
    ImmutableList<Solution> Solutions,
    ImmutableList<SmallTest> Tests,
    ImmutableList<Cause> Causes,
    ImmutableList<CauseCategory> Categories,
    A3Sheet Sheet
)
{
    /// <summary>The most hassles that one need stands on.</summary>
    public const int MostHassles = 50;

    /// <summary>The solution, or null.</summary>
    /// <param name="id">Its id.</param>
    public Solution? SolutionOf(Guid? id) => Solutions.Find(solution => solution.Id == id);

    /// <summary>The answer in the why tree, or null.</summary>
    /// <param name="id">Its id.</param>
    public Cause? CauseOf(Guid? id) => Causes.Find(cause => cause.Id == id);

    /// <summary>The answers to one why, in the order they came.</summary>
    /// <param name="parent">The answer that is asked about; null for the need itself.</param>
    public IEnumerable<Cause> Under(Guid? parent) => Causes.Where(cause => cause.ParentId == parent);
}

/// <summary>Who needs what, and why.</summary>
/// <param name="Who">Whose need it is.</param>
/// <param name="What">What they need to do, know or have, and not how.</param>
/// <param name="Why">What it would change.</param>
public sealed record Statement(string Who, string What, string Why)
{
    /// <summary>The most characters of who.</summary>
    public const int LongestWho = 100;

    /// <summary>The most characters of what, and of why.</summary>
    public const int LongestPart = 300;
}

/// <summary>One of the three diamonds. Each opens, to see many, and closes, to choose.</summary>
public enum Diamond
{
    /// <summary>Behov.</summary>
    Need,

    /// <summary>Løsning.</summary>
    Solution,

    /// <summary>Test.</summary>
    Test,
}

/// <summary>How far one diamond has come.</summary>
public enum DiamondStage
{
    /// <summary>Those before it are not closed yet.</summary>
    Ahead,

    /// <summary>This is what one works with.</summary>
    Open,

    /// <summary>One has chosen.</summary>
    Closed,
}

/// <summary>Behov–Løsning–Test: where it stands. Again, until it works.</summary>
/// <param name="Round">From 1; one more each time a closed diamond is opened again.</param>
/// <param name="Open">The diamond that is open; null when all three are closed, because it works.</param>
public sealed record BltState(int Round, Diamond? Open)
{
    /// <summary>Where every need begins.</summary>
    public static readonly BltState Start = new(1, Diamond.Need);

    /// <summary>Whether a test has shown that it works.</summary>
    public bool Works => Open is null;

    /// <summary>How far a diamond has come.</summary>
    /// <param name="diamond">Which.</param>
    public DiamondStage StageOf(Diamond diamond) =>
        Open is not { } open || diamond < open ? DiamondStage.Closed
        : diamond == open ? DiamondStage.Open
        : DiamondStage.Ahead;
}

/// <summary>A way to meet the need that somebody has thought of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What one would do.</param>
/// <param name="IsChosen">Whether it is one of those to try.</param>
public sealed record Solution(Guid Id, string Text, bool IsChosen)
{
    /// <summary>The most characters.</summary>
    public const int LongestText = 300;

    /// <summary>The most solutions of one need.</summary>
    public const int Most = 50;
}

/// <summary>A test, as small as one question to one person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Round">The round it belongs to.</param>
/// <param name="SolutionId">What it tries; null when that is gone.</param>
/// <param name="What">What one does, or asks.</param>
/// <param name="With">With whom.</param>
/// <param name="People">How few.</param>
/// <param name="Prediction">What one thinks will happen: written before, so that one can be wrong.</param>
/// <param name="On">When, or null.</param>
/// <param name="Result">What happened; null until it has.</param>
public sealed record SmallTest(
    Guid Id,
    int Round,
    Guid? SolutionId,
    string What,
    string With,
    int People,
    string Prediction,
    DateOnly? On,
    SmallTestResult? Result
)
{
    /// <summary>The most characters of each text.</summary>
    public const int LongestText = 500;

    /// <summary>The most characters of with whom.</summary>
    public const int LongestWith = 100;

    /// <summary>More people than this is no small test.</summary>
    public const int MostPeople = 500;

    /// <summary>The most tests of one need.</summary>
    public const int Most = 50;
}

/// <summary>What a test told.</summary>
/// <param name="Happened">What happened.</param>
/// <param name="Learned">What one learned.</param>
/// <param name="Next">What one does now.</param>
public sealed record SmallTestResult(string Happened, string Learned, NextStep Next);

/// <summary>What one does after a test.</summary>
public enum NextStep
{
    /// <summary>It works: one goes on with it.</summary>
    Keep,

    /// <summary>One changes something, and tests again.</summary>
    Adjust,

    /// <summary>One lets it go.</summary>
    Drop,
}

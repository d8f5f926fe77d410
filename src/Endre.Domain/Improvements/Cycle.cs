namespace Endre.Domain.Improvements;

/// <summary>
/// One round of planlegge – gjennomføre – evaluere – korrigere (forskrift om ledelse og kvalitetsforbedring §§ 6–9): prediction
/// first, then what happened, then one beside the other (Taylor et al. 2014).
/// </summary>
/// <param name="Number">Its place in the improvement, from 1.</param>
/// <param name="Plan">What is tried, and what one thinks will happen.</param>
/// <param name="BegunOn">The day on which it was begun; null while it is planned. From then on the prediction stands.</param>
/// <param name="Done">What happened; null while nobody has said.</param>
/// <param name="Study">What happened beside what was predicted; null while nobody has said.</param>
/// <param name="Ending">What comes of it; null while nobody has decided.</param>
public sealed record Cycle(
    int Number,
    CyclePlan Plan,
    DateOnly? BegunOn,
    CycleDone? Done,
    CycleStudy? Study,
    CycleEnding? Ending
)
{
    /// <summary>The step it is at.</summary>
    public CycleStage Stage =>
        this switch
        {
            { Ending: not null } => CycleStage.Ended,
            { Study: not null } => CycleStage.Act,
            { Done: not null } => CycleStage.Study,
            { BegunOn: not null } => CycleStage.Do,
            _ => CycleStage.Plan,
        };
}

/// <summary>The step a cycle is at.</summary>
public enum CycleStage
{
    /// <summary>Planlegge.</summary>
    Plan,

    /// <summary>Gjennomføre.</summary>
    Do,

    /// <summary>Evaluere.</summary>
    Study,

    /// <summary>Korrigere.</summary>
    Act,

    /// <summary>It has been decided what comes of it.</summary>
    Ended,
}

/// <summary>The plan of a cycle. The first three are asked for; the rest is there for whoever wants it.</summary>
/// <param name="Trying">Hva prøver vi?</param>
/// <param name="Prediction">Hva tror vi skjer?</param>
/// <param name="LookOn">Når ser vi på det?</param>
/// <param name="Question">What one wants to find out; may be empty.</param>
/// <param name="Scale">How small it is tried; null when nobody has said.</param>
/// <param name="Who">Who does it; may be empty.</param>
/// <param name="Where">Where; may be empty.</param>
/// <param name="When">When; may be empty.</param>
/// <param name="Count">What is counted; may be empty.</param>
public sealed record CyclePlan(
    string Trying,
    string Prediction,
    DateOnly LookOn,
    string Question = "",
    CycleScale? Scale = null,
    string Who = "",
    string Where = "",
    string When = "",
    string Count = ""
)
{
    /// <summary>The most characters of the prediction, and of the question.</summary>
    public const int LongestPrediction = 300;

    /// <summary>The most characters of who, where, when and what is counted.</summary>
    public const int LongestPart = 150;
}

/// <summary>How small something is tried.</summary>
public enum CycleScale
{
    /// <summary>Én person.</summary>
    OnePerson,

    /// <summary>Én vakt.</summary>
    OneShift,

    /// <summary>Én dag.</summary>
    OneDay,

    /// <summary>Én uke.</summary>
    OneWeek,

    /// <summary>Én gruppe eller avdeling.</summary>
    OneGroup,

    /// <summary>Hele enheten.</summary>
    WholeUnit,
}

/// <summary>What happened.</summary>
/// <param name="Happened">In words.</param>
/// <param name="Deviations">What went otherwise than planned; may be empty.</param>
/// <param name="On">The day it was said.</param>
public sealed record CycleDone(string Happened, string Deviations, DateOnly On)
{
    /// <summary>The most characters of each.</summary>
    public const int LongestText = 500;
}

/// <summary>What happened beside what was predicted.</summary>
/// <param name="Verdict">How it came out.</param>
/// <param name="Learned">What that teaches.</param>
/// <param name="On">The day it was said.</param>
public sealed record CycleStudy(Verdict Verdict, string Learned, DateOnly On)
{
    /// <summary>The most characters.</summary>
    public const int LongestLearned = 500;
}

/// <summary>A prediction beside what happened.</summary>
public enum Verdict
{
    /// <summary>Som ventet.</summary>
    AsExpected,

    /// <summary>Delvis.</summary>
    Partly,

    /// <summary>Ikke.</summary>
    NotAsExpected,
}

/// <summary>What comes of a cycle.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">The day it was decided.</param>
public sealed record CycleEnding(CycleAct Act, string Reason, DateOnly On)
{
    /// <summary>The most characters of the reason.</summary>
    public const int LongestReason = 500;
}

/// <summary>What is done after a cycle.</summary>
public enum CycleAct
{
    /// <summary>Innfør.</summary>
    Adopt,

    /// <summary>Juster: the next cycle follows.</summary>
    Adapt,

    /// <summary>Forkast.</summary>
    Abandon,
}

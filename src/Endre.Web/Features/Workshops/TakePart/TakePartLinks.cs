namespace Endre.Web.Features.Workshops.TakePart;

/// <summary>The acts of a participant's page, below <c>/verksted/{id}</c>, and what one may look at there.</summary>
internal static class TakePartLinks
{
    public const string Write = "lapper";
    public const string Edit = "lapper/endre";
    public const string Withdraw = "lapper/trekk";
    public const string Done = "ferdig";
    public const string Reveal = "vis-lappene";
    public const string Move = "bytt-gruppe";
    public const string Who = "hvem";
    public const string Leave = "forlat";

    /// <summary><c>?sporsmal=question-1</c></summary>
    public const string Question = "sporsmal";

    /// <summary><c>?se=g2</c></summary>
    public const string Look = "se";

    public static readonly string[] Acts = [Write, Edit, Withdraw, Done, Reveal, Move, Who, Leave];

    public static string LateNote(Guid id, string questionId) =>
        $"{WorkshopLinks.Show(id)}?{Question}={Uri.EscapeDataString(questionId)}";

    public static string LookAt(Guid id, string groupId) =>
        $"{WorkshopLinks.Show(id)}?{Look}={Uri.EscapeDataString(groupId)}";
}

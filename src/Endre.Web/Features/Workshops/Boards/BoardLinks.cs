namespace Endre.Web.Features.Workshops.Boards;

/// <summary>The acts on boards, below <c>/verksted/{id}</c>.</summary>
internal static class BoardLinks
{
    public const string Folder = "tavle/";

    public const string Move = Folder + "flytt";
    public const string Merge = Folder + "sla-sammen";
    public const string Split = Folder + "ta-ut";
    public const string Undo = Folder + "angre";
    public const string NewCategory = Folder + "ny-kategori";
    public const string RemoveCategory = Folder + "fjern-kategori";
    public const string StartNaming = Folder + "sett-navn";
    public const string Describe = Folder + "beskriv";

    public const string Propose = Folder + "foresla";
    public const string ChangeProposal = Folder + "endre-forslag";
    public const string PlaceProposal = Folder + "plasser";
    public const string RemoveProposal = Folder + "fjern-forslag";
    public const string TakeResult = Folder + "bruk-resultatet";

    public const string OpenVoting = Folder + "apne-stemmer";
    public const string Vote = Folder + "stem";
    public const string CloseVoting = Folder + "lukk-stemmer";

    /// <summary>Where a form says which page it stands on.</summary>
    public const string Return = "tilbake";

    /// <summary>The part of the page that the board is.</summary>
    public static string Anchor(string groupId, string questionId) => $"tavle-{groupId}-{questionId}";
}

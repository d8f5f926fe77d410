using Endre.Domain.Workshops.Paper;

namespace Endre.Web.Features.Workshops.TypeInNotes;

/// <summary>The acts of the pages where notes are typed in, below the page's own address.</summary>
internal static class TypeInLinks
{
    public const string Lines = "linjer";
    public const string One = "lapp";
    public const string Withdraw = "trekk";

    /// <summary><c>?ark=2-1A</c></summary>
    public const string Sheet = "ark";

    /// <summary><c>?lagt=28</c></summary>
    public const string Added = "lagt";

    /// <summary><c>?en=1</c>: one at a time, so that the next may be typed at once.</summary>
    public const string OneByOne = "en";

    public static readonly string[] Acts = [Lines, One, Withdraw];

    public static string Home(Guid id, bool asFacilitator) =>
        asFacilitator ? WorkshopLinks.TypeIn(id) : WorkshopLinks.Scribe(id);

    public static string At(Guid id, bool asFacilitator, SheetCode code) => $"{Home(id, asFacilitator)}?{Sheet}={code}";
}

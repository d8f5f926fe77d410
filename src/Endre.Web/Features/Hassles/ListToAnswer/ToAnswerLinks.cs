namespace Endre.Web.Features.Hassles.ListToAnswer;

/// <summary>The addresses of those who answer; no other file spells them.</summary>
internal static class ToAnswerLinks
{
    public const string List = $"{HassleLinks.List}/a-svare";
    public const string All = $"{List}?vis=alle";
    public const string AnswerRoute = $"{HassleLinks.OneRoute}/kort-svar";
    public const string MoveRoute = $"{HassleLinks.OneRoute}/flytt";
    public const string MergeRoute = $"{HassleLinks.OneRoute}/sla-sammen";
    public const string SplitRoute = $"{HassleLinks.OneRoute}/skill";
    public const string Limit = "/svarfrist";

    public static string Answer(Guid id) => $"{HassleLinks.One(id)}/kort-svar";

    public static string Answered(Guid id) => $"{List}?svart={id}";

    public static string Moved(Guid id) => $"{List}?flyttet={id}";

    public static string Move(Guid id) => $"{HassleLinks.One(id)}/flytt";

    public static string Merge(Guid id) => $"{HassleLinks.One(id)}/sla-sammen";

    public static string Split(Guid id) => $"{HassleLinks.One(id)}/skill";

    public static string Done(Guid id, string what) => $"{HassleLinks.One(id)}?lagret={what}";
}

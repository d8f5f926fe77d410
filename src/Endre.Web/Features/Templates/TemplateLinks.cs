namespace Endre.Web.Features.Templates;

/// <summary>The addresses of templates; no other file spells them.</summary>
internal static class TemplateLinks
{
    public const string List = "/verksteder/maler";
    public const string OnePattern = $"{List}/{{key}}";
    public const string DescribePattern = $"{OnePattern}/rediger";
    public const string CopyPattern = $"{OnePattern}/kopi";
    public const string DeletePattern = $"{OnePattern}/slett";
    public const string RestorePattern = $"{OnePattern}/hent-tilbake";

    /// <summary>What the template contains.</summary>
    public static string One(string key) => $"{List}/{Uri.EscapeDataString(key)}";

    public static string Describe(string key) => $"{One(key)}/rediger";

    public static string Described(string key) => $"{One(key)}?lagret=ja";

    public static string Copy(string key) => $"{One(key)}/kopi";

    public static string Delete(string key) => $"{One(key)}/slett";

    public static string Restore(string key) => $"{One(key)}/hent-tilbake";

    /// <summary>The list, where those that are deleted can be brought back.</summary>
    public static string Deleted(string key) => $"{List}?slettet={Uri.EscapeDataString(key)}";
}

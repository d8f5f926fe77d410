namespace Endre.Web.Features.Hassles.MakeHassle;

/// <summary>The address where a record becomes a hassle; no other file spells it.</summary>
internal static class MakeHassleLinks
{
    public const string Show = "/plunder/fra";

    public static string From(string record) => $"{Show}?fra={record}";
}

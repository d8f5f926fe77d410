using Endre.Domain.Lineage;

namespace Endre.Web.Lineage;

/// <summary>The addresses of lineage; no other file spells them.</summary>
internal static class LineageLinks
{
    public const string ShowRoute = "/sammenheng/{record}";

    public static string Show(RecordReference record) => $"/sammenheng/{RecordAddress.Of(record)}";
}

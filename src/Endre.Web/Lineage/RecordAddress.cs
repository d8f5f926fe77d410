using Endre.Domain.Lineage;
using Endre.Storage.Lineage;

namespace Endre.Web.Lineage;

/// <summary>How an address names a record: <c>note.4f….91…</c>, the last where the record is found through another.</summary>
internal static class RecordAddress
{
    public static string Of(RecordReference record) =>
        record.Within is { } within
            ? $"{RecordKindWord.Of(record.Kind)}.{record.Id:N}.{within:N}"
            : $"{RecordKindWord.Of(record.Kind)}.{record.Id:N}";

    /// <summary>The record of a word in an address; null when it names none.</summary>
    public static RecordReference? Read(string? word)
    {
        if (
            word?.Split('.') is not [var kind, var id, .. var rest]
            || RecordKindWord.Read(kind) is not { } known
            || !Guid.TryParse(id, out var which)
        )
        {
            return null;
        }
        return rest switch
        {
            [] => new RecordReference(known, which),
            [var through] when Guid.TryParse(through, out var within) => new RecordReference(known, which, within),
            _ => null,
        };
    }
}

using Endre.Documents.TextDocuments;
using Endre.Web.Lineage;
using Endre.Web.Texts;

namespace Endre.Web.Features.Needs.ShowNeedSheet;

/// <summary>Where the need comes from and what became of it, drawn and as a table.</summary>
internal static class SheetLineage
{
    private static readonly Texts<NeedTexts> T = new();
    private static readonly Texts<LineageTexts> Kinds = new();

    public static IEnumerable<Block> Of(LineageMap? map)
    {
        if (map is not { Records.Count: > 1 })
        {
            yield break;
        }
        yield return new Heading(1, T["A3Lineage"]);
        yield return SheetDrawings.Lineage(map);
        yield return new Table(
            [new(T["LineageWhat"], 2), new(T["LineageText"], 5), new(T["LineageSteps"], 4), new(Kinds["From"], 4)],
            [
                .. map.Records.Select(one => new TableRow(
                    Kinds[$"Kind_{one.Record.Reference.Kind}"],
                    one.Record.Text,
                    string.Join('\n', one.Steps),
                    string.Join('\n', map.Before(one.Record.Reference).Select(before => before.Text))
                )),
            ]
        )
        {
            Caption = T["A3Lineage"],
        };
    }
}

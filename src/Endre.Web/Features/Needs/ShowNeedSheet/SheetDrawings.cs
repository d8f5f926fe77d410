using Endre.Documents.TextDocuments;
using Endre.Web.Components.Charts;
using Endre.Web.Components.Charts.Files;
using Endre.Web.Features.Needs.Shared;
using Endre.Web.Lineage;
using Endre.Web.Texts;

namespace Endre.Web.Features.Needs.ShowNeedSheet;

/// <summary>The drawings of the A3 for Word; the table after each says the same.</summary>
internal static class SheetDrawings
{
    private static readonly Texts<NeedTexts> T = new();
    private static readonly Texts<LineageTexts> Kinds = new();

    public static Image Tree(NeedView view) =>
        DrawingImage.Of(
            ChartDrawings.Of(NeedWords.Tree(view)),
            T["TreeTitle"],
            T["TreeDescription", view.Need.Causes.Count]
        );

    public static Image Fishbone(NeedView view) =>
        DrawingImage.Of(ChartDrawings.Of(NeedWords.Fishbone(view)), T["FishTitle"], T["FishDescription"]);

    public static Image Pareto(NeedCounts counts, Formats formats) =>
        DrawingImage.Of(
            ChartDrawings.Of(ParetoLayout.Of(counts.Pareto, T["Other"]), share => formats.Percent(share)),
            T["ParetoCaption", counts.Pareto.Total],
            InWords(counts)
        );

    public static Image Lineage(LineageMap map) =>
        DrawingImage.Of(
            LineageDrawing.Of(LineageLayout.Of(map, kind => Kinds[$"Kind_{kind}"])),
            Kinds["WholeTitle"],
            Kinds["WholeDescription", map.Records.Count, map.Links.Count]
        );

    public static string InWords(NeedCounts counts) =>
        string.Join(", ", counts.Pareto.Bars.Select(bar => $"{bar.Name ?? T["Other"]}: {bar.Count}"));
}

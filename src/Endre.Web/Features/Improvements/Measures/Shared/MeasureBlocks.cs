using Endre.Documents.TextDocuments;
using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Measures;
using Endre.Web.Features.Improvements.Measures.Drawing;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.Measures.Shared;

/// <summary>A run chart in a document: what it says, the drawing, and what its lines mean.</summary>
internal sealed class MeasureBlocks(MeasureWords words, Texts<MeasureTexts> texts)
{
    private const double PictureWidth = 160;

    /// <summary>The drawing as a file that stands alone.</summary>
    public byte[] Svg(Measure measure, MeasureReading reading, MeasureDrawing drawing) =>
        SvgFile.Write(drawing, measure.Wording.Name, words.Story(measure, reading));

    /// <summary>What it says, the drawing, and what its lines mean; nothing when there is no number.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="reading">What its numbers say.</param>
    /// <param name="cycles">The rounds that are drawn in it.</param>
    /// <param name="hasTable">Whether every number stands in a table of the same document.</param>
    public IReadOnlyList<Block> Of(Measure measure, MeasureReading reading, IReadOnlyList<Cycle> cycles, bool hasTable)
    {
        if (MeasureDrawing.Of(measure, reading, cycles) is not { } drawing)
        {
            return [];
        }
        var story = words.Story(measure, reading);
        var told = texts["DrawingOf", measure.Wording.Name, reading.Series.Points.Count, story];
        var picture = Image.Svg(
            Svg(measure, reading, drawing),
            hasTable ? $"{told} {texts["DrawingTable"]}" : told,
            PictureWidth,
            PngFile.Write(drawing)
        ) with
        {
            Caption = measure.Wording.Name,
        };
        return
        [
            new Paragraph(story),
            picture,
            .. MeasureLegend.Of(measure, reading, drawing, words, texts).Select(line => (Block)new Note(line)),
        ];
    }
}

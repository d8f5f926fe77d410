using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Pictures;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Office2019.Drawing.SVG;
using DocumentFormat.OpenXml.Wordprocessing;
using Drawing = DocumentFormat.OpenXml.Drawing;
using Picture = DocumentFormat.OpenXml.Drawing.Pictures.Picture;
using WordDrawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>Images in the line of text, with their alternative text and caption.</summary>
internal sealed class ImageWriter(DocxDraft draft, RunWriter runs)
{
    private const double UnitsPerMillimeter = 36_000;
    private const long UnitsPerTwip = 635;
    private const string PictureNamespace = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const string SvgExtension = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

    public IEnumerable<OpenXmlElement> Write(Image image)
    {
        var number = image.Caption is null ? 0 : draft.NextFigure();
        var id = draft.NextId();
        var name =
            $"{draft.Language.FigureLabel()} {(number > 0 ? number : id).ToString(CultureInfo.InvariantCulture)}";
        var figure = RunWriter.Styled(
            StyleNames.Figure,
            runs.Bookmarked(draft.BookmarkToPlace(image.Anchor), [new WordRun(Inline(image, (uint)id, name))])
        );
        if (image.Caption is null)
        {
            return [figure];
        }

        figure.ParagraphProperties!.KeepNext = new KeepNext();
        return [figure, TableWriter.Caption(runs, draft.Language.FigureLabel(), number, image.Caption, bookmark: null)];
    }

    private WordDrawing Inline(Image image, uint id, string name)
    {
        var (width, height) = Size(image);
        var alternative = SafeText.WithPlainBreaks(image.AlternativeText);
        return new WordDrawing(
            new Inline(
                new Extent { Cx = width, Cy = height },
                new DocProperties
                {
                    Id = id,
                    Name = name,
                    Description = alternative,
                },
                new NonVisualGraphicFrameDrawingProperties(new Drawing.GraphicFrameLocks { NoChangeAspect = true }),
                new Drawing.Graphic(
                    new Drawing.GraphicData(Frame(image, id, name, alternative, width, height))
                    {
                        Uri = PictureNamespace,
                    }
                )
            )
            {
                DistanceFromTop = 0,
                DistanceFromBottom = 0,
                DistanceFromLeft = 0,
                DistanceFromRight = 0,
            }
        );
    }

    private Picture Frame(Image image, uint id, string name, string alternative, long width, long height) =>
        new(
            new NonVisualPictureProperties(
                new NonVisualDrawingProperties
                {
                    Id = id,
                    Name = name,
                    Description = alternative,
                },
                new NonVisualPictureDrawingProperties()
            ),
            new BlipFill(Blip(image), new Drawing.Stretch(new Drawing.FillRectangle())),
            new ShapeProperties(
                new Drawing.Transform2D(
                    new Drawing.Offset { X = 0, Y = 0 },
                    new Drawing.Extents { Cx = width, Cy = height }
                ),
                new Drawing.PresetGeometry(new Drawing.AdjustValueList()) { Preset = Drawing.ShapeTypeValues.Rectangle }
            )
        );

    private Drawing.Blip Blip(Image image)
    {
        var blip = new Drawing.Blip();
        if (image.PngBytes is { } png)
        {
            blip.Embed = draft.AddImage(png, "png");
        }

        if (image.JpegBytes is { } jpeg)
        {
            blip.Embed = draft.AddImage(jpeg, "jpeg");
        }

        if (image.SvgBytes is { } svg)
        {
            blip.Append(
                new Drawing.BlipExtensionList(
                    new Drawing.BlipExtension(new SVGBlip { Embed = draft.AddImage(svg, "svg") }) { Uri = SvgExtension }
                )
            );
        }

        return blip;
    }

    private (long Width, long Height) Size(Image image)
    {
        // A little less than the page, so that a caption has room on it too.
        var fit = Math.Min(
            1,
            Math.Min(
                draft.Page.TextWidth * UnitsPerTwip / (image.WidthMillimeters * UnitsPerMillimeter),
                draft.Page.TextHeight * UnitsPerTwip * 0.9 / (image.HeightMillimeters * UnitsPerMillimeter)
            )
        );
        return (Units(image.WidthMillimeters * fit), Units(image.HeightMillimeters * fit));
    }

    private static long Units(double millimeters) => Math.Max(1, (long)(millimeters * UnitsPerMillimeter));
}

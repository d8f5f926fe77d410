using DocumentFormat.OpenXml.Wordprocessing;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>The look of tables: hairlines between rows, a firm line below the headers, no cages.</summary>
internal static class TableStyles
{
    public static Style Normal() =>
        new(
            new StyleName { Val = "Normal Table" },
            new UIPriority { Val = 99 },
            new SemiHidden(),
            new UnhideWhenUsed(),
            new StyleTableProperties(
                new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
                Margins(vertical: 0, horizontal: 108)
            )
        )
        {
            Type = StyleValues.Table,
            StyleId = "TableNormal",
            Default = true,
        };

    public static Style Endre() =>
        new(
            new StyleName { Val = "Endre Table" },
            new BasedOn { Val = "TableNormal" },
            new UIPriority { Val = 20 },
            new PrimaryStyle(),
            new StyleTableProperties(
                new TableBorders(
                    Line<TopBorder>(4, Palette.Rule),
                    Line<BottomBorder>(8, Palette.Accent),
                    Line<InsideHorizontalBorder>(4, Palette.Rule)
                ),
                Margins(vertical: 70, horizontal: 100)
            ),
            Conditional(
                TableStyleOverrideValues.FirstRow,
                new TableStyleConditionalFormattingTableCellProperties(
                    new TableCellBorders(Line<TopBorder>(12, Palette.Accent), Line<BottomBorder>(8, Palette.Accent)),
                    new Shading
                    {
                        Val = ShadingPatternValues.Clear,
                        Color = "auto",
                        Fill = Palette.Tint,
                    },
                    new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom }
                )
            ),
            Conditional(TableStyleOverrideValues.FirstColumn, cell: null)
        )
        {
            Type = StyleValues.Table,
            StyleId = StyleNames.Table,
            CustomStyle = true,
        };

    private static TableStyleProperties Conditional(
        TableStyleOverrideValues part,
        TableStyleConditionalFormattingTableCellProperties? cell
    )
    {
        var properties = new TableStyleProperties(new RunPropertiesBaseStyle(new Bold(), new BoldComplexScript()))
        {
            Type = part,
        };
        if (cell is not null)
        {
            properties.Append(cell);
        }

        return properties;
    }

    private static TableCellMarginDefault Margins(int vertical, short horizontal)
    {
        var height = vertical.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(
            new TopMargin { Width = height, Type = TableWidthUnitValues.Dxa },
            new TableCellLeftMargin { Width = horizontal, Type = TableWidthValues.Dxa },
            new BottomMargin { Width = height, Type = TableWidthUnitValues.Dxa },
            new TableCellRightMargin { Width = horizontal, Type = TableWidthValues.Dxa }
        );
    }

    private static T Line<T>(uint width, string color)
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = width,
            Space = 0,
            Color = color,
        };
}

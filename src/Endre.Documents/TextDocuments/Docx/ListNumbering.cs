using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>The definitions that make lists lists: bullets for all, and one numbering for each numbered list.</summary>
internal static class ListNumbering
{
    /// <summary>The numbering all bullet lists share.</summary>
    public const int Bullets = 1;

    private const int BulletDefinition = 1;
    private const int NumberDefinition = 2;

    /// <summary>The numbering of the n-th numbered list, from 1.</summary>
    public static int NumberedList(int number) => Bullets + number;

    public static Numbering For(int numberedLists)
    {
        var numbering = new Numbering(
            Definition(
                BulletDefinition,
                Level(0, NumberFormatValues.Bullet, "•"),
                Level(1, NumberFormatValues.Bullet, "–")
            ),
            Definition(
                NumberDefinition,
                Level(0, NumberFormatValues.Decimal, "%1."),
                Level(1, NumberFormatValues.LowerLetter, "%2.")
            ),
            new NumberingInstance(new AbstractNumId { Val = BulletDefinition }) { NumberID = Bullets }
        );
        for (var list = 1; list <= numberedLists; list++)
        {
            numbering.Append(
                new NumberingInstance(new AbstractNumId { Val = NumberDefinition }, StartAtOne(0), StartAtOne(1))
                {
                    NumberID = NumberedList(list),
                }
            );
        }

        return numbering;
    }

    private static AbstractNum Definition(int id, params OpenXmlElement[] levels)
    {
        var definition = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel })
        {
            AbstractNumberId = id,
        };
        definition.Append(levels);
        return definition;
    }

    private static Level Level(int index, NumberFormatValues format, string text)
    {
        var left = (340 + index * 340).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = left, Hanging = "340" }),
            new NumberingSymbolRunProperties(new Color { Val = Palette.Accent })
        )
        {
            LevelIndex = index,
        };
    }

    private static LevelOverride StartAtOne(int level) =>
        new(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = level };
}

using System.Xml;

namespace Endre.Documents.Workbooks.Xlsx;

/// <summary>The looks of cells; their order in the file is their number.</summary>
internal static class CellStyles
{
    public const string Table = "Endre";
    public const int Text = 1;

    /// <summary>Text that would become a formula if somebody edited the cell and pressed Enter, unless it is marked as quoted.</summary>
    public const int QuotedText = 2;
    public const int Number = 3;
    public const int Date = 4;
    public const int Moment = 5;
    public const int Boolean = 6;
    public const int Header = 7;

    // Hairlines stand on the cells too, for programs that know no table styles.
    // The numbers 14 and 22 are the short date and date with time of the reader's own language.
    private const string Markup = $"""
        <styleSheet xmlns="{Names.Main}">
          <fonts count="2">
            <font><sz val="11"/><color rgb="FF1B2824"/><name val="Calibri"/><family val="2"/></font>
            <font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>
          </fonts>
          <fills count="3">
            <fill><patternFill patternType="none"/></fill>
            <fill><patternFill patternType="gray125"/></fill>
            <fill><patternFill patternType="solid"><fgColor rgb="FF17594C"/><bgColor indexed="64"/></patternFill></fill>
          </fills>
          <borders count="2">
            <border><left/><right/><top/><bottom/><diagonal/></border>
            <border><left/><right/><top/><bottom style="thin"><color rgb="FFC5D3CC"/></bottom><diagonal/></border>
          </borders>
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
          <cellXfs count="8">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="left" vertical="top" indent="1" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyBorder="1" applyAlignment="1"><alignment horizontal="left" vertical="top" indent="1" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>
            <xf numFmtId="14" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="left" vertical="top" indent="1"/></xf>
            <xf numFmtId="22" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="left" vertical="top" indent="1"/></xf>
            <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="left" vertical="top" indent="1"/></xf>
            <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="left" vertical="center" indent="1" wrapText="1"/></xf>
          </cellXfs>
          <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
          <dxfs count="3">
            <dxf><font><b/><color rgb="FFFFFFFF"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF17594C"/><bgColor rgb="FF17594C"/></patternFill></fill></dxf>
            <dxf><fill><patternFill patternType="solid"><fgColor rgb="FFEEF5F1"/><bgColor rgb="FFEEF5F1"/></patternFill></fill></dxf>
            <dxf><border><bottom style="thin"><color rgb="FF17594C"/></bottom><horizontal style="thin"><color rgb="FFC5D3CC"/></horizontal></border></dxf>
          </dxfs>
          <tableStyles count="1" defaultTableStyle="{Table}" defaultPivotStyle="PivotStyleLight16">
            <tableStyle name="{Table}" pivot="0" count="3">
              <tableStyleElement type="wholeTable" dxfId="2"/>
              <tableStyleElement type="headerRow" dxfId="0"/>
              <tableStyleElement type="secondRowStripe" dxfId="1"/>
            </tableStyle>
          </tableStyles>
        </styleSheet>
        """;

    /// <summary>The look of cells of a kind.</summary>
    public static int Of(CellKind kind) =>
        kind switch
        {
            CellKind.Number => Number,
            CellKind.Date => Date,
            CellKind.Moment => Moment,
            CellKind.Boolean => Boolean,
            _ => Text,
        };

    public static void Write(XmlWriter xml)
    {
        using var reader = XmlReader.Create(
            new StringReader(Markup),
            new XmlReaderSettings { IgnoreWhitespace = true }
        );
        xml.WriteNode(reader, defattr: false);
    }
}

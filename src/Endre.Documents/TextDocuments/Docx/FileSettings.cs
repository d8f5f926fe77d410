using DocumentFormat.OpenXml.Wordprocessing;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>How programs shall treat the file, and which typefaces it asks for.</summary>
internal static class FileSettings
{
    public static Settings For(DocumentLanguage language)
    {
        var (decimalMark, listMark) = language.Separators();
        return new Settings(
            new Zoom { Percent = "100" },
            new DefaultTabStop { Val = 709 },
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(
                Setting(CompatSettingNameValues.CompatibilityMode, "15"),
                Setting(CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
                Setting(CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
                Setting(CompatSettingNameValues.DoNotFlipMirrorIndents, "1"),
                Setting(CompatSettingNameValues.DifferentiateMultirowTableHeaders, "1")
            ),
            new ThemeFontLanguages { Val = language.Tag() },
            new DecimalSymbol { Val = decimalMark },
            new ListSeparator { Val = listMark }
        );
    }

    public static Fonts Fonts() =>
        new(
            new Font(
                new AltName { Val = "Carlito" },
                new Panose1Number { Val = "020F0502020204030204" },
                new FontCharSet { Val = "00" },
                new FontFamily { Val = FontFamilyValues.Swiss },
                new Pitch { Val = FontPitchValues.Variable }
            )
            {
                Name = Palette.Typeface,
            }
        );

    private static CompatibilitySetting Setting(CompatSettingNameValues name, string value) =>
        new()
        {
            Name = name,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = value,
        };
}

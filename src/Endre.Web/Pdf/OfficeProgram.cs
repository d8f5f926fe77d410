namespace Endre.Web.Pdf;

/// <summary>LibreOffice on this machine.</summary>
/// <param name="Path">Where its program lies; null when it is not installed.</param>
internal sealed record OfficeProgram(string? Path)
{
    private static readonly string[] Names = OperatingSystem.IsWindows()
        ? ["soffice.com", "soffice.exe"]
        : ["soffice", "libreoffice"];

    // Where installers put it without telling the path.
    private static readonly string[] Folders =
    [
        "/usr/lib/libreoffice/program",
        "/opt/libreoffice/program",
        "/Applications/LibreOffice.app/Contents/MacOS",
        @"C:\Program Files\LibreOffice\program",
    ];

    public bool IsInstalled => Path is not null;

    /// <summary>Looks for it.</summary>
    public static OfficeProgram Find() =>
        new(
            (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Concat(Folders)
                .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists)
        );
}

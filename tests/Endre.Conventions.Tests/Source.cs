using System.Text.RegularExpressions;

namespace Endre.Conventions.Tests;

/// <summary>The files of the repository, as a reader of the code meets them.</summary>
internal static partial class Source
{
    public static readonly string Root = FindRoot();

    /// <summary>Files under these folders with these endings, what tools made left out.</summary>
    public static IEnumerable<string> Files(string[] folders, params string[] endings) =>
        folders
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => endings.Contains(Path.GetExtension(file)) && !MadeByTools().IsMatch(Relative(file)))
            .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    [GeneratedRegex(
        "(^|/)(bin|obj|node_modules|Migrations|dist)/|\\.Designer\\.cs$",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex MadeByTools();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Endre.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests do not lie in the repository.");
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Endre.Storage.Backups;

/// <summary>A folder of backups, each named by the instant it was made.</summary>
/// <param name="path">The folder.</param>
/// <param name="extension">What the names end with.</param>
public sealed partial class BackupFolder(string path, string extension)
{
    /// <summary>The file for a backup that is made now.</summary>
    public string FileAt(DateTimeOffset now) =>
        Path.Combine(
            path,
            string.Create(CultureInfo.InvariantCulture, $"endre-{now.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}{extension}")
        );

    /// <summary>Deletes the oldest backups until at most <paramref name="count"/> are left; other files are left alone.</summary>
    /// <returns>What was deleted.</returns>
    public IReadOnlyList<string> Keep(int count)
    {
        var old = Directory
            .GetFiles(path)
            .Where(file => Made().IsMatch(Path.GetFileName(file)) && file.EndsWith(extension, StringComparison.Ordinal))
            .OrderDescending(StringComparer.Ordinal)
            .Skip(count)
            .ToList();
        old.ForEach(File.Delete);
        return old;
    }

    [GeneratedRegex(@"^endre-\d{8}T\d{9}Z\.\w+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Made();
}

namespace Endre.Faults.Tests.Support;

/// <summary>The example files for operators, as they stand in the repository.</summary>
internal static class Deploy
{
    public static string FileAt(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Endre.slnx")))
        {
            folder = folder.Parent;
        }
        return Path.Combine(folder!.FullName, "deploy", name);
    }
}

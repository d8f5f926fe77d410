namespace Endre.Testing;

/// <summary>The repository that the tests lie in, for what is checked against its files.</summary>
public static class Repository
{
    public static readonly string Root = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Endre.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests do not lie in the repository.");
    }
}

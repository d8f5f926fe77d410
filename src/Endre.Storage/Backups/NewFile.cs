namespace Endre.Storage.Backups;

/// <summary>A file that is there when it is whole, and that only its owner may read: it holds what the database holds.</summary>
public static class NewFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes to a file beside it, and gives it its name when everything has reached the disk.</summary>
    /// <exception cref="IOException">The file exists already, or cannot be written. No part of it is left.</exception>
    public static async Task<T> WriteAsync<T>(string file, Func<FileStream, Task<T>> write)
    {
        Refuse(file);
        var unfinished = Unfinished(file);
        try
        {
            T result;
            await using (var stream = new FileStream(unfinished, Options()))
            {
                result = await write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, file, overwrite: false);
            return result;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Where a file lies until it is whole.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public static string Unfinished(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return file + ".part";
    }

    /// <summary>Makes an empty file that only its owner may read.</summary>
    public static void Make(string file)
    {
        using var made = new FileStream(file, Options());
    }

    /// <summary>Reads from the disk that everything in the file has reached it.</summary>
    public static void FlushToDisk(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Never writes over a file.</summary>
    /// <exception cref="IOException">It exists.</exception>
    public static void Refuse(string file)
    {
        if (File.Exists(file))
        {
            throw new IOException($"{file} exists already; choose another name.");
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }
        return options;
    }
}

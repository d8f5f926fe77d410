namespace Endre.Storage.Tests;

internal static class TestFile
{
    public static void ShouldBeItsOwnersOnly(string file)
    {
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}

using System.Text.RegularExpressions;

namespace Endre.Browser.Tests.Support;

internal static class Texts
{
    public static Regex StartsWith(string text) =>
        new($"^{Regex.Escape(text)}", RegexOptions.None, TimeSpan.FromSeconds(1));
}

using System.Resources;

namespace Endre.Web.Texts;

/// <summary>Words that every area uses: save, cancel, roles, the header and the footer.</summary>
internal sealed class SharedTexts
{
    public static readonly ResourceManager Manager = new(typeof(SharedTexts));

    private SharedTexts() { }
}

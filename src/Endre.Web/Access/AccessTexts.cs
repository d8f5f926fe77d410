namespace Endre.Web.Access;

/// <summary>What is said of accounts and passwords, wherever one is made or changed.</summary>
internal sealed class AccessTexts
{
    private AccessTexts() { }
}

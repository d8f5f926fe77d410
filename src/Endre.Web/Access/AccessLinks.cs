namespace Endre.Web.Access;

internal static class AccessLinks
{
    public const string SignIn = "/logg-inn";
    public const string SignInWithPasskey = "/logg-inn/passnokkel";
    public const string PasskeyQuestion = "/logg-inn/passnokkel/sporsmal";
    public const string DemoSignIn = "/logg-inn/demo";
    public const string SignOut = "/logg-ut";
    public const string MyPage = "/min-side";

    public static string SignInAndReturn(string returnTo) => $"{SignIn}?returnTo={Uri.EscapeDataString(returnTo)}";
}

namespace Endre.Web.Access;

internal static class AccessLinks
{
    public const string SignIn = "/logg-inn";
    public const string SignInWithPasskey = "/logg-inn/passnokkel";
    public const string PasskeyQuestion = "/logg-inn/passnokkel/sporsmal";
    public const string DemoSignIn = "/logg-inn/demo";
    public const string LocalSignIn = "/logg-inn/lokal";
    public const string ProviderRoute = "/logg-inn/med/{provider}";
    public const string SignOut = "/logg-ut";
    public const string SignedOut = "/logg-ut/ferdig";
    public const string ProviderSignedOut = "/logg-inn/svar/{provider}/slutt";

    /// <summary>Where providers tell from server to server that somebody has signed out; under the API's address.</summary>
    public const string ProviderSignOut = "/sign-out/{provider}";
    public const string MyPage = "/min-side";

    public static string SignInWith(string provider, string? returnTo) =>
        $"/logg-inn/med/{provider}{(returnTo is null ? "" : $"?returnTo={Uri.EscapeDataString(returnTo)}")}";

    /// <summary>The way in for an invited person who has an account at the provider: no password is needed then.</summary>
    public static string ConnectWith(string provider, string invitation) =>
        $"/logg-inn/med/{provider}?invitation={Uri.EscapeDataString(invitation)}";

    /// <summary>What is registered at the provider as redirect URI.</summary>
    public static string ProviderAnswer(string provider) => $"/logg-inn/svar/{provider}";

    public static string SignInAndReturn(string returnTo) => $"{SignIn}?returnTo={Uri.EscapeDataString(returnTo)}";
}

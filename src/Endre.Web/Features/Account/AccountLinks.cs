using Endre.Web.Access;

namespace Endre.Web.Features.Account;

internal static class AccountLinks
{
    public const string Account = AccessLinks.MyPage;
    public const string Name = "/min-side/navn";
    public const string Password = "/min-side/passord";
    public const string Passkey = "/min-side/passnokkel";
    public const string PasskeyQuestion = "/min-side/passnokkel/sporsmal";
    public const string RemovePasskey = "/min-side/passnokkel/fjern";

    public const string RenamePasskeyRoute = "/min-side/passnokkel/{key}/navn";
    public const string SignOutEverywhere = "/min-side/logg-ut-overalt";

    public static string RenamePasskey(string key) => $"/min-side/passnokkel/{key}/navn";

    /// <summary>The page, saying what was just done.</summary>
    public static string Done(string what) => $"{Account}?done={what}";
}

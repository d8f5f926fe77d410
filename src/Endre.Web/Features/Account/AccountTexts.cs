namespace Endre.Web.Features.Account;

internal sealed class AccountTexts
{
    private AccountTexts() { }
}

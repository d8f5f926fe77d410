namespace Endre.Web.Features.SignIn;

internal sealed class SignInTexts
{
    private SignInTexts() { }
}

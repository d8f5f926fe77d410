namespace Endre.Web.Hosting.Errors;

internal sealed class ErrorTexts
{
    private ErrorTexts() { }
}

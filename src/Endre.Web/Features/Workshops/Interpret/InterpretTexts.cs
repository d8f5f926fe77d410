namespace Endre.Web.Features.Workshops.Interpret;

internal sealed class InterpretTexts
{
    private InterpretTexts() { }
}

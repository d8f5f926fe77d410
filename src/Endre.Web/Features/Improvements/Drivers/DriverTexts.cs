namespace Endre.Web.Features.Improvements.Drivers;

internal sealed class DriverTexts
{
    private DriverTexts() { }
}

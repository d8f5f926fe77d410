namespace Endre.Web.Features.Toolbox;

internal sealed class ToolboxTexts
{
    private ToolboxTexts() { }
}

namespace Endre.Web.Features.Units.ChangeTeams;

internal sealed class ChangeTeamTexts
{
    private ChangeTeamTexts() { }
}

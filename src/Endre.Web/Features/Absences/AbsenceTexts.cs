namespace Endre.Web.Features.Absences;

internal sealed class AbsenceTexts
{
    private AbsenceTexts() { }
}

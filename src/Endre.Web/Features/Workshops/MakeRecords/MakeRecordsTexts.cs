namespace Endre.Web.Features.Workshops.MakeRecords;

internal sealed class MakeRecordsTexts
{
    private MakeRecordsTexts() { }
}

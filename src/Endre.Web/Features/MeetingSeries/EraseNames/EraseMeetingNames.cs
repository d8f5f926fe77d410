using Endre.Storage;
using Endre.Storage.Meetings.Series;
using Endre.Web.Access;

namespace Endre.Web.Features.MeetingSeries.EraseNames;

/// <summary>Takes the name of somebody who is erased out of what others wrote where and why a unit meets.</summary>
internal sealed class EraseMeetingNames(EndreContext database) : IPersonalData
{
    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            await database.ErasePlanNamesAsync(name, ct);
        }
    }
}

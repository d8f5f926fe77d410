using Endre.Storage;
using Endre.Web.Features.Demo;

namespace Endre.Web.Features.Meetings.DemoMeetings;

internal sealed class DemoMeetings(EndreContext database) : IDemoPart
{
    public int Order => 60;

    public Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        _ = database;
        return Task.FromResult<IReadOnlyList<string>>([]);
    }
}

using Endre.Domain.Organizations.Privacy;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Absences;

/// <summary>When somebody was away is needed by nobody afterwards.</summary>
internal sealed class PastAbsences(EndreContext database, Formats formats) : IRetention
{
    public RetentionPeriod Default { get; } = new("absences", Days: 30, Least: 30, Most: 30);

    public Task<int> RemoveAsync(DateTimeOffset olderThan, CancellationToken ct)
    {
        var limit = formats.Day(olderThan);
        return database.Absences.Where(absence => absence.Until < limit).ExecuteDeleteAsync(ct);
    }
}

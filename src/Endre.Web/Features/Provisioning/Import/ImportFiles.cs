using Endre.Domain.Organizations.Privacy;
using Endre.Web.Access;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>A file that nobody confirmed lies no longer than its day, also when nobody uploads another.</summary>
internal sealed class ImportFiles(ImportPreviews previews) : IRetention
{
    public RetentionPeriod Default { get; } = new("import-files", Days: 1, Least: 1, Most: 1);

    public async Task<int> RemoveAsync(DateTimeOffset olderThan, CancellationToken ct) =>
        await previews.ForgetOldAsync(ct);
}

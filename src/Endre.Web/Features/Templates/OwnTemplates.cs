using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Workshops;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Templates;

/// <summary>The organization's own templates: who sees them, and what their owners do with them.</summary>
internal sealed class OwnTemplates(EndreContext database, CurrentPerson person, TimeProvider clock)
{
    private const string ChangedMeanwhile = "TemplateChangedMeanwhile";

    public static bool IsLate(Refusal refusal) => refusal.Reason == ChangedMeanwhile;

    /// <summary>Those that are offered, and of the deleted ones those the reader may bring back; by name.</summary>
    public async Task<IReadOnlyList<OwnTemplate>> ListAsync(string language, CancellationToken ct)
    {
        var changeable = database.Templates.ChangeableBy(person).Select(t => t.Id);
        var found = await ReadAsync(
            database.Templates.Where(t => t.DeletedAt == null || changeable.Contains(t.Id)),
            ct
        );
        var order = StringComparer.CurrentCultureIgnoreCase;
        return [.. found.OrderBy(own => own.Template.Name.In(language), order)];
    }

    /// <summary>One that is offered, or null.</summary>
    public async Task<OwnTemplate?> FindAsync(string key, CancellationToken ct) =>
        (await ReadAsync(database.Templates.Offered().Where(t => t.Key == key), ct)).FirstOrDefault();

    /// <summary>One that the reader may change, deleted or not; null when there is none.</summary>
    public async Task<OwnTemplate?> FindMineAsync(string key, CancellationToken ct) =>
        (await ReadAsync(database.Templates.ChangeableBy(person).Where(t => t.Key == key), ct)).FirstOrDefault();

    public Task<Refusal?> DescribeAsync(
        OwnTemplate mine,
        int version,
        Wording name,
        Wording purpose,
        CancellationToken ct
    ) =>
        mine.Template.Describe(name, purpose, out var described) is { } fault
            ? Task.FromResult<Refusal?>(fault)
            : ChangeAsync(
                mine,
                version,
                row =>
                {
                    (row.Name, row.Json) = (TemplateLibrary.Write(described.Name), TemplateLibrary.Write(described));
                    row.UpdatedAt = clock.GetUtcNow();
                },
                ct
            );

    /// <summary>Takes it out of every list. Workshops that were made from it have their own plan, and keep it.</summary>
    public Task<Refusal?> DeleteAsync(OwnTemplate mine, int version, CancellationToken ct) =>
        mine.IsDeleted
            ? Task.FromResult<Refusal?>(null)
            : ChangeAsync(mine, version, row => row.DeletedAt = clock.GetUtcNow(), ct);

    public Task<Refusal?> RestoreAsync(OwnTemplate mine, CancellationToken ct) =>
        !mine.IsDeleted
            ? Task.FromResult<Refusal?>(null)
            : ChangeAsync(mine, mine.Version, row => row.DeletedAt = null, ct);

    private async Task<Refusal?> ChangeAsync(
        OwnTemplate mine,
        int version,
        Action<TemplateRow> change,
        CancellationToken ct
    )
    {
        var late = new Refusal(ChangedMeanwhile, Field: null, mine.Template.Name.Nb);
        var row = await database.Templates.SingleAsync(t => t.Key == mine.Template.Key, ct);
        if (row.Version != version)
        {
            return late;
        }
        change(row);
        row.Version++;
        try
        {
            await database.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody saved between the reading and the writing: it is theirs that is stored.
            database.ChangeTracker.Clear();
            return late;
        }
    }

    private async Task<List<OwnTemplate>> ReadAsync(IQueryable<TemplateRow> rows, CancellationToken ct)
    {
        var found = await rows.AsNoTracking()
            .GroupJoin(database.Users, t => t.OwnerId, p => p.Id, (row, people) => new { row, people })
            .SelectMany(
                x => x.people.DefaultIfEmpty(),
                (x, p) => new { x.row, Name = p == null ? null : p.DisplayName }
            )
            .ToListAsync(ct);
        return found.ConvertAll(x => new OwnTemplate(
            TemplateLibrary.Read(x.row.Json),
            x.row.Version,
            x.Name,
            person.IsAdministrator || x.row.OwnerId == person.RequiredId,
            x.row.UpdatedAt,
            x.row.DeletedAt is not null
        ));
    }
}

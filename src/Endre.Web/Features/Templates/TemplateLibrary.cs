using System.Text.Json;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Plan;
using Endre.Storage;
using Endre.Storage.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Templates;

/// <summary>The templates one may choose from: those that ship with Endre, and the organization's own.</summary>
internal sealed class TemplateLibrary(EndreContext database)
{
    public static bool IsShipped(string key) => ShippedTemplates.Find(key) is not null;

    public async Task<Template?> FindAsync(string key, CancellationToken ct)
    {
        if (ShippedTemplates.Find(key) is { } shipped)
        {
            return shipped;
        }
        // What could be no key is not asked for: PostgreSQL takes no text with a zero in it.
        if (!key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return null;
        }
        var row = await database.Templates.AsNoTracking().Offered().FirstOrDefaultAsync(t => t.Key == key, ct);
        return row is null ? null : Read(row.Json);
    }

    /// <summary>The organization's own, by name.</summary>
    public async Task<IReadOnlyList<Template>> ListOwnAsync(CancellationToken ct)
    {
        var rows = await database
            .Templates.AsNoTracking()
            .Offered()
            .OrderBy(t => t.Name)
            .Select(t => t.Json)
            .ToListAsync(ct);
        return rows.ConvertAll(Read);
    }

    /// <summary>Keeps a plan as a template of the organization's own; it can be chosen from then on.</summary>
    /// <param name="template">What to keep; its key is not used.</param>
    /// <param name="formId">The id its form was given: sent twice by the same person, it is kept once.</param>
    /// <param name="ownerId">Whose it is.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The template's key, or why it was not kept.</returns>
    public async Task<(string? Key, Refusal? Refusal)> SaveAsync(
        Template template,
        Guid formId,
        Guid ownerId,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (template.Describe(template.Name, template.Purpose, out var described) is { } fault)
        {
            return (null, fault);
        }
        // Another's form may carry the same id.
        var id = DerivedId.Of(formId, ownerId.ToByteArray());
        if (await KeyOfAsync(id, ct) is { } before)
        {
            return (before, null);
        }
        var key = $"egen-{id.ToString("N")[20..]}";
        var row = new TemplateRow
        {
            Id = id,
            Key = key,
            Name = Write(described.Name),
            Json = Write(described with { Key = key }),
            OwnerId = ownerId,
            CreatedAt = now,
            UpdatedAt = now,
        };
        database.Templates.Add(row);
        try
        {
            await database.SaveChangesAsync(ct);
            return (key, null);
        }
        catch (DbUpdateException)
        {
            // The same form twice at one instant: the other was first.
            database.ChangeTracker.Clear();
            if (await KeyOfAsync(id, ct) is { } first)
            {
                return (first, null);
            }
            throw;
        }
    }

    public static string Write(Template template) => JsonSerializer.Serialize(template, ShippedTemplates.Json);

    public static string Write(Wording name) => JsonSerializer.Serialize(name, ShippedTemplates.Json);

    public static Template Read(string json) =>
        JsonSerializer.Deserialize<Template>(json, ShippedTemplates.Json)
        ?? throw new JsonException("The template is empty.");

    private Task<string?> KeyOfAsync(Guid id, CancellationToken ct) =>
        database.Templates.Where(t => t.Id == id).Select(t => (string?)t.Key).FirstOrDefaultAsync(ct);
}

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
        var row = await database.Templates.AsNoTracking().FirstOrDefaultAsync(t => t.Key == key, ct);
        return row is null ? null : Read(row.Json);
    }

    /// <summary>The organization's own, by name.</summary>
    public async Task<IReadOnlyList<Template>> ListOwnAsync(CancellationToken ct)
    {
        var rows = await database.Templates.AsNoTracking().OrderBy(t => t.Name).Select(t => t.Json).ToListAsync(ct);
        return rows.ConvertAll(Read);
    }

    /// <summary>Keeps a plan as a template of the organization's own; it can be chosen from then on.</summary>
    /// <returns>The template's key, or why it was not kept.</returns>
    public async Task<(string? Key, Refusal? Refusal)> SaveAsync(
        string? name,
        WorkshopPlan plan,
        int groups,
        Guid ownerId,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (FreeText.Require(name, PlanRules.LongestTitle, "name", out var clean) is { } fault)
        {
            return (null, fault);
        }
        var key = $"egen-{Guid.CreateVersion7(now).ToString("N")[20..]}";
        var template = new Template(key, new Wording(clean), new Wording(""), groups, plan.Questions, plan.Steps, []);
        database.Templates.Add(
            new TemplateRow
            {
                Key = key,
                Name = JsonSerializer.Serialize(template.Name, ShippedTemplates.Json),
                Json = Write(template),
                OwnerId = ownerId,
                CreatedAt = now,
                UpdatedAt = now,
            }
        );
        await database.SaveChangesAsync(ct);
        return (key, null);
    }

    public static string Write(Template template) => JsonSerializer.Serialize(template, ShippedTemplates.Json);

    public static Template Read(string json) =>
        JsonSerializer.Deserialize<Template>(json, ShippedTemplates.Json)
        ?? throw new JsonException("The template is empty.");
}

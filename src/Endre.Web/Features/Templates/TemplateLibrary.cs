using System.Text.Json;
using Endre.Domain.Workshops.Plan;
using Endre.Storage;
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

    public static string Write(Template template) => JsonSerializer.Serialize(template, ShippedTemplates.Json);

    public static Template Read(string json) =>
        JsonSerializer.Deserialize<Template>(json, ShippedTemplates.Json)
        ?? throw new JsonException("The template is empty.");
}

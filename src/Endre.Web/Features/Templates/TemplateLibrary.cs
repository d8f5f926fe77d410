using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Endre.Domain.Workshops.Plan;
using Endre.Storage;
using Endre.Storage.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Templates;

/// <summary>The templates one may choose from: those that ship with Endre, and the organization's own.</summary>
internal sealed class TemplateLibrary(EndreContext database)
{
    private const string Folder = ".Features.Templates.Shipped.";

    /// <summary>The templates that ship, the deck's own first.</summary>
    public static readonly IReadOnlyList<Template> Shipped = ReadShipped();

    private static readonly FrozenDictionary<string, Template> ShippedByKey = Shipped.ToFrozenDictionary(
        t => t.Key,
        StringComparer.Ordinal
    );

    public static bool IsShipped(string key) => ShippedByKey.ContainsKey(key);

    public async Task<Template?> FindAsync(string key, CancellationToken ct)
    {
        if (ShippedByKey.TryGetValue(key, out var shipped))
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

    public static string Write(Template template) => JsonSerializer.Serialize(template, WorkshopEventJson.Stored);

    public static Template Read(string json) => JsonSerializer.Deserialize<Template>(json, WorkshopEventJson.Stored)!;

    private static IReadOnlyList<Template> ReadShipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.Contains(Folder, StringComparison.Ordinal))
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return Read(reader.ReadToEnd());
                })
                .OrderByDescending(t => t.Key == "mdi")
                .ThenBy(t => t.Name.Nb, StringComparer.Ordinal),
        ];
    }
}

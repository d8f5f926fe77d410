using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Endre.Storage;
using Endre.Storage.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Workshops.JoinWorkshop;

/// <summary>Six-digit codes and the workshops they lead to.</summary>
internal sealed class WorkshopCodes(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<string, Guid> known = new(StringComparer.Ordinal);

    /// <summary>A code by chance; whether an open workshop has it already, the database says when it is stored.</summary>
    public static string New() =>
        RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture);

    /// <summary>The six digits of what somebody typed, or null when it is no code: spaces and hyphens are fine.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 20)
        {
            return null;
        }
        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '-'));
        return digits.Length == 6 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>
    /// The workshop with this code: the open one, else the one that last had it; null when none ever had.
    /// </summary>
    public async Task<Guid?> FindAsync(string code, CancellationToken ct)
    {
        if (known.TryGetValue(code, out var id))
        {
            return id;
        }
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<EndreContext>();
        var row = await context
            .Workshops.AsNoTracking()
            .Where(w => w.Code == code)
            .OrderByDescending(w => w.State == WorkshopRow.Open)
            .ThenByDescending(w => w.CreatedAt)
            .FirstOrDefaultAsync(ct);
        // Only open ones are remembered: a closed one's code may be given to the next.
        if (row?.State == WorkshopRow.Open)
        {
            known[code] = row.Id;
        }
        return row?.Id;
    }

    /// <summary>Forgets a code whose workshop is no longer open.</summary>
    public void Forget(string code) => known.TryRemove(code, out _);
}

using System.Globalization;
using Endre.Storage;
using Endre.Storage.Audit;
using Endre.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Audit.ShowAuditLog;

/// <summary>The log, newest first, and whether its chain holds.</summary>
internal sealed class ShowAuditLog(EndreContext database)
{
    private const int PerPage = 50;

    public static async Task<IResult> HandleAsync(
        [FromQuery(Name = "side")] int? page,
        [FromQuery(Name = "handling")] string? act,
        [FromQuery(Name = "segl")] string? seal,
        [FromQuery(Name = "kode")] string? code,
        ShowAuditLog show,
        CancellationToken ct
    ) => Page.Of<ShowAuditLogPage>(new { View = await show.ReadAsync(page ?? 1, act, seal, code, ct) });

    private async Task<AuditView> ReadAsync(int page, string? act, string? seal, string? code, CancellationToken ct)
    {
        var acts = await database
            .AuditEntries.AsNoTracking()
            .Select(entry => entry.Act)
            .Distinct()
            .OrderBy(name => name)
            .ToListAsync(ct);
        var chosen = acts.Contains(act ?? "", StringComparer.Ordinal) ? act : null;
        var entries = database.AuditEntries.AsNoTracking().Where(entry => chosen == null || entry.Act == chosen);
        var total = await entries.CountAsync(ct);
        var last = Math.Max(1, (total + PerPage - 1) / PerPage);
        var shown = Math.Clamp(page, 1, last);
        var rows = await entries
            .OrderByDescending(entry => entry.At)
            .ThenByDescending(entry => entry.Id)
            .Skip((shown - 1) * PerPage)
            .Take(PerPage)
            .ToListAsync(ct);
        return new AuditView(
            await ListedEntries.NameAsync(database, rows, ct),
            acts,
            chosen,
            shown,
            last,
            await database.VerifyAuditAsync(ct),
            await CheckAsync(seal, code, ct)
        );
    }

    // Somebody wrote down a seal earlier: it must still be the same.
    private async Task<NotedSeal?> CheckAsync(string? seal, string? code, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(seal) && string.IsNullOrWhiteSpace(code))
            return null;
        var noted = (seal ?? "").Trim();
        var typed = (code ?? "").Trim().ToUpperInvariant();
        if (!long.TryParse(noted, CultureInfo.InvariantCulture, out var number) || number < 1)
            return new NotedSeal(noted, typed, Is: null);
        var found = await database.AuditSeals.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, ct);
        return new NotedSeal(noted, typed, found is not null && AuditChain.Code(found.Hash) == typed);
    }
}

/// <summary>What the page shows.</summary>
public sealed record AuditView(
    IReadOnlyList<ListedEntry> Entries,
    IReadOnlyList<string> Acts,
    string? Act,
    int Page,
    int LastPage,
    AuditVerdict Verdict,
    NotedSeal? Noted
);

/// <summary>A seal that somebody wrote down, and whether it is still the same; null when it is no number.</summary>
public sealed record NotedSeal(string Number, string Code, bool? Is);

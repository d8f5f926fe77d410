using Endre.Storage;
using Endre.Storage.Access;
using Endre.Web.Access;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Administration;

/// <summary>An installation without an administrator gets a one-time link at each start; only its hash is stored.</summary>
internal sealed class FirstAdministratorInvitation(EndreContext context, InvitationLine line, TimeProvider time)
    : IStartupPart
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public int Order => 50;

    public async Task PrepareAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await context.FirstAdministratorLinks.Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        if (await HasAdministratorAsync(context, ct))
            return;
        var secret = SecretText.New();
        context.FirstAdministratorLinks.Add(new() { Hash = SecretText.Hash(secret), ExpiresAt = now + Lifetime });
        await context.SaveChangesAsync(ct);
        line.Secret = secret;
    }

    /// <summary>The link that this secret opens, unless it is used or expired, or there is an administrator already.</summary>
    public async Task<FirstAdministratorLink?> FindAsync(string secret, CancellationToken ct)
    {
        var hash = SecretText.Hash(secret);
        var link = await context.FirstAdministratorLinks.SingleOrDefaultAsync(found => found.Hash == hash, ct);
        return
            link is { UsedAt: null } && link.ExpiresAt > time.GetUtcNow() && !await HasAdministratorAsync(context, ct)
            ? link
            : null;
    }

    private static Task<bool> HasAdministratorAsync(EndreContext context, CancellationToken ct) =>
        context
            .UserRoles.Join(context.Roles, row => row.RoleId, role => role.Id, (_, role) => role.Name)
            .AnyAsync(name => name == Roles.Administrator, ct);
}

/// <summary>Says on the console where the first administrator is made; the log, which is kept, says only that it did.</summary>
internal sealed partial class InvitationLine(ILogger<InvitationLine> logger) : IAnnouncement
{
    public int Order => 20;

    public string? Secret { get; set; }

    public IEnumerable<string> Lines(ListeningAddress address)
    {
        if (Secret is null)
            yield break;
        var link = new Uri(address.ForPeople, AdministrationLinks.FirstAdministratorWith(Secret));
        LogMissing();
        yield return $"first administrator: {link}";
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "There is no administrator yet. Make one within 24 hours with the link on standard output."
    )]
    private partial void LogMissing();
}

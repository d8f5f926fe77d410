using System.Data;
using System.Security.Cryptography;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Access;

/// <summary>
/// A person leaves, or comes back. Every way in closes at once, and what was open goes to somebody who is named. The row
/// stays, with its places in units, so that nothing that was said loses its history.
/// </summary>
internal sealed class Departures(
    EndreContext database,
    IEnumerable<IResponsibilities> responsibilities,
    AuditLog audit,
    SignInRight right,
    SignInEnds ends,
    TimeProvider clock
)
{
    /// <summary>What the person has open, a sentence for each area that has something.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync(Guid personId, CancellationToken ct)
    {
        var open = new List<string>();
        foreach (var area in responsibilities)
        {
            if (await area.CountAsync(personId, ct) is > 0 and var count)
                open.Add(area.Tell(count));
        }
        return open;
    }

    /// <summary>How much the person has open in all areas together.</summary>
    public async Task<int> CountOpenAsync(Guid personId, CancellationToken ct)
    {
        var open = 0;
        foreach (var area in responsibilities)
            open += await area.CountAsync(personId, ct);
        return open;
    }

    /// <summary>The person leaves.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="successorId">Who takes over what is open.</param>
    /// <param name="mayLeaveOpen">True for a program that knows no successor: what is open waits for an administrator.</param>
    /// <param name="ct">Stops it before it is stored.</param>
    /// <returns>
    /// Null when it is done or was done; otherwise <c>PersonUnknown</c>, <c>LastAdministrator</c>, <c>SuccessorNeeded</c>,
    /// <c>SuccessorUnknown</c> or <c>SuccessorMayNot</c> at the field <c>successorId</c>.
    /// </returns>
    public async Task<Refusal?> LeaveAsync(Guid personId, Guid? successorId, bool mayLeaveOpen, CancellationToken ct)
    {
        if (await database.Users.FindAsync([personId], ct) is not { } person)
            return new Refusal("PersonUnknown", Field: null);
        if (person.DeactivatedAt is not null)
            return null;
        if (!await IsAnotherAdministratorThereAsync(personId, ct))
            return new Refusal("LastAdministrator", Field: null);
        if (await CheckSuccessorAsync(person, successorId, mayLeaveOpen, ct) is { } fault)
            return fault;

        await using (var transaction = await BeginAsync(ct))
        {
            person.DeactivatedAt = clock.GetUtcNow();
            person.SuccessorId = successorId;
            Touch(person);
            await database.ApiTokens.Where(token => token.PersonId == personId).ExecuteDeleteAsync(ct);
            audit.Record("DeactivatePerson", "person", personId, ("successor", successorId?.ToString()));
            await database.SaveChangesAsync(ct);
            if (transaction is not null)
                await transaction.CommitAsync(ct);
        }
        ends.End(personId);
        await HandOverAsync(personId, successorId, ct);
        return null;
    }

    /// <summary>Gives what somebody who has left still has open to another.</summary>
    /// <returns>As <see cref="LeaveAsync"/>.</returns>
    public async Task<Refusal?> PassOnAsync(Guid personId, Guid? successorId, CancellationToken ct)
    {
        if (await database.Users.FindAsync([personId], ct) is not { } person)
            return new Refusal("PersonUnknown", Field: null);
        if (await CheckSuccessorAsync(person, successorId, mayLeaveOpen: false, ct) is { } fault)
            return fault;
        person.SuccessorId = successorId;
        person.ConcurrencyStamp = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        audit.Record("HandOverResponsibilities", "person", personId, ("successor", successorId?.ToString()));
        await database.SaveChangesAsync(ct);
        await HandOverAsync(personId, successorId, ct);
        return null;
    }

    /// <summary>The person comes back, with the places that have not ended. What was handed over stays handed over.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="endsOn">The new last day, or null.</param>
    /// <param name="ct">Stops it before it is stored.</param>
    /// <returns>Null when it is done; otherwise <c>PersonUnknown</c> or <c>LastDayPassed</c> at <c>endsOn</c>.</returns>
    public async Task<Refusal?> ReturnAsync(Guid personId, DateOnly? endsOn, CancellationToken ct)
    {
        if (await database.Users.FindAsync([personId], ct) is not { } person)
            return new Refusal("PersonUnknown", Field: null);
        if (endsOn < right.Today)
            return new Refusal("LastDayPassed", "endsOn");
        if (person.DeactivatedAt is null && person.EndsOn == endsOn)
            return null;
        (person.DeactivatedAt, person.SuccessorId, person.EndsOn) = (null, null, endsOn);
        Touch(person);
        audit.Record("ReactivatePerson", "person", personId, ("endsOn", endsOn?.ToString("O")));
        await database.SaveChangesAsync(ct);
        ends.Forget(personId);
        return null;
    }

    /// <summary>Whether somebody else can still administer when this person cannot.</summary>
    public async Task<bool> IsAnotherAdministratorThereAsync(Guid personId, CancellationToken ct)
    {
        var administrators = database
            .UserRoles.Join(
                database.Roles.Where(role => role.Name == Roles.Administrator),
                row => row.RoleId,
                role => role.Id,
                (row, _) => row.UserId
            )
            .Join(database.Users, id => id, person => person.Id, (_, person) => person);
        return !await administrators.AnyAsync(person => person.Id == personId, ct)
            || await administrators.AnyAsync(
                person => person.Id != personId && person.DeactivatedAt == null && person.EndsOn == null,
                ct
            );
    }

    private async Task<Refusal?> CheckSuccessorAsync(
        Person person,
        Guid? successorId,
        bool mayLeaveOpen,
        CancellationToken ct
    )
    {
        if (successorId is not { } id)
        {
            return mayLeaveOpen || (await OpenAsync(person.Id, ct)).Count == 0
                ? null
                : new Refusal("SuccessorNeeded", "successorId");
        }
        if (id == person.Id || await database.Users.FindAsync([id], ct) is not { } successor || !right.Has(successor))
            return new Refusal("SuccessorUnknown", "successorId");
        foreach (var area in responsibilities)
        {
            if (await area.CountAsync(person.Id, ct) is > 0 and var count && !await area.MayTakeOverAsync(id, ct))
                return new Refusal("SuccessorMayNot", "successorId", successor.DisplayName, area.Tell(count));
        }
        return null;
    }

    /// <summary>
    /// Gives the successor what is open. Outside a transaction, because some areas have a log of their own; done twice it
    /// changes nothing more.
    /// </summary>
    public async Task HandOverAsync(Guid personId, Guid? successorId, CancellationToken ct)
    {
        if (successorId is not { } successor)
            return;
        foreach (var area in responsibilities)
            await area.HandOverAsync(personId, successor, ct);
        await database.SaveChangesAsync(ct);
    }

    private void Touch(Person person) => Touch(person, clock.GetUtcNow());

    /// <summary>A new stamp ends cookies and closes links; the other tells whoever else has the row in hand.</summary>
    public static void Touch(Person person, DateTimeOffset now)
    {
        person.ChangedAt = now;
        person.SecurityStamp = RandomNumberGenerator.GetHexString(32);
        person.ConcurrencyStamp = Guid.CreateVersion7(now).ToString();
    }

    private async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction?> BeginAsync(CancellationToken ct) =>
        database.Database.CurrentTransaction is null
            ? await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct)
            : null;
}

/// <summary>Ends a person's sign-ins on this node at once: cookies and tokens.</summary>
internal sealed class SignInEnds(EndedSignIns cookies, PersonTokens tokens)
{
    public void End(Guid personId)
    {
        cookies.End(personId);
        tokens.Forget(personId);
    }

    public void Forget(Guid personId) => cookies.Forget(personId);
}

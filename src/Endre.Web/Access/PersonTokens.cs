using System.Collections.Concurrent;
using System.Security.Claims;
using Endre.Storage;
using Endre.Storage.Access;
using Endre.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Access;

/// <summary>The bearer tokens of people. A client that sends thousands of notes costs one look-up every half minute.</summary>
internal sealed class PersonTokens(IServiceScopeFactory scopes, TimeProvider time)
{
    public const string Prefix = "ea_";
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Found> _found = new(StringComparer.Ordinal);

    /// <summary>Whose token it is, or null when it is nobody's (any more).</summary>
    public async Task<ClaimsIdentity?> FindAsync(string token, CancellationToken ct)
    {
        var hash = SecretText.Hash(token);
        var key = Convert.ToBase64String(hash);
        if (_found.TryGetValue(key, out var found) && found.Until > time.GetUtcNow())
            return found.Identity;

        var identity = await LookUpAsync(hash, ct);
        // Unknown tokens are not remembered: guesses must not fill the memory.
        if (identity is null)
            return null;
        if (_found.Count >= MostRemembered)
            _found.Clear();
        _found[key] = new(identity, time.GetUtcNow() + Remember);
        return identity;
    }

    /// <summary>Looks the person's tokens up anew at their next use.</summary>
    public void Forget(Guid personId)
    {
        var id = personId.ToString();
        foreach (var (key, found) in _found)
        {
            if (found.Identity.HasClaim(ClaimTypes.NameIdentifier, id))
                _found.TryRemove(key, out _);
        }
    }

    /// <summary>Makes a token and stores its hash; the text exists only in the answer.</summary>
    public async Task<string> CreateAsync(EndreContext context, Guid personId, string name, CancellationToken ct)
    {
        var token = SecretText.New(Prefix);
        context.ApiTokens.Add(
            new ApiToken
            {
                Hash = SecretText.Hash(token),
                PersonId = personId,
                Name = name,
                CreatedAt = time.GetUtcNow(),
            }
        );
        await context.SaveChangesAsync(ct);
        return token;
    }

    private async Task<ClaimsIdentity?> LookUpAsync(byte[] hash, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<EndreContext>();
        var person = await context
            .ApiTokens.Where(token => token.Hash == hash)
            .Join(context.Users, token => token.PersonId, person => person.Id, (_, person) => person)
            .SingleOrDefaultAsync(ct);
        if (person is null)
            return null;
        var claims = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>();
        // Somebody who may not sign in becomes nobody.
        return (await claims.CreateAsync(person)).Identities.First() is { IsAuthenticated: true } identity
            ? identity
            : null;
    }

    private sealed record Found(ClaimsIdentity Identity, DateTimeOffset Until);
}

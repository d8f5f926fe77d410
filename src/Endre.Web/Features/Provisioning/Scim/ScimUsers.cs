using System.Text.Json.Nodes;
using Endre.Domain.Organizations.Provisioning;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary><c>/scim/v2/Users</c>: find, make, change and deactivate people.</summary>
internal sealed class ScimUsers(ScimPeople people, ScimLimits limits, ListeningAddress address)
{
    private ScimLimits Limits => limits;

    private ScimPeople People => people;

    public static Task<IResult> ListAsync(HttpContext http, ScimUsers users)
    {
        var (query, fault) = ScimQuery.Read(http.Request.Query);
        return query is null
            ? Task.FromResult<IResult>(ScimAnswer.Fault(fault!))
            : users.FindAsync(query, http.RequestAborted);
    }

    public static async Task<IResult> SearchAsync(HttpContext http, ScimUsers users)
    {
        var (body, refused) = await ScimRequest.ReadAsync(http.Request);
        if (body is null)
            return refused!;
        var (query, fault) = ScimQuery.Read(body);
        return query is null ? ScimAnswer.Fault(fault!) : await users.FindAsync(query, http.RequestAborted);
    }

    public static async Task<IResult> GetAsync(string id, HttpContext http, ScimUsers users)
    {
        var (query, fault) = ScimQuery.Read(http.Request.Query);
        if (query is null)
            return ScimAnswer.Fault(fault!);
        if (await users.ReadAsync(id, http.RequestAborted) is not { } user)
            return ScimAnswer.NotFound;
        var tag = Tag(user);
        return ScimRequest.HasSeen(http.Request, tag)
            ? ScimAnswer.NotModified(tag)
            : ScimAnswer.Resource(user, query.Projection);
    }

    public static async Task<IResult> CreateAsync(HttpContext http, ScimUsers users)
    {
        var (body, refused) = await ScimRequest.ReadAsync(http.Request);
        if (body is null)
            return refused!;
        var (input, fault) = UserInput.Read(body);
        if (input is null)
            return ScimAnswer.Fault(fault!);
        return await users.Limits.InTurnAsync(
            canRetry: true,
            async () =>
            {
                var (id, problem) = await users.People.CreateAsync(input, http.RequestAborted);
                return problem ?? await users.ShowAsync(id, http, StatusCodes.Status201Created);
            }
        );
    }

    public static async Task<IResult> ReplaceAsync(string id, HttpContext http, ScimUsers users)
    {
        var (body, refused) = await ScimRequest.ReadAsync(http.Request);
        if (body is null)
            return refused!;
        return await users.ChangeAsync(
            id,
            http,
            now =>
            {
                // What is left out of a PUT may be kept (RFC 7644 §3.5.1), and nobody comes back by being left out.
                if (ScimMatch.Find(body, "active") is null)
                    body["active"] = now["active"]?.DeepClone();
                return UserInput.Read(body);
            }
        );
    }

    public static async Task<IResult> PatchAsync(string id, HttpContext http, ScimUsers users)
    {
        var (body, refused) = await ScimRequest.ReadAsync(http.Request);
        if (body is null)
            return refused!;
        var (operations, fault) = ScimPatch.Read(body);
        if (fault is not null)
            return ScimAnswer.Fault(fault);
        return await users.ChangeAsync(id, http, now => Patch(now, operations));
    }

    public static Task<IResult> DeleteAsync(string id, HttpContext http, ScimUsers users) =>
        users.Limits.InTurnAsync(
            http.Request.Headers.IfMatch.Count == 0,
            async () =>
            {
                if (await users.ReadAsync(id, http.RequestAborted) is not { } user)
                    return ScimAnswer.NotFound;
                if (!ScimRequest.Allows(http.Request, Tag(user)))
                    return ScimAnswer.ChangedMeanwhile;
                return await users.People.RemoveAsync(Guid.Parse(id), http.RequestAborted) ?? ScimAnswer.Nothing();
            }
        );

    private static (UserInput? Input, ScimFault? Fault) Patch(JsonObject now, IReadOnlyList<ScimOperation> operations)
    {
        var names = (now["displayName"]?.ToString(), Written(now));
        if (ScimPatch.Apply(now, operations, ScimShape.User) is { } fault)
            return (null, fault);
        // A new name without a new display name is shown all the same.
        if (now["displayName"]?.ToString() == names.Item1 && Written(now) != names.Item2)
            now.Remove("displayName");
        return UserInput.Read(now);
    }

    private static string Written(JsonObject user) =>
        user["name"] is JsonObject name
            ? $"{ScimMatch.Find(name, "givenName")} {ScimMatch.Find(name, "familyName")}"
            : "";

    private static string Tag(JsonObject user) => user["meta"]!["version"]!.GetValue<string>();

    private Task<IResult> ChangeAsync(
        string id,
        HttpContext http,
        Func<JsonObject, (UserInput? Input, ScimFault? Fault)> decide
    ) =>
        limits.InTurnAsync(
            http.Request.Headers.IfMatch.Count == 0,
            async () =>
            {
                if (await ReadAsync(id, http.RequestAborted) is not { } user)
                    return ScimAnswer.NotFound;
                if (!ScimRequest.Allows(http.Request, Tag(user)))
                    return ScimAnswer.ChangedMeanwhile;
                var (input, fault) = decide(user);
                if (input is null)
                    return ScimAnswer.Fault(fault!);
                var personId = Guid.Parse(id);
                return await people.ChangeAsync(personId, input, http.RequestAborted)
                    ?? await ShowAsync(personId, http, StatusCodes.Status200OK);
            }
        );

    private async Task<IResult> ShowAsync(Guid id, HttpContext http, int status)
    {
        var (query, _) = ScimQuery.Read(http.Request.Query);
        var user = await ReadAsync(id.ToString(), http.RequestAborted);
        return user is null
            ? ScimAnswer.NotFound
            : ScimAnswer.Resource(user, query?.Projection ?? ScimProjection.All, status);
    }

    private async Task<JsonObject?> ReadAsync(string id, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var personId))
            return null;
        var found = await people.All().Where(one => one.Person.Id == personId).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var groups = await people.GroupsOfAsync([personId], ct);
        return UserResource.Of(found, groups[personId], address.ForPeople);
    }

    private async Task<IResult> FindAsync(ScimQuery query, CancellationToken ct)
    {
        var all = people.All();
        if (query.Filter is null && query.SortBy is null)
        {
            var total = await all.CountAsync(ct);
            var page = await all.OrderBy(one => one.Person.Id)
                .Skip(query.StartIndex - 1)
                .Take(query.Count)
                .ToListAsync(ct);
            return ScimAnswer.List(await DescribeAsync(page, query, ct), total, query.StartIndex);
        }

        var candidates = await ScimPeople.Narrow(all, query.Filter).OrderBy(one => one.Person.Id).ToListAsync(ct);
        var users = (await DescribeAsync(candidates, query with { Projection = ScimProjection.All }, ct)).Where(user =>
            query.Filter is null || ScimMatch.IsTrue(query.Filter, user, ScimShape.User)
        );
        return ScimSorting.Page(users, query, ScimShape.User);
    }

    private async Task<List<JsonObject>> DescribeAsync(List<ScimPerson> found, ScimQuery query, CancellationToken ct)
    {
        var groups = query.Projection.Shows("groups")
            ? await people.GroupsOfAsync([.. found.Select(one => one.Person.Id)], ct)
            : null;
        return
        [
            .. found.Select(one =>
                query.Projection.Of(UserResource.Of(one, groups?[one.Person.Id] ?? [], address.ForPeople))
            ),
        ];
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Endre.Domain.Organizations.Provisioning;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary><c>/scim/v2/Groups</c>: the provider's groups and who is in them.</summary>
internal sealed class ScimGroups(ScimGroupStore store, ScimLimits limits, ListeningAddress address)
{
    private ScimLimits Limits => limits;

    private ScimGroupStore Store => store;

    public static Task<IResult> ListAsync(HttpContext http, ScimGroups groups)
    {
        var (query, fault) = ScimQuery.Read(http.Request.Query);
        return query is null
            ? Task.FromResult<IResult>(ScimAnswer.Fault(fault!))
            : groups.FindAsync(query, http.RequestAborted);
    }

    public static async Task<IResult> SearchAsync(HttpContext http, ScimGroups groups)
    {
        var (body, refused) = await ScimRequest.ReadAsync(http.Request);
        if (body is null)
            return refused!;
        var (query, fault) = ScimQuery.Read(body);
        return query is null ? ScimAnswer.Fault(fault!) : await groups.FindAsync(query, http.RequestAborted);
    }

    public static async Task<IResult> GetAsync(string id, HttpContext http, ScimGroups groups)
    {
        var (query, fault) = ScimQuery.Read(http.Request.Query);
        if (query is null)
            return ScimAnswer.Fault(fault!);
        if (await groups.ReadAsync(id, query.Projection, http.RequestAborted) is not { } group)
            return ScimAnswer.NotFound;
        var tag = Tag(group);
        return ScimRequest.HasSeen(http.Request, tag)
            ? ScimAnswer.NotModified(tag)
            : ScimAnswer.Resource(group, query.Projection);
    }

    public static async Task<IResult> CreateAsync(HttpContext http, ScimGroups groups)
    {
        var (body, refused) = await ScimRequest.ReadAsync(http.Request);
        if (body is null)
            return refused!;
        var (input, fault) = GroupInput.Read(body);
        if (input is null)
            return ScimAnswer.Fault(fault!);
        return await groups.Limits.InTurnAsync(
            canRetry: true,
            async () =>
            {
                var (id, problem) = await groups.Store.CreateAsync(input, http.RequestAborted);
                return problem ?? await groups.ShowAsync(id, http, StatusCodes.Status201Created);
            }
        );
    }

    public static async Task<IResult> ReplaceAsync(string id, HttpContext http, ScimGroups groups)
    {
        var (body, refused) = await ScimRequest.ReadAsync(http.Request);
        return body is null ? refused! : await groups.ChangeAsync(id, http, isPatch: false, _ => GroupInput.Read(body));
    }

    public static async Task<IResult> PatchAsync(string id, HttpContext http, ScimGroups groups)
    {
        var (body, refused) = await ScimRequest.ReadAsync(http.Request);
        if (body is null)
            return refused!;
        var (operations, fault) = ScimPatch.Read(body);
        if (fault is not null)
            return ScimAnswer.Fault(fault);
        return await groups.ChangeAsync(
            id,
            http,
            isPatch: true,
            now => ScimPatch.Apply(now, operations, ScimShape.Group) is { } wrong ? (null, wrong) : GroupInput.Read(now)
        );
    }

    public static Task<IResult> DeleteAsync(string id, HttpContext http, ScimGroups groups) =>
        groups.Limits.InTurnAsync(
            http.Request.Headers.IfMatch.Count == 0,
            async () =>
            {
                if (await groups.ReadAsync(id, ScimProjection.All, http.RequestAborted) is not { } group)
                    return ScimAnswer.NotFound;
                if (!ScimRequest.Allows(http.Request, Tag(group)))
                    return ScimAnswer.ChangedMeanwhile;
                await groups.Store.RemoveAsync(Guid.Parse(id), http.RequestAborted);
                return ScimAnswer.Nothing();
            }
        );

    private static string Tag(JsonObject group) => group["meta"]!["version"]!.GetValue<string>();

    // RFC 7644 §3.5.2 lets a PATCH answer 204; a group of thousands is not sent back for each member that comes.
    private Task<IResult> ChangeAsync(
        string id,
        HttpContext http,
        bool isPatch,
        Func<JsonObject, (GroupInput? Input, ScimFault? Fault)> decide
    ) =>
        limits.InTurnAsync(
            http.Request.Headers.IfMatch.Count == 0,
            async () =>
            {
                if (await ReadAsync(id, ScimProjection.All, http.RequestAborted) is not { } group)
                    return ScimAnswer.NotFound;
                if (!ScimRequest.Allows(http.Request, Tag(group)))
                    return ScimAnswer.ChangedMeanwhile;
                var (input, fault) = decide(group);
                if (input is null)
                    return ScimAnswer.Fault(fault!);
                var groupId = Guid.Parse(id);
                if (await store.ChangeAsync(groupId, input, http.RequestAborted) is { } problem)
                    return problem;
                if (!isPatch || http.Request.Query.ContainsKey("attributes"))
                    return await ShowAsync(groupId, http, StatusCodes.Status200OK);
                var after = await ReadAsync(id, new ScimProjection([], []), http.RequestAborted);
                return after is null ? ScimAnswer.NotFound : ScimAnswer.Nothing(Tag(after));
            }
        );

    private async Task<IResult> ShowAsync(Guid id, HttpContext http, int status)
    {
        var (query, _) = ScimQuery.Read(http.Request.Query);
        var projection = query?.Projection ?? ScimProjection.All;
        return await ReadAsync(id.ToString(), projection, http.RequestAborted) is { } group
            ? ScimAnswer.Resource(group, projection, status)
            : ScimAnswer.NotFound;
    }

    private async Task<JsonObject?> ReadAsync(string id, ScimProjection projection, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var groupId))
            return null;
        var group = await store.All().SingleOrDefaultAsync(one => one.Id == groupId, ct);
        if (group is null)
            return null;
        var members = projection.Shows("members") ? await store.MembersOfAsync([groupId], ct) : null;
        return GroupResource.Of(group, members?[groupId] ?? [], address.ForPeople);
    }

    private async Task<IResult> FindAsync(ScimQuery query, CancellationToken ct)
    {
        var candidates = await store.Narrow(query.Filter).OrderBy(one => one.Id).ToListAsync(ct);
        // A filter may ask for members that the answer leaves out.
        var needsMembers =
            query.Projection.Shows("members") || (query.Filter is not null && AsksForMembers(query.Filter));
        var members = needsMembers ? await store.MembersOfAsync([.. candidates.Select(one => one.Id)], ct) : null;
        var groups = candidates
            .Select(one => GroupResource.Of(one, members?[one.Id] ?? [], address.ForPeople))
            .Where(group => query.Filter is null || ScimMatch.IsTrue(query.Filter, group, ScimShape.Group));
        return ScimSorting.Page(groups, query, ScimShape.Group);
    }

    private static bool AsksForMembers(ScimFilter filter) =>
        filter switch
        {
            ScimFilter.And both => AsksForMembers(both.Left) || AsksForMembers(both.Right),
            ScimFilter.Or either => AsksForMembers(either.Left) || AsksForMembers(either.Right),
            ScimFilter.Not not => AsksForMembers(not.Inner),
            ScimFilter.Some some => IsMembers(some.Attribute),
            ScimFilter.Present present => IsMembers(present.Attribute),
            ScimFilter.Compare compare => IsMembers(compare.Attribute),
            _ => false,
        };

    private static bool IsMembers(ScimAttribute attribute) =>
        string.Equals(attribute.Name, "members", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a client says of a group.</summary>
internal sealed record GroupInput(string DisplayName, string? ExternalId, IReadOnlySet<Guid> Members)
{
    private const int MostMembers = 50_000;

    public static (GroupInput? Input, ScimFault? Fault) Read(JsonObject group)
    {
        var name = Text(ScimMatch.Find(group, "displayName"));
        if (name is null || name.Length > Storage.Provisioning.ProvisionedGroup.MaxNameLength)
            return (null, new ScimFault("invalidValue", "displayName is required, with at most 256 characters."));
        var externalId = Text(ScimMatch.Find(group, "externalId"));
        if (externalId?.Length > Storage.People.Person.MaxExternalIdLength)
            return (null, new ScimFault("invalidValue", "externalId has at most 200 characters."));
        var members = new HashSet<Guid>();
        foreach (var member in ScimMatch.Find(group, "members") as JsonArray ?? [])
        {
            var value = member is JsonObject parts ? Text(ScimMatch.Find(parts, "value")) : Text(member);
            if (!Guid.TryParse(value, out var id))
                return (null, new ScimFault("invalidValue", "members.value is the id of a user."));
            members.Add(id);
        }

        return members.Count > MostMembers
            ? (null, new ScimFault("tooMany", $"A group has at most {MostMembers} members."))
            : (new GroupInput(name, externalId, members), null);
    }

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Trim() is { Length: > 0 } text
            ? text
            : null;
}

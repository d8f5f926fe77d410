using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Endre.Testing.Rights;

/// <summary>
/// One thing that somebody may ask the program for: a method, an address and the words the code has for it. Found in the
/// running program, so a new route is a new act without a line here.
/// </summary>
public sealed partial record Act(string Area, string Name, string Method, string Pattern, RouteEndpoint Endpoint)
{
    private static readonly string[] SaysNothing = ["Handle", "Show", "Act", "Save", "List", "Read", "Send", "Ask"];

    /// <summary>What stands for <c>{act}</c>, when one route is many acts.</summary>
    public string? Value { get; init; }

    /// <summary>As people read it: without what a parameter must look like.</summary>
    public string Address =>
        Constraint().Replace(Pattern, "{${name}}").TrimEnd('/') is { Length: > 0 } address
            ? address.Replace("{act}", Value ?? "{act}", StringComparison.Ordinal)
            : "/";

    public bool IsApi => Endpoint.Metadata.GetMetadata<ApiRoute>() is not null;

    public bool IsRead => Method is "GET" or "HEAD";

    public override string ToString() => $"{Method} {Pattern}{(Value is null ? "" : $" ({Value})")}";

    /// <summary>Every act of the program, in the order of its addresses.</summary>
    public static IReadOnlyList<Act> Of(EndpointDataSource routes) =>
        [
            .. routes
                .Endpoints.OfType<RouteEndpoint>()
                .SelectMany(Of)
                // An act with a route of its own is not also one of the many of {act}.
                .GroupBy(act => $"{act.Method} {act.Address}", StringComparer.Ordinal)
                .Select(same => same.OrderBy(act => act.Value is not null).First())
                .OrderBy(act => act.Area, StringComparer.Ordinal)
                .ThenBy(act => act.Address, StringComparer.Ordinal)
                .ThenBy(act => act.Method, StringComparer.Ordinal),
        ];

    private static IEnumerable<Act> Of(RouteEndpoint route)
    {
        var handler = route.Metadata.GetMetadata<MethodInfo>() ?? route.RequestDelegate!.Method;
        var type = Outermost(handler.DeclaringType!);
        var (area, subject) = Subject(type, route.RoutePattern);
        var named = ConstantsBeside(type);
        foreach (var method in MethodsOf(route))
        {
            var act = new Act(area, subject, method, route.RoutePattern.RawText!, route);
            var many = act.IsMany ? named.Where(pair => pair.Value.IsAct).ToList() : [];
            foreach (var (value, name) in many)
                yield return act with
                {
                    Name = $"{subject}: {name.Words}",
                    Value = value,
                };
            if (many.Count == 0)
                yield return act with
                {
                    Name = Named(subject, Detail(route.RoutePattern, handler, named)),
                };
        }
    }

    private bool IsMany => !IsRead && Endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name == "act");

    // The folder of an act is its verb and noun; where an area is one folder, its class is.
    private static (string Area, string Subject) Subject(Type handler, RoutePattern pattern)
    {
        if (pattern.RawText is "{**path}")
            return ("Hosting", "unknown address");
        return handler.Namespace!.Split('.') switch
        {
            // What providers ask for is told by what they ask about.
            ["Endre", "Web", "Features", var area, "Scim", ..] => (area, Words(handler.Name)),
            ["Endre", "Web", "Features", var area, var folder, ..] when folder != "Shared" => (area, Words(folder)),
            ["Endre", "Web", "Features", var area, ..] => (area, Words(Ending().Replace(handler.Name, ""))),
            ["Endre", "Web", ..] => ("Hosting", Words(Ending().Replace(handler.Name, ""))),
            _ => (
                "Hosting",
                $"describe {pattern.PathSegments[0].Parts.OfType<RoutePatternLiteralPart>().First().Content}"
            ),
        };
    }

    private static string Named(string subject, string? detail) =>
        detail is null || detail.Split(' ').All(subject.Split(' ').Contains) ? subject : $"{subject}: {detail}";

    // A constant for the end of the address says it best, then the handler's own name, then nothing.
    private static string? Detail(RoutePattern pattern, MethodInfo handler, Dictionary<string, Constant> named)
    {
        var literals = pattern.RawText!.Trim('/').Split('/');
        literals = literals[
            (Array.FindLastIndex(literals, part => part.Contains('{', StringComparison.Ordinal)) + 1)..
        ];
        for (var from = 0; from < literals.Length; from++)
        {
            if (named.TryGetValue(string.Join('/', literals[from..]), out var constant))
                return constant.Words;
        }

        var name = handler.Name.Contains('<', StringComparison.Ordinal)
            ? ""
            : handler.Name.Replace("Async", "", StringComparison.Ordinal);
        if (name.Length > 0 && !SaysNothing.Contains(name))
            return Words(name);
        return literals is [.., var file] && file.Contains('.', StringComparison.Ordinal) ? file : null;
    }

    // Where pages have an address for each act, they name it: Write = "lapper".
    private static Dictionary<string, Constant> ConstantsBeside(Type handler) =>
        handler
            .Assembly.GetTypes()
            .Where(type => type.Namespace == handler.Namespace && (type == handler || NamesActs(type)))
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                    .Where(field => field.IsLiteral && field.FieldType == typeof(string) && field.Name != "Path")
                    .Select(field => (Value: (string)field.GetRawConstantValue()!, Type: type, field.Name))
            )
            .GroupBy(constant => constant.Value.Trim('/'), StringComparer.Ordinal)
            .ToDictionary(
                same => same.Key,
                same => new Constant(
                    Words(same.First().Name),
                    same.First().Type.Name.EndsWith("Acts", StringComparison.Ordinal)
                ),
                StringComparer.Ordinal
            );

    private static bool NamesActs(Type type) =>
        type.Name.EndsWith("Acts", StringComparison.Ordinal)
        || (type.Name.EndsWith("Links", StringComparison.Ordinal) && type.Name != "WorkshopLinks");

    private static IEnumerable<string> MethodsOf(RouteEndpoint route)
    {
        var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        return methods.Count == 0 ? ["GET"] : methods.Where(method => method != "HEAD" || !methods.Contains("GET"));
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string Words(string name) => Border().Replace(name, " ").ToLower(CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Border();

    [GeneratedRegex("(Feature|Endpoints|Endpoint|Pages|Page)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\{(?<name>\w+):[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constraint();

    private sealed record Constant(string Words, bool IsAct);
}

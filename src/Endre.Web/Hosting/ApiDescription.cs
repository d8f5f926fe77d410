using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Endre.Domain.Shared;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Endre.Web.Hosting;

/// <summary><c>/openapi/v1.json</c>: what a client is written from.</summary>
internal static class ApiDescription
{
    private const string Token = "token";
    private const string Input = "Input";

    public static void Use(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true;
        options.CreateSchemaReferenceId = NameOf;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                Introduce(document);
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                var isOpen = context.Description.ActionDescriptor.EndpointMetadata.OfType<OpenToAll>().Any();
                operation.Security = isOpen ? [] : [Requirement(context.Document)];
                Explain(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<ProblemAnswer>());
                return Task.CompletedTask;
            }
        );
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                Simplify(schema, context.JsonTypeInfo);
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>This route needs no token.</summary>
    public static TBuilder NeedsNoToken<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new OpenToAll());

    /// <summary>
    /// This route takes JSON of this kind. It is only described: a route that chose its requests by their content type
    /// would leave the others to the page that is not there.
    /// </summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route) =>
        route.WithMetadata(new AcceptsMetadata([], typeof(T)));

    /// <summary>This route may answer with a problem.</summary>
    /// <param name="route">The route.</param>
    /// <param name="status">The problem's status.</param>
    /// <param name="description">When, and which types of problems.</param>
    public static TBuilder MayAnswer<TBuilder>(this TBuilder route, int status, string description)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ProblemAnswer(status, description));

    private static void Introduce(OpenApiDocument document)
    {
        document.Info.Title = "Endre";
        document.Info.Description =
            "Errors are application/problem+json, in the language of Accept-Language (nb, nn, en). People send "
            + "Authorization: Bearer ea_…, participants of a workshop Bearer ep_… from POST /api/v1/join. What is null "
            + "is left out of answers.";
        // The address of whoever asked first would be shown to everybody.
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
        };
    }

    private static OpenApiSecurityRequirement Requirement(OpenApiDocument? document) =>
        new() { [new OpenApiSecuritySchemeReference(Token, document)] = [] };

    // What different acts take is called Input in each of them.
    private static string? NameOf(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name == Input && type.Type.DeclaringType is { } act
            ? act.Name.Replace("Endpoint", "", StringComparison.Ordinal) + Input
            : name;
    }

    private static void Explain(OpenApiOperation operation, IEnumerable<ProblemAnswer> answers)
    {
        foreach (var same in answers.GroupBy(a => a.StatusCode))
        {
            var status = same.Key.ToString(CultureInfo.InvariantCulture);
            if (operation.Responses?.TryGetValue(status, out var response) is true)
            {
                response.Description = string.Join(", ", same.Select(a => a.Description));
            }
        }
    }

    private static void Simplify(OpenApiSchema schema, JsonTypeInfo type)
    {
        // That numbers are also read from text is a kindness, not the contract.
        if (schema.Type is { } kinds && kinds.HasFlag(JsonSchemaType.String) && IsNumber(kinds))
        {
            (schema.Type, schema.Pattern) = (kinds & ~JsonSchemaType.String, null);
        }
        foreach (var property in type.Properties)
        {
            // What is stored with events and shown to nobody is not described either.
            if (property.AttributeProvider?.IsDefined(typeof(ConcealedAttribute), inherit: true) is true)
            {
                schema.Properties?.Remove(property.Name);
                schema.Required?.Remove(property.Name);
            }
            else if (property.IsGetNullable && type.Type.Name != Input)
            {
                schema.Required?.Remove(property.Name);
            }
        }
    }

    private static bool IsNumber(JsonSchemaType kinds) =>
        kinds.HasFlag(JsonSchemaType.Integer) || kinds.HasFlag(JsonSchemaType.Number);

    private sealed record OpenToAll;

    private sealed class ProblemAnswer(int status, string description) : IProducesResponseTypeMetadata
    {
        public Type Type => typeof(ApiProblem);

        public int StatusCode => status;

        public string Description => description;

        public IEnumerable<string> ContentTypes => ["application/problem+json"];
    }
}

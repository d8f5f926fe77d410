using System.Text.RegularExpressions;

namespace Endre.Conventions.Tests;

/// <summary>
/// May this person? The policy of the route group. This row? The scope it is loaded through. A handler that decides for
/// itself is a third place, where nobody looks.
/// </summary>
public sealed partial class RightsConventionTests
{
    private const string Features = "src/Endre.Web/Features";

    // They say what a refusal of the domain, of a provider or of RFC 7644 is called in HTTP, or are a way to sign in.
    private static readonly string[] Translators =
    [
        "WorkshopProblem.cs",
        "WorkshopApi.cs",
        "HassleProblem.cs",
        "MinutesProblem.cs",
        "MeasureProblem.cs",
        "ScimDiscovery.cs",
        "ScimTokenHandler.cs",
        "ProviderFault.cs",
        "SignInWithProvider.cs",
    ];

    [Fact]
    public void No_handler_asks_for_a_role() =>
        Found(
                Source.Files([Features], ".cs"),
                AsksForRole(),
                // What stands in the menu hides nothing that a policy does not also close.
                line => line.Contains("person => person.", StringComparison.Ordinal)
            )
            // A scope is told by what it answers: rows of those that may be seen.
            .Where(found => !IsScope(found.File))
            .Select(found => found.Text)
            .ShouldBeEmpty();

    [Fact]
    public void No_handler_refuses_a_person_by_itself() =>
        Found(Source.Files([Features], ".cs", ".razor"), Refuses(), _ => false)
            .Where(found => !Translators.Contains(Path.GetFileName(found.File)))
            .Select(found => found.Text)
            .ShouldBeEmpty();

    [Fact]
    public void A_policy_has_a_name_and_its_rule_stands_with_the_others() =>
        Found(
                Source.Files(["src/Endre.Web"], ".cs"),
                UnnamedPolicy(),
                line => line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            )
            .Select(found => found.Text)
            .ShouldBeEmpty();

    [Fact]
    public void Attributes_say_nothing_of_rights() =>
        Found(Source.Files(["src/Endre.Web"], ".cs", ".razor"), Attribute(), _ => false)
            .Select(found => found.Text)
            .ShouldBeEmpty();

    [Fact]
    public void A_handler_of_a_workshop_loads_it_through_its_scope()
    {
        // Joining is by code; the rest of the area goes through WorkshopScope or lists one's own rows.
        var wrong =
            from file in Source.Files([$"{Features}/Workshops"], ".cs")
            let text = File.ReadAllText(file)
            where text.Contains("LiveWorkshops", StringComparison.Ordinal)
            where text.Contains("HttpContext context, Guid id", StringComparison.Ordinal)
            where !text.Contains("WorkshopScope", StringComparison.Ordinal)
            select Source.Relative(file);
        wrong.ShouldBeEmpty();
    }

    private static bool IsScope(string file) =>
        File.ReadAllText(file).Contains("IQueryable<", StringComparison.Ordinal)
        || file.EndsWith("Scope.cs", StringComparison.Ordinal);

    private static IEnumerable<(string File, string Text)> Found(
        IEnumerable<string> files,
        Regex wrong,
        Func<string, bool> isFine
    ) =>
        from file in files
        from line in File.ReadLines(file).Select((text, at) => (Text: text, Number: at + 1))
        where wrong.IsMatch(line.Text) && !isFine(line.Text)
        select (file, $"{Source.Relative(file)}({line.Number}): {line.Text.Trim()}");

    [GeneratedRegex(
        @"[pP]erson\.(IsAdministrator|IsLeader|IsFacilitator|Is\()|\.IsInRole\(|IAuthorizationService|AuthorizeAsync\(",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex AsksForRole();

    [GeneratedRegex(
        @"Results\.(Forbid|Unauthorized|Challenge)\(|Status403Forbidden|Status401Unauthorized|ForbidAsync|ChallengeAsync",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Refuses();

    [GeneratedRegex(@"RequireAuthorization\((?!Policies\.|\))", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex UnnamedPolicy();

    [GeneratedRegex(
        @"\[(Authorize|AllowAnonymous)|@attribute \[(Authorize|AllowAnonymous)",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Attribute();
}

using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;

namespace Endre.Conventions.Tests;

public sealed partial class DependencyTests
{
    [Fact]
    public void The_domain_knows_nothing_but_the_base_library()
    {
        var others = Assemblies
            .Domain.GetReferencedAssemblies()
            .Where(name => !name.Name!.StartsWith("System.", StringComparison.Ordinal));
        others.ShouldBeEmpty();
    }

    [Fact]
    public void The_language_knows_nothing_but_the_base_library() =>
        Assemblies
            .Language.GetReferencedAssemblies()
            .Where(name => !name.Name!.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Nothing_knows_the_web() =>
        Assemblies
            .All.Where(assembly => assembly != Assemblies.Web)
            .Where(assembly => assembly.GetReferencedAssemblies().Any(name => name.Name == "endre"))
            .ShouldBeEmpty();

    [Fact]
    public void Documents_know_nothing_of_the_domain_or_the_storage() =>
        Assemblies
            .Documents.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("Endre.", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void An_area_uses_links_and_texts_of_another_area_and_nothing_else_of_it()
    {
        var declared = Source
            .Files([Areas], ".cs", ".razor")
            .SelectMany(file => Declares(file).Select(type => (Area: AreaOf(file), Type: type)))
            .Where(found => !found.Type.EndsWith("Links", StringComparison.Ordinal))
            .ToLookup(found => found.Area, found => found.Type);
        var wrong =
            from file in Source.Files([Areas], ".cs", ".razor")
            let text = File.ReadAllText(file)
            let own = AreaOf(file)
            let words = Word().Matches(text).Select(word => word.Value).ToHashSet(StringComparer.Ordinal)
            from Match used in UsedArea().Matches(text)
            let area = used.Groups["area"].Value
            where area != own && !OpenAreas.Contains(area)
            from type in declared[area]
            where words.Contains(type)
            select $"{Source.Relative(file)} uses {type} of {area}";
        wrong.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void An_area_uses_no_page_and_no_handler_of_another_not_even_of_one_that_is_meant_for_others()
    {
        var inside = Assemblies
            .Types(Assemblies.Web)
            .Where(type => AreaOf(type) is not null && (type.IsAssignableTo(typeof(IComponent)) || MapsRoutes(type)))
            .ToLookup(AreaOf, type => type.Name);
        var wrong =
            from file in Source.Files([Areas], ".cs", ".razor")
            let text = File.ReadAllText(file)
            let words = WordInUse().Matches(text).Select(word => word.Value).ToHashSet(StringComparer.Ordinal)
            from Match used in UsedArea().Matches(text)
            let area = used.Groups["area"].Value
            where area != AreaOf(file)
            from type in inside[area]
            where words.Contains(type)
            select $"{Source.Relative(file)} uses {type} of {area}";
        wrong.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    private const string Areas = "src/Endre.Web/Features";

    // What these offer is meant for other areas: a demo to add to, templates to run, factors to tie things to.
    private static readonly string[] OpenAreas = ["Demo", "Templates", "Taxonomy"];

    private static string? AreaOf(Type type) =>
        type.Namespace!.StartsWith("Endre.Web.Features.", StringComparison.Ordinal)
            ? type.Namespace.Split('.')[3]
            : null;

    private static bool MapsRoutes(Type type) =>
        !type.Name.EndsWith("Feature", StringComparison.Ordinal)
        && type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(method => method.ReturnType.IsAssignableTo(typeof(IEndpointRouteBuilder)));

    private static string AreaOf(string file) => Source.Relative(file).Split('/')[3];

    private static IEnumerable<string> Declares(string file) =>
        file.EndsWith(".razor", StringComparison.Ordinal)
            ? [Path.GetFileNameWithoutExtension(file)]
            : Declaration().Matches(File.ReadAllText(file)).Select(match => match.Groups["type"].Value);

    [GeneratedRegex(
        @"^(public|internal) [a-z ]*(class|record|struct|interface|enum) (struct )?(?<type>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"using Endre\.Web\.Features\.(?<area>\w+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex UsedArea();

    [GeneratedRegex(@"\w+", RegexOptions.None, 60_000)]
    private static partial Regex Word();

    // As a tag, a type that something is asked of, or one that is made.
    [GeneratedRegex(@"\w+(?=[\s/>.(])", RegexOptions.None, 60_000)]
    private static partial Regex WordInUse();
}

using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Endre.Conventions.Tests;

public sealed class ShapeTests
{
    private const int MostLines = 300;
    private const int MostParameters = 6;

    private static readonly string[] BannedEndings =
    [
        "Service",
        "Manager",
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Utility",
        "Base",
        "Dto",
        "Impl",
        "Info",
    ];

    // A leader of a unit is a Manager (docs/glossary.md), not a suffix.
    private static readonly string[] Words = ["Manager"];

    // Where the program begins, for tests and benchmarks that begin it.
    private static readonly string[] Public = ["Endre.Web.Program"];

    [Fact]
    public void A_file_has_at_most_300_lines()
    {
        var tooLong =
            from file in Source.Files(["src", "tests", "bench"], ".cs", ".razor", ".ts", ".mjs")
            let lines = File.ReadLines(file).Count()
            where lines > MostLines
            select $"{Source.Relative(file)} has {lines}";
        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void A_constructor_has_at_most_six_parameters()
    {
        var tooWide =
            from type in Assemblies.Types(Assemblies.All)
            where !Assemblies.IsRecord(type)
            from constructor in type.GetConstructors(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
            )
            let count = constructor.GetParameters().Length
            where count > MostParameters
            select $"{type.FullName} has {count}";
        tooWide.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_says_what_a_thing_is() =>
        Assemblies
            .Types(Assemblies.All)
            .Where(type => Array.Exists(BannedEndings, type.Name.Split('`')[0].EndsWith) && !Words.Contains(type.Name))
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void Only_features_and_what_pages_are_made_of_are_public_in_the_web()
    {
        var written = Assemblies.Types(Assemblies.Web).ToList();
        // Razor makes components public, and so must be what they are given.
        var components = written.Where(type => type.IsAssignableTo(typeof(IComponent))).ToHashSet();
        var shown = Reachable(components);
        written
            .Where(type => type.IsVisible && !components.Contains(type) && !shown.Contains(type))
            .Where(type => type.Name != "_Imports")
            .Where(type => !type.Name.EndsWith("Feature", StringComparison.Ordinal))
            .Select(type => type.FullName)
            .Except(Public)
            .ShouldBeEmpty();
    }

    private static HashSet<Type> Reachable(IEnumerable<Type> from)
    {
        var found = new HashSet<Type>();
        var waiting = new Stack<Type>(from);
        while (waiting.TryPop(out var type))
        {
            foreach (var part in type.GetProperties().SelectMany(property => Parts(property.PropertyType)))
            {
                if (part.Assembly == Assemblies.Web && found.Add(part))
                    waiting.Push(part);
            }

            if (type.DeclaringType is { } outer && outer.Assembly == Assemblies.Web && found.Add(outer))
                waiting.Push(outer);
            foreach (
                var nested in Assemblies
                    .Types(Assemblies.Web)
                    .Where(other => other.BaseType == type && found.Add(other))
            )
                waiting.Push(nested);
        }

        return found;
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsArray ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);
}

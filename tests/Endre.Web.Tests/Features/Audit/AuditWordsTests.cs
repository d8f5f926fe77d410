using System.Globalization;
using System.Text.RegularExpressions;
using Endre.Domain.Organizations;
using Endre.Storage.People;
using Endre.Storage.Provisioning;
using Endre.Web.Features.Audit;
using Endre.Web.Texts;

namespace Endre.Web.Tests.Features.Audit;

public sealed partial class AuditWordsTests
{
    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public void Every_act_that_is_recorded_is_told_in_words(string language)
    {
        var written = Directory
            .EnumerateFiles(Path.Combine(Root(), "src", "Endre.Web"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Recorded().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["act"].Value);
        var decided = typeof(UnitCommand)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract)
            .Where(type => type.IsSubclassOf(typeof(UnitCommand)) || type.IsSubclassOf(typeof(PositionCommand)))
            .Select(type => type.Name);
        var acts = written.Concat(decided).Distinct().ToList();
        acts.Count.ShouldBeGreaterThan(20);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var texts = new Texts<AuditTexts>();
        acts.Where(act => !texts.Has($"Act_{act}")).ShouldBeEmpty();
    }

    // What a provider changed is recorded by the names of columns.
    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public void Every_field_that_a_provider_changes_is_told_in_words(string language)
    {
        var fields = typeof(ProvisionedPerson)
            .GetProperties()
            .Where(field =>
                field.Name is not (nameof(ProvisionedPerson.PersonId) or nameof(ProvisionedPerson.RemovedAt))
            )
            .Concat([
                typeof(Person).GetProperty(nameof(Person.UserName))!,
                typeof(Person).GetProperty(nameof(Person.Email))!,
                typeof(Person).GetProperty(nameof(Person.DisplayName))!,
                typeof(Person).GetProperty(nameof(Person.ExternalId))!,
                typeof(Person).GetProperty(nameof(Person.Language))!,
            ])
            .Select(field => field.Name)
            .ToList();
        fields.Count.ShouldBeGreaterThan(10);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var texts = new Texts<AuditTexts>();
        fields.Where(field => !texts.Has($"Value_{field.ToLowerInvariant()}")).ShouldBeEmpty();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Endre.slnx")))
        {
            folder = folder.Parent!;
        }
        return folder.FullName;
    }

    [GeneratedRegex("""audit\.Record\(\s*(nameof\()?"?(?<act>[A-Z]\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Recorded();
}

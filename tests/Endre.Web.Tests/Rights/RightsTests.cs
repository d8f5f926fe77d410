using System.Text.RegularExpressions;
using Endre.Testing;
using Endre.Testing.Rights;
using Endre.Web.Features.Administration;

namespace Endre.Web.Tests.Rights;

/// <summary>Every endpoint of the running program, asked for by every role and by a stranger.</summary>
[Collection(Sweep.Name)]
public sealed partial class RightsTests(Sweep sweep)
{
    private const string Rewrite = "REWRITE_DOCS";

    [Fact]
    public async Task The_matrix_in_the_docs_is_that_of_the_program()
    {
        var file = Path.Combine(Repository.Root, "docs", "rights.md");
        var now = sweep.Matrix.ToMarkdown();
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
            await File.WriteAllTextAsync(file, now);
        var stands = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        (stands == now).ShouldBeTrue(
            $"docs/rights.md differs from the routes. Look at what changed, then: {Rewrite}=1 ./test web \"*RightsTests*\""
        );
    }

    [Fact]
    public void Every_role_and_every_act_is_asked()
    {
        sweep.Attempts.Count.ShouldBe(sweep.Matrix.Acts.Count * sweep.Matrix.Roles.Count);
        sweep.Matrix.Roles.Count.ShouldBeGreaterThan(Web.Access.Roles.All.Count + 2);
        sweep.Matrix.Acts.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Nothing_breaks_whoever_asks() =>
        Wrong(at => IsBroken(at.Real) || (at.Never is { } never && IsBroken(never))).ShouldBeEmpty();

    [Fact]
    public void A_role_that_may_not_is_told_so() =>
        Wrong(at => at.Right == Right.No && at.Real.Status != 403).ShouldBeEmpty();

    [Fact]
    public void Whoever_is_not_signed_in_is_asked_to() =>
        Wrong(at => at.Right == Right.SignIn && !IsAskedWho(at.Real)).ShouldBeEmpty();

    [Fact]
    public void A_role_that_may_is_let_in() =>
        Wrong(at => at.Right is Right.Yes or Right.Key && (at.Real.Status is 401 or 403 || IsAskedWho(at.Real)))
            .ShouldBeEmpty();

    [Fact]
    public void A_role_that_may_finds_the_row() =>
        Wrong(at => at is { Right: Right.Yes or Right.Key, Kind: RowKind.Shared, Real.Status: 404 }).ShouldBeEmpty();

    [Fact]
    public void What_is_somebody_elses_answers_as_what_never_was() =>
        Wrong(at => at.Right is Right.Own or Right.NotFound && !Owns(at) && at.MeetsTheRow).ShouldBeEmpty();

    [Fact]
    public void What_is_somebody_elses_shows_nothing() =>
        Wrong(at => at.Right is Right.Own or Right.NotFound && !Owns(at) && at.Real.Status is not (303 or 401 or 404))
            .ShouldBeEmpty();

    [Fact]
    public void Each_private_act_is_open_to_one_of_those_whose_row_it_is()
    {
        // A reload of a refused form leads back to the page, whoever asks and whether there is a row or not.
        var closed =
            from attempt in sweep.Attempts
            where attempt.Kind == RowKind.Private
            group attempt by attempt.Act into asked
            where
                !asked.Any(at => Owns(at) && at.MeetsTheRow)
                && !asked.All(at => at.Real.Status is 303 or 401 or 403 or 302)
            select $"{asked.Key}";
        closed.ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_that_an_address_names_is_a_real_one()
    {
        // The link for the first administrator is gone where there is one: FirstAdministratorTests open it.
        var unknown = sweep
            .Attempts.Where(at => at.Kind == RowKind.Gone)
            .Select(at => at.Act.Pattern)
            .Where(pattern => pattern.TrimEnd('/') is not (AdministrationLinks.FirstAdministrator or "{**path}"));
        unknown.Distinct(StringComparer.Ordinal).ShouldBeEmpty("Tell Rows.Find how to fill these.");
    }

    [Fact]
    public void Every_act_is_named_in_words_of_the_glossary()
    {
        var known = File.ReadLines(Path.Combine(Repository.Root, "docs", "glossary.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => Word().Matches(line.Split('|')[2]).Select(match => match.Value.ToLowerInvariant()))
            .ToHashSet(StringComparer.Ordinal);
        sweep
            .Matrix.Acts.Select(act => act.Name)
            .Distinct(StringComparer.Ordinal)
            .Where(name => !name.Split(' ', ':', '.').Any(word => known.Any(term => IsOf(word, term))))
            .ShouldBeEmpty("Name the folder by a verb and a noun of docs/glossary.md, or give the noun a row there.");
    }

    // Notes are of note, people of person is a row of its own, and to interpret is of interpretation.
    private static bool IsOf(string word, string term) =>
        word == term
        || word == term + "s"
        || word == term[..^1] + "ies"
        || (word.Length >= 6 && term.StartsWith(word, StringComparison.Ordinal));

    private static bool IsAskedWho(Reply reply) =>
        reply.Status == 401
        || (reply.Status == 302 && reply.Header("Location").Contains("/logg-inn", StringComparison.Ordinal));

    // What is not offered says so with 501.
    private static bool IsBroken(Reply reply) => reply.Status is >= 500 and not 501;

    private static bool Owns(Attempt at) => Rows.OwnersOf(at.Act).Contains(at.Role);

    private IEnumerable<string> Wrong(Func<Attempt, bool> isWrong) =>
        sweep.Attempts.Where(isWrong).Select(at => at.ToString());

    [GeneratedRegex("[A-Z]?[a-z]{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}

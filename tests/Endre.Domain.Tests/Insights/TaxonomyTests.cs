using Endre.Domain.Insights;
using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Insights;

public sealed class TaxonomyTests
{
    [Fact]
    public void It_has_the_drivers_of_the_deck_in_its_order() =>
        Taxonomy
            .Drivers.Select(f => f.Id)
            .ShouldBe([
                "driver-leadership",
                "driver-co-workership",
                "driver-organization",
                "driver-visibility",
                "driver-champions",
                "driver-leader-support",
                "driver-risk-willingness",
                "driver-mobility",
                "driver-user-needs",
                "driver-openings",
                "driver-middle-managers",
            ]);

    [Fact]
    public void It_has_the_barriers_of_the_deck_in_its_order() =>
        Taxonomy
            .Barriers.Select(f => f.Id)
            .ShouldBe([
                "barrier-person-dependent",
                "barrier-unclear-responsibility",
                "barrier-zero-error-culture",
                "barrier-cost-and-risk",
                "barrier-lack-of-incentives",
                "barrier-annual-budgets",
                "barrier-early-phase",
                "barrier-pilots-not-implemented",
            ]);

    [Theory]
    [InlineData("driver-leadership", "Lederskap")]
    [InlineData("driver-co-workership", "Medarbeiderskap")]
    [InlineData("driver-organization", "God organisering av innovasjonsarbeidet")]
    [InlineData("driver-visibility", "Synliggjøring av hva tjenesteinnovasjon i offentlig sektor er")]
    [InlineData("driver-champions", "At det finnes pådrivere i offentlig sektor som kan drive prosessen fram")]
    [InlineData("driver-leader-support", "At ledere på ulike nivå støtter innovasjon")]
    [InlineData("driver-risk-willingness", "At det er risikovilje til stede")]
    [InlineData("driver-mobility", "Mobilitet mellom forskning og praksis")]
    [InlineData("driver-user-needs", "Kunnskap og kompetanse om brukerbehov")]
    [InlineData("driver-openings", "Evnen til å se åpninger eller skape åpninger for å fange opp gode ideer")]
    [InlineData("driver-middle-managers", "Pådriverne er sentrale i innovasjonsarbeidet. Mellomlederne er ofte nøkkel")]
    [InlineData("barrier-person-dependent", "foregår alt for tilfeldig og personavhengig")]
    [InlineData("barrier-unclear-responsibility", "stor usikkerhet om hvem som tar ansvar for offentlig innovasjon")]
    [InlineData("barrier-zero-error-culture", "nytenking og innovasjon belønnes ikke")]
    [InlineData("barrier-cost-and-risk", "i offentlig sektor får du økte kostnader og økt risiko")]
    [InlineData("barrier-lack-of-incentives", "Offentlige aktører mangler interesse for innovasjon")]
    [InlineData("barrier-annual-budgets", "Årlige budsjetter medfører kortsiktige")]
    [InlineData("barrier-early-phase", "som tar ansvar for den tidlige fase i offentlige innkjøp")]
    [InlineData("barrier-pilots-not-implemented", "bare noen av de mange pilotprosjekter i offentlig sektor også")]
    public void It_says_what_the_deck_says(string id, string words) =>
        Taxonomy.Find(id)!.Description.Nb.ShouldContain(words);

    [Fact]
    public void Every_factor_is_worded_in_all_languages_within_its_limits()
    {
        foreach (var factor in Taxonomy.All)
        {
            Factor.IsId(factor.Id).ShouldBeTrue(factor.Id);
            factor.Id.ShouldStartWith($"{factor.Kind}-");
            foreach (
                var (wording, longest) in new[] { (factor.Name, 60), (factor.Description, Factor.LongestDescription) }
            )
            {
                foreach (var text in new[] { wording.Nb, wording.Nn, wording.En })
                {
                    FreeText.Require(text, longest, "text", out var clean).ShouldBeNull(text);
                    clean.ShouldBe(text);
                }
            }
        }
    }

    [Fact]
    public void A_factor_is_found_by_its_id()
    {
        Taxonomy.Find("barrier-zero-error-culture")!.ToName().Name.Nb.ShouldBe("Nullfeilkultur");
        Taxonomy.Find("barrier-of-its-own").ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Driver")]
    [InlineData("driver leadership")]
    [InlineData("driver-åpning")]
    public void A_word_with_other_letters_is_no_id(string? word) => Factor.IsId(word).ShouldBeFalse();

    [Fact]
    public void A_new_factor_gets_an_id_of_its_own()
    {
        var id = Factor.NewId(Factor.Driver);
        Factor.IsId(id).ShouldBeTrue();
        id.ShouldStartWith("driver-");
        Factor.NewId(Factor.Driver).ShouldNotBe(id);
    }
}

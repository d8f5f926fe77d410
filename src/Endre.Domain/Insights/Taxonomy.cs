using System.Collections.Immutable;
using Endre.Domain.Shared;

namespace Endre.Domain.Insights;

/// <summary>
/// The drivers and barriers that Endre starts with, in the order of the workshop deck. An organization words, adds and
/// retires its own from there; these are what an empty one is filled with.
/// </summary>
public static class Taxonomy
{
    /// <summary>Eleven drivers.</summary>
    public static ImmutableArray<Factor> Drivers { get; } =
    [
        Driver(
            "leadership",
            new("Lederskap", "Leiarskap", "Leadership"),
            new("Lederskap.", "Leiarskap.", "Leadership.")
        ),
        Driver(
            "co-workership",
            new("Medarbeiderskap", "Medarbeidarskap", "Co-workership"),
            new("Medarbeiderskap.", "Medarbeidarskap.", "Co-workership: employees who take responsibility together.")
        ),
        Driver(
            "organization",
            new("God organisering", "God organisering", "Good organization"),
            new(
                "God organisering av innovasjonsarbeidet.",
                "God organisering av innovasjonsarbeidet.",
                "Good organization of the innovation work."
            )
        ),
        Driver(
            "visibility",
            new(
                "Synliggjøring av tjenesteinnovasjon",
                "Synleggjering av tenesteinnovasjon",
                "Visible service innovation"
            ),
            new(
                "Synliggjøring av hva tjenesteinnovasjon i offentlig sektor er.",
                "Synleggjering av kva tenesteinnovasjon i offentleg sektor er.",
                "Making visible what service innovation in the public sector is."
            )
        ),
        Driver(
            "champions",
            new("Pådrivere", "Pådrivarar", "Champions"),
            new(
                "At det finnes pådrivere i offentlig sektor som kan drive prosessen fram.",
                "At det finst pådrivarar i offentleg sektor som kan drive prosessen fram.",
                "That there are champions in the public sector who can drive the process forward."
            )
        ),
        Driver(
            "leader-support",
            new(
                "Støtte fra ledere på ulike nivå",
                "Støtte frå leiarar på ulike nivå",
                "Support from leaders on several levels"
            ),
            new(
                "At ledere på ulike nivå støtter innovasjon.",
                "At leiarar på ulike nivå støttar innovasjon.",
                "That leaders on several levels support innovation."
            )
        ),
        Driver(
            "risk-willingness",
            new("Risikovilje", "Risikovilje", "Willingness to take risk"),
            new(
                "At det er risikovilje til stede.",
                "At det er risikovilje til stades.",
                "That there is a willingness to take risk."
            )
        ),
        Driver(
            "mobility",
            new(
                "Mobilitet mellom forskning og praksis",
                "Mobilitet mellom forsking og praksis",
                "Mobility between research and practice"
            ),
            new(
                "Mobilitet mellom forskning og praksis.",
                "Mobilitet mellom forsking og praksis.",
                "Mobility between research and practice."
            )
        ),
        Driver(
            "user-needs",
            new("Kunnskap om brukerbehov", "Kunnskap om brukarbehov", "Knowledge of user needs"),
            new(
                "Kunnskap og kompetanse om brukerbehov.",
                "Kunnskap og kompetanse om brukarbehov.",
                "Knowledge of and competence in what users need."
            )
        ),
        Driver(
            "openings",
            new("Evne til å se og skape åpninger", "Evne til å sjå og skape opningar", "Seeing and making openings"),
            new(
                "Evnen til å se åpninger eller skape åpninger for å fange opp gode ideer er avgjørende.",
                "Evna til å sjå opningar eller skape opningar for å fange opp gode idear er avgjerande.",
                "The ability to see openings, or to make them, in order to catch good ideas is decisive."
            )
        ),
        Driver(
            "middle-managers",
            new(
                "Mellomledere som nøkkelpersoner",
                "Mellomleiarar som nøkkelpersonar",
                "Middle managers as key persons"
            ),
            new(
                "Pådriverne er sentrale i innovasjonsarbeidet. Mellomlederne er ofte nøkkelpersoner, fordi de kjenner "
                    + "brukernes behov og har myndighet til å sørge for at nye løsninger utvikles.",
                "Pådrivarane er sentrale i innovasjonsarbeidet. Mellomleiarane er ofte nøkkelpersonar, fordi dei kjenner "
                    + "behova til brukarane og har myndigheit til å sørgje for at nye løysingar blir utvikla.",
                "Champions are central to innovation. Middle managers are often key persons, because they know what users "
                    + "need and have the authority to see to it that new solutions are developed."
            )
        ),
    ];

    /// <summary>Eight barriers.</summary>
    public static ImmutableArray<Factor> Barriers { get; } =
    [
        Barrier(
            "person-dependent",
            new("Tilfeldig og personavhengig", "Tilfeldig og personavhengig", "Accidental and person-dependent"),
            new(
                "Realisering av offentlige innovasjoner i dag foregår alt for tilfeldig og personavhengig.",
                "Realisering av offentlege innovasjonar i dag går føre seg altfor tilfeldig og personavhengig.",
                "Today public innovations come about in far too accidental and person-dependent a way."
            )
        ),
        Barrier(
            "unclear-responsibility",
            new("Uklart ansvar", "Uklart ansvar", "Unclear responsibility"),
            new(
                "Det er generelt stor usikkerhet om hvem som tar ansvar for offentlig innovasjon i Norge.",
                "Det er generelt stor uvisse om kven som tek ansvar for offentleg innovasjon i Noreg.",
                "There is in general great uncertainty about who takes responsibility for public innovation in Norway."
            )
        ),
        Barrier(
            "zero-error-culture",
            new("Nullfeilkultur", "Nullfeilkultur", "Zero-error culture"),
            new(
                "Nullfeilkultur – nytenking og innovasjon belønnes ikke – men mer kontroll og regelverk.",
                "Nullfeilkultur – nytenking og innovasjon blir ikkje lønna – men meir kontroll og regelverk.",
                "Zero-error culture: new thinking and innovation are not rewarded, but met with more control and rules."
            )
        ),
        Barrier(
            "cost-and-risk",
            new("Økte kostnader og økt risiko", "Auka kostnader og auka risiko", "Higher cost and risk"),
            new(
                "Betingelsene for innovasjon er annerledes i offentlig sektor; i privat sektor får du konkurransefordeler, "
                    + "mens i offentlig sektor får du økte kostnader og økt risiko.",
                "Vilkåra for innovasjon er annleis i offentleg sektor; i privat sektor får du konkurransefordelar, medan i "
                    + "offentleg sektor får du auka kostnader og auka risiko.",
                "The conditions for innovation are different in the public sector: in the private sector you gain a "
                    + "competitive advantage, in the public sector you get higher cost and higher risk."
            )
        ),
        Barrier(
            "lack-of-incentives",
            new(
                "Manglende interesse og insentiver",
                "Manglande interesse og insentiv",
                "Lack of interest and incentives"
            ),
            new(
                "Offentlige aktører mangler interesse for innovasjon, og forskerne har ikke interesse for offentlig sektor "
                    + "fordi det ikke gir incitamenter for publisering.",
                "Offentlege aktørar manglar interesse for innovasjon, og forskarane har ikkje interesse for offentleg sektor "
                    + "fordi det ikkje gir insitament til publisering.",
                "Public bodies lack interest in innovation, and researchers have no interest in the public sector because "
                    + "it gives no incentive to publish."
            )
        ),
        Barrier(
            "annual-budgets",
            new(
                "Årlige budsjetter, kortsiktige innkjøp",
                "Årlege budsjett, kortsiktige innkjøp",
                "Annual budgets, short-term purchases"
            ),
            new(
                "Årlige budsjetter medfører kortsiktige innkjøpsprosesser i offentlig sektor fordi man ønsker å kunne "
                    + "disponere og sette i gang innenfor samme budsjettår.",
                "Årlege budsjett fører til kortsiktige innkjøpsprosessar i offentleg sektor fordi ein ønskjer å kunne "
                    + "disponere og setje i gang innanfor same budsjettår.",
                "Annual budgets lead to short-term purchases in the public sector, because one wants to spend and get "
                    + "started within the same budget year."
            )
        ),
        Barrier(
            "early-phase",
            new(
                "Ingen tar ansvar for den tidlige fasen",
                "Ingen tek ansvar for den tidlege fasen",
                "Nobody responsible for the early phase"
            ),
            new(
                "Det mangler aktører som kan sikre et generelt fokus og som tar ansvar for den tidlige fase i offentlige "
                    + "innkjøp, når innovasjonsbidraget skal planlegges.",
                "Det manglar aktørar som kan sikre eit generelt fokus og som tek ansvar for den tidlege fasen i offentlege "
                    + "innkjøp, når innovasjonsbidraget skal planleggjast.",
                "There is nobody to keep a general focus and take responsibility for the early phase of public "
                    + "procurement, when the contribution of innovation is to be planned."
            )
        ),
        Barrier(
            "pilots-not-implemented",
            new(
                "Piloter som aldri blir innført",
                "Pilotar som aldri blir innførte",
                "Pilots that are never implemented"
            ),
            new(
                "Norge har særlige problemer med å sikre at bare noen av de mange pilotprosjekter i offentlig sektor også "
                    + "kan bli implementert.",
                "Noreg har særlege problem med å sikre at berre nokre av dei mange pilotprosjekta i offentleg sektor også "
                    + "kan bli implementerte.",
                "Norway has particular problems in making sure that even some of the many pilot projects in the public "
                    + "sector can also be implemented."
            )
        ),
    ];

    /// <summary>Drivers first, then barriers.</summary>
    public static ImmutableArray<Factor> All { get; } = [.. Drivers, .. Barriers];

    /// <summary>The factor with this id, or null.</summary>
    /// <param name="id">The id, for example <c>barrier-zero-error-culture</c>.</param>
    public static Factor? Find(string id) => All.FirstOrDefault(factor => factor.Id == id);

    private static Factor Driver(string word, Wording name, Wording description) =>
        new($"{Factor.Driver}-{word}", Factor.Driver, name, description);

    private static Factor Barrier(string word, Wording name, Wording description) =>
        new($"{Factor.Barrier}-{word}", Factor.Barrier, name, description);
}

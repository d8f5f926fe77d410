namespace Endre.Browser.Tests.Support;

/// <summary>What the people at the six phones have to say, one thing each.</summary>
internal static class Said
{
    /// <summary>What mobilizes.</summary>
    public static readonly string[] Mobilizes =
    [
        "Ros når noen prøver noe nytt",
        "En leder som spør hva vi trenger",
        "Tid på vaktskiftet til å snakke om forbedring",
        "Se at forslag blir til noe",
        "Egne folk som driver det videre",
        "Lov å prøve i det små",
    ];

    /// <summary>What holds back.</summary>
    public static readonly string[] HoldsBack =
    [
        "Forslag forsvinner uten svar",
        "Travle vakter",
        "Redd for å gjøre feil",
        "Alt må gjennom tre ledd",
        "Ingen vet hvem som eier saken",
        "Budsjettet varer bare ut året",
    ];

    /// <summary>What could make it better.</summary>
    public static readonly string[] Proposals =
    [
        "Tavle på vaktrommet",
        "Fem minutter fast på hvert vaktskifte",
        "Plunder i tre kolonner: nå, neste, ferdig",
        "Én som følger opp hver måned",
        "Bytt vakter for å lære av hverandre",
        "Lederen svarer innen en uke",
    ];
}

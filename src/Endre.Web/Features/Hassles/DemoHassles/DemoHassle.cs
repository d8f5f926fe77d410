using Endre.Domain.Hassles;
using Endre.Domain.Shared;
using Endre.Web.Features.Demo;

namespace Endre.Web.Features.Hassles.DemoHassles;

/// <summary>Something that somebody in Fjordvik has said, and what became of it.</summary>
internal sealed record DemoHassle(string Unit, int DaysAgo, Speaker Speaker, string? Who, string Text, Effort Effort)
{
    /// <summary>At which place of the unit, as it is read; null where nobody said.</summary>
    public string? Place { get; init; }
    public ServiceCategory? Category { get; init; }

    public Fixer? Fixer { get; init; }

    public HassleState? Answer { get; init; }

    public string AnswerText { get; init; } = "";

    public string? Reply { get; init; }

    /// <summary>What was done, when it is gone.</summary>
    public string? Done { get; init; }

    /// <summary>How many days ago it was said to be gone.</summary>
    public int GoneDaysAgo { get; init; }

    /// <summary>What is left of it.</summary>
    public Effort Left { get; init; } = Effort.Nothing;

    /// <summary>Who does it, with «gjør vi».</summary>
    public string? Doer { get; init; }

    /// <summary>In how many days it shall be done.</summary>
    public int? DueInDays { get; init; }

    public static readonly IReadOnlyList<DemoHassle> All =
    [
        new(
            DemoUnits.HomeCareNorth,
            23,
            Speaker.Named,
            DemoPeople.Employee,
            "Nøklene til Sørenga henger på basen, så vi kjører 12 km hver morgen for å hente dem.",
            new(25, 5, 2)
        )
        {
            Place = DemoPlaces.Base,
            Category = ServiceCategory.Routines,
            Fixer = Domain.Hassles.Fixer.Leader,
            Answer = HassleState.WillDo,
            AnswerText = "Vi setter opp nøkkelskap på Sørenga. Det er bestilt.",
            Doer = "Vaktmester Per Arne",
            DueInDays = 6,
        },
        new(
            DemoUnits.HomeCareNorth,
            47,
            Speaker.Named,
            DemoPeople.Employee,
            "Kodelåsen på medisinskapet må tastes tre ganger før den åpner.",
            new(4, 20, 9)
        )
        {
            Place = DemoPlaces.Medicine,
            Category = ServiceCategory.Equipment,
            Fixer = Domain.Hassles.Fixer.Others,
            Answer = HassleState.WillDo,
            AnswerText = "Vi bytter lås.",
            Done = "Ny lås med brikke. Den åpner på første forsøk.",
            GoneDaysAgo = 2,
        },
        new(
            DemoUnits.HomeCareNorth,
            61,
            Speaker.Anonymous,
            null,
            "Vi leter etter ladere til telefonene på hver vakt.",
            new(5, 14, 6)
        )
        {
            Category = ServiceCategory.Equipment,
            Fixer = Domain.Hassles.Fixer.Ourselves,
            Answer = HassleState.WillDo,
            AnswerText = "Fem ladere er bestilt.",
            Done = "Fem ladere er skrudd fast ved vaktlista.",
            GoneDaysAgo = 17,
        },
        new(
            DemoUnits.HomeCareNorth,
            38,
            Speaker.Leader,
            "Jonas Berg",
            "Rapporten må skrives ut og settes i perm, selv om den ligger i systemet.",
            Effort.Unknown
        )
        {
            Category = ServiceCategory.Routines,
            Fixer = Domain.Hassles.Fixer.Leader,
            Answer = HassleState.WillDo,
            AnswerText = "Vi spør arkivet.",
            Done = "Permen er ikke lenger i bruk.",
            GoneDaysAgo = 9,
        },
        new(
            DemoUnits.HomeCareNorth,
            33,
            Speaker.Anonymous,
            null,
            "Vi får ikke bruke privat bil når tjenestebilen er på verksted.",
            new(45, 0.25, 8)
        )
        {
            Place = DemoPlaces.Car,
            Answer = HassleState.WillNot,
            AnswerText = "Forsikringen dekker det ikke. Ring basen, så låner dere bil av Team sør.",
        },
        new(
            DemoUnits.HomeCareNorth,
            16,
            Speaker.Anonymous,
            null,
            "Vi logger inn tre ganger for å skrive én rapport fra bilen.",
            new(6, 25, 14)
        )
        {
            Answer = HassleState.NeedsMore,
            AnswerText = "Hvilke tre steder er det? Gjelder det bare mobilen?",
            Reply = "Telefonen, fagsystemet og så rapporten. På PC-en er det bare én.",
        },
        new(
            DemoUnits.HomeCareNorth,
            4,
            Speaker.Leader,
            "Astrid Lien",
            "Arbeidslista kommer først klokka 07.20, men vi begynner 07.00.",
            new(20, 5, 9)
        )
        {
            Place = DemoPlaces.Base,
        },
        new(
            DemoUnits.HomeCareSouth,
            19,
            Speaker.Named,
            "Jonas Berg",
            "Bandasjer og hansker bestilles på tre skjemaer, og ett av dem må sendes på papir.",
            new(30, 1, 4)
        )
        {
            Answer = HassleState.WillDo,
            AnswerText = "Fra mandag er det ett skjema. Takk, dette skulle vi gjort for lenge siden.",
            Done = "Ett skjema på nett i stedet for tre.",
            GoneDaysAgo = 3,
            Left = new(5, 1, 4),
        },
        new(
            DemoUnits.HomeCareSouth,
            11,
            Speaker.Anonymous,
            null,
            "Bilene lades ikke om natta fordi kontakten i garasjen slår seg av.",
            new(15, 3, 6)
        )
        {
            Place = DemoPlaces.Garage,
            Answer = HassleState.WillDo,
            AnswerText = "Elektriker kommer torsdag.",
        },
        new(
            DemoUnits.NursingHome,
            21,
            Speaker.Named,
            "Fatima Hassan",
            "Løfteheisen står aldri der den skal. Vi leter på fire avdelinger.",
            new(12, 14, 20)
        )
        {
            Answer = HassleState.WillDo,
            AnswerText = "Hver avdeling får sin egen plass merket på gulvet. Vi prøver det i fire uker.",
        },
        new(
            DemoUnits.NursingHome,
            9,
            Speaker.Leader,
            "Marit Solheim",
            "Vaktbytter må godkjennes på papir, og papiret ligger på et låst kontor i helga.",
            new(20, 3, 30)
        )
        {
            Place = DemoPlaces.DutyRoom,
        },
        new(
            DemoUnits.NursingHome,
            6,
            Speaker.Anonymous,
            null,
            "Skriveren på vaktrommet krever ny kode hver gang. Vi skriver for hånd i stedet.",
            new(8, 10, 12)
        )
        {
            Place = $"{DemoPlaces.DutyRoom} · Skriver",
            Answer = HassleState.WillNot,
            AnswerText =
                "Koden må være der fordi utskriftene kan ha helseopplysninger. Men vi ber om kort i stedet for kode.",
        },
        new(
            DemoUnits.School,
            15,
            Speaker.Named,
            "Ole Martin Skog",
            "Fravær føres to steder: i lista på lærerværelset og i systemet.",
            new(10, 5, 24)
        )
        {
            Answer = HassleState.WillDo,
            AnswerText = "Lista på lærerværelset er tatt ned. Bare systemet gjelder.",
            Done = "Lista er tatt ned. Fravær føres ett sted.",
            GoneDaysAgo = 5,
        },
        new(
            DemoUnits.Kindergarten,
            3,
            Speaker.Anonymous,
            null,
            "Vi finner ikke ut hvem som kan steppe inn når noen er syke før klokka er åtte.",
            new(40, 2, 3)
        ),
        new(
            DemoUnits.Property,
            12,
            Speaker.Named,
            "Per Arne Dahl",
            "Samme vaktmesteroppdrag kommer på e-post, telefon og lapp i postkassa.",
            new(15, 10, 5)
        )
        {
            Answer = HassleState.NeedsMore,
            AnswerText = "Hvem sender på lapp fortsatt? Da tar vi det med dem.",
        },
        new(
            DemoUnits.Water,
            5,
            Speaker.Leader,
            "Linh Nguyen",
            "Alarmen fra pumpestasjonen går til en telefon som ingen har i helgene.",
            new(60, 0.5, 2)
        ),
    ];
}

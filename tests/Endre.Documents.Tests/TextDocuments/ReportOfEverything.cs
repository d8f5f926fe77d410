using Endre.Documents.Tests.Support;
using Endre.Documents.TextDocuments;

namespace Endre.Documents.Tests.TextDocuments;

/// <summary>A believable report that uses every kind of block.</summary>
public static class ReportOfEverything
{
    public static TextDocument Make() =>
        new()
        {
            Title = "Hva mobiliserer oss?",
            Subtitle = "MDI-verksted i Fjordvik kommune, Tårnhallen, 12. mai 2026",
            Subject = "Medarbeiderdrevet innovasjon",
            Author = "Kari Nordmann",
            Organization = "Fjordvik kommune",
            CreatedAt = new(2026, 5, 12, 14, 30, 0, TimeSpan.FromHours(2)),
            HeaderText = "Hva mobiliserer oss?",
            FooterText = "Fjordvik kommune",
            Blocks =
            [
                new Paragraph([
                    "Seksti medarbeidere fra ",
                    Run.Bold("hjemmetjenesten"),
                    ", barnehagene og teknisk drift skrev 214 lapper på to spørsmål. Rapporten viser hva de skrev, hva hver gruppe valgte, og hvem som tar det videre. Mer om metoden står på ",
                    Run.Link("endre.example", new Uri("https://endre.example/metode?spørsmål=1&språk=nb")),
                    ".",
                ]),
                new TableOfContents("Innhold", Levels: 2),
                new Heading(1, "Spørsmål 1: Hva mobiliserer, og hva bremser?"),
                new Paragraph("Lappene ble skrevet i stillhet og sortert i grupper etterpå."),
                new Heading(2, "Gruppe 1: Hjemmetjenesten"),
                new BulletList(
                    new ListItem("Tid til å tenke sammen", "Ti minutter etter rapporten", "Fast hver tirsdag")
                    {
                        Anchor = "lapp-1",
                    },
                    "Ledere som spør «hva trenger dere?»",
                    new ListItem(["At noe ", Run.Italic("faktisk"), " blir gjort"])
                ),
                new Heading(3, "Slik gikk de fram"),
                new NumberedList(
                    "Skrev hver for seg",
                    "Sorterte sammen",
                    new ListItem("Valgte tre", "Med begrunnelse", "Uten diskusjon")
                ),
                new Heading(4, "Om tellingen"),
                new Note("To lapper kom etter at tiden var ute. De er tatt med og merket."),
                new Quote("Vi vet hva som er galt, men ikke hvor vi skal si det.", "Lapp fra gruppe 2"),
                new Callout(
                    "Tolkning",
                    [
                        "Gruppene peker på det samme fra hver sin kant: ",
                        Run.To("lapp-1", "tid til å tenke sammen"),
                        " mangler, og uten den blir forslagene liggende. Dette er prosesslederens lesning, ikke deltakernes ord.",
                    ],
                    "Det som overrasker, er hvor lite som koster penger. Ni av tolv forslag kan gruppene gjøre selv."
                ),
                new Heading(1, "De tre beste") { Anchor = "best" },
                new Table(
                    [
                        new("Forslag", 3),
                        new("Hvorfor", 4),
                        new("Hvem kan", 2),
                        new("Stemmer", 1.2) { IsNumeric = true },
                    ],
                    [
                        new("Fast ti-minutter etter rapport", "Det er da vi husker hva som gikk galt", "Vi selv", "14")
                        {
                            Anchor = "forslag-1",
                        },
                        new(
                            "Tavle på vaktrommet",
                            ["Alle går forbi.\nOgså ", Run.Bold("nattevakten"), "."],
                            "Vi selv",
                            "9"
                        ),
                        new("Én å ringe om utstyr", "I dag ringer vi tre steder", "Trenger innkjøp", "7"),
                    ]
                )
                {
                    Caption = "De tre beste forslagene fra gruppe 1",
                    HasRowHeaders = true,
                },
                Image.Svg(
                    Pictures.BarsSvg(),
                    "Stolpediagram: 30, 55, 42, 80 og 66 lapper i gruppe 1 til 5.",
                    110,
                    Pictures.BarsPng()
                ) with
                {
                    Caption = "Lapper per gruppe",
                },
                new PageBreak(),
                new Heading(1, "Hvem tar hva videre"),
                new Table(
                    ["Tiltak", "Ansvarlig", "Frist"],
                    [
                        new("Prøve ti-minutter i sone øst", "Kari Nordmann", "1. juni"),
                        new("Henge opp tavle", "Čáhppe Sara", "15. juni"),
                        new("", RichText.Empty, "ikke satt"),
                    ]
                ),
                new Paragraph([
                    "Se også ",
                    Run.To("best", "de tre beste"),
                    " og ",
                    Run.To("finnes-ikke", "noe som er trukket"),
                    ".",
                ]),
                Image.Png(Pictures.BarsPng(), "Det samme diagrammet som bilde.", 60),
            ],
        };
}

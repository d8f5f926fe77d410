using CsCheck;
using Endre.Norwegian.Hints;

namespace Endre.Norwegian.Tests.Hints;

public sealed class PersonalHintsTests
{
    [Theory]
    [InlineData("Kari har mistet nøkkelen", "Kari")]
    [InlineData("Vi leter etter rullatoren til Ola Hansen hver dag", "Ola Hansen")]
    [InlineData("Karis rullator mangler", "Karis")]
    [InlineData("Per Hansen får ikke frokost i tide", "Per Hansen")]
    [InlineData("Fru Olsen venter en time", "Olsen")]
    [InlineData("Hr. Nygård venter en time", "Nygård")]
    [InlineData("Pasient Wærnes ligger på gangen", "Wærnes")]
    [InlineData("Eleven Xu får ikke hjelp", "Xu")]
    [InlineData("Vi ringer alltid Máret før ni", "Máret")]
    [InlineData("Mrs Brown waits for an hour", "Brown")]
    public void A_name_is_noticed(string text, string name) =>
        PersonalHints.In(text).ShouldBe([new PersonalHint(HintKind.Name, name)]);

    [Theory]
    [InlineData("Pasienten på rom 4 har demens og finner ikke døra", "demens")]
    [InlineData("Eleven har diabetes og får ikke mat i tide", "diabetes")]
    [InlineData("Hun er sykemeldt igjen", "sykemeldt")]
    [InlineData("Ho er sjukmeld att", "sjukmeld")]
    [InlineData("Rom 12 har MRSA, og det står ikke på døra", "MRSA")]
    [InlineData("Mannen fikk diagnosen på gangen", "diagnosen")]
    [InlineData("The patient in the corridor has cancer", "cancer")]
    public void Somebodys_health_is_noticed(string text, string word) =>
        PersonalHints.In(text).ShouldBe([new PersonalHint(HintKind.Health, word)]);

    [Fact]
    public void A_name_and_health_are_both_noticed_and_each_once()
    {
        PersonalHints
            .In("Ola har demens. Ola har demens.")
            .ShouldBe([new PersonalHint(HintKind.Name, "Ola"), new PersonalHint(HintKind.Health, "demens")]);
    }

    [Fact]
    public void A_hundred_ordinary_sentences_give_no_warning()
    {
        Ordinary.Length.ShouldBeGreaterThanOrEqualTo(100);
        Ordinary
            .SelectMany(text => PersonalHints.In(text).Select(hint => $"{text} → {hint.Kind} {hint.Words}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Sentences_beside_each_other_give_no_more_than_each_alone()
    {
        var sentences = Gen.Int[0, Ordinary.Length - 1].Select(i => Ordinary[i]).Array[1, 6];
        sentences.Sample(some => PersonalHints.In(string.Join(". ", some)).Count == 0);
        sentences.Sample(some => PersonalHints.In(string.Join('\n', some)).Count == 0);
    }

    [Fact]
    public void Any_text_is_looked_at_and_what_is_found_stands_in_it() =>
        Gen.String.Sample(text =>
            PersonalHints
                .In(text)
                .All(hint => hint.Words.Split(' ').All(word => text.Contains(word, StringComparison.Ordinal)))
        );

    [Fact]
    public void Nothing_is_in_nothing()
    {
        PersonalHints.In(null).ShouldBeEmpty();
        PersonalHints.In(" \n ").ShouldBeEmpty();
    }

    // As people say it, with what might be mistaken: systems, places, days, months, words that are names too.
    private static readonly string[] Ordinary =
    [
        "Nøklene til Sørenga henger på basen, så vi kjører 12 km hver morgen",
        "EKG-apparatet står aldri der det skal",
        "Vi bruker Gerica og må logge inn to ganger",
        "Vi bruker Teams til alt, og ingen finner noe",
        "Skriveren i andre etasje er ødelagt igjen",
        "Per i dag må vi ringe for å få bil",
        "Per uke bruker vi fire timer på lister",
        "Hans rutine er ukjent for oss andre",
        "Dag og natt piper alarmen",
        "Liv og helse går foran papirer",
        "Stein og is foran inngangen",
        "Mai er verst, da er alle på kurs",
        "Bjørn er sett ved barnehagen, og porten går ikke i lås",
        "Tone og form i brevene våre er for vanskelig",
        "Even flow is not what we have in the corridor",
        "Tor. 5. mars var det ingen på vakt",
        "Siv vokser inn i dreneringen bak bygget",
        "Odd parking rules make us walk far",
        "Frank tale trengs om turnusen",
        "Line 4 is always busy",
        "Avdelingen for demens mangler heis",
        "Beboere med demens finner ikke døra når skiltet er borte",
        "Pasienter med diabetes får mat for seint",
        "Kurset om epilepsi var fullt",
        "Brosjyren om kreft er fra 2009",
        "Vi har ikke rutine for MRSA",
        "Depresjon er tema på fagdagen, men rommet er for lite",
        "Skjemaet for sykemelding ligger tre steder",
        "Rutinen for hjerneslag henger ikke på veggen",
        "Diagnoselista i systemet er ikke oppdatert",
        "Brukeren må logge inn på nytt hver time",
        "Brukeren av systemet får ingen beskjed når det er nede",
        "Pasienten får to brev om det samme",
        "Pasienten må vente fordi heisen står",
        "Eleven får ikke PC før høstferien",
        "Barnet må hentes før fire, og møtet slutter halv fem",
        "Beboeren kan ikke låse døra si",
        "Hun som har nøkkelen, går hjem klokka tre",
        "Han på lageret vet ikke hva vi trenger",
        "Rom 4 har ingen stikkontakt ved senga",
        "Rom 112 er alltid opptatt av møter",
        "St. Olavs hospital sender epikrisen på faks",
        "Sankt Olavs plass er stengt, og ambulansen må rundt",
        "Olavs gate 5 har ingen heis",
        "Karl Johans gate er sperret på 17. mai",
        "Kong Haakons vei er ikke brøytet før åtte",
        "Oslo universitetssykehus krever et annet skjema",
        "Haukeland vil ha svar samme dag",
        "Ahus sender pasienter uten medisinliste",
        "Bergen har egen rutine",
        "Visma går ned hver mandag",
        "DIPS spør om passord to ganger",
        "Outlook viser ikke rom som er ledige",
        "Excel-arket med vaktene blir låst",
        "HR svarer ikke før fredag",
        "NAV ber om samme papir tre ganger",
        "Helse Vest har endret skjemaet",
        "Norsk helsenett var nede i går",
        "Mandag er det alltid kø ved medisinrommet",
        "I juli er det ingen som svarer",
        "Julaften mangler vi alltid folk",
        "Marie-bygget har for få toaletter",
        "Fellesbilen er tom for strøm hver morgen",
        "Isskrapa mangler i den ene bilen",
        "Hanskene i str. L er tomme igjen",
        "Vi venter 40 minutter på portør",
        "Tøyet kommer vått tilbake fra vaskeriet",
        "Blodprøver må bæres ned tre etasjer",
        "Medisinskapet må låses opp med to nøkler",
        "Matvogna er for brei for døra",
        "Løfteheisen er alltid i kjelleren",
        "Ringeklokka på rommet lyder også på natta",
        "Ingen vet hvem som bestiller bleier",
        "Vi skriver det samme i tre systemer",
        "Rapporten må skrives ut og settes i perm",
        "Turnusen legges ut for seint",
        "Møterommet har ingen skjerm",
        "Parkeringen er full før sju",
        "Nettet faller ut i andre etasje",
        "Passordet går ut midt i vakta",
        "Nye folk får ikke tilgang før etter to uker",
        "Bestillingene går på papir til lageret",
        "Vaktmesteren får ikke beskjed om det som er ødelagt",
        "Avtaler om henting blir ikke skrevet opp",
        "Vi må ringe sentralbordet for å få direktenummeret",
        "Nøkkelkortet virker ikke i kjelleren",
        "Legevisitten flyttes uten at vi får vite det",
        "Kaffetrakteren på basen er ødelagt",
        "Søppelrommet lukter helt inn på kjøkkenet",
        "Skulen har tre ulike skjema for fråvær",
        "Vi leitar etter ladarar kvar vakt",
        "Ho som har nøkkelen, går heim klokka tre",
        "Elevane får ikkje bøkene før oktober",
        "Bebuarane må vente på maten",
        "Sjukeheimen har berre éin rullestol",
        "Datamaskinen på vaktrommet brukar ti minutt på å starte",
        "The printer on ward 3 is broken again",
        "We look for the keys every morning",
        "He who has the key leaves at three",
        "The patient gets two letters about the same thing",
        "Nobody knows who orders gloves",
        "Gáivuona skuvla lea guhkkin eret",
        "Møte med Statsforvalteren tar en hel dag",
        "Leder må signere alt på papir",
        "Vi har ikke plass til ti rullestoler ved Inngang A",
    ];
}

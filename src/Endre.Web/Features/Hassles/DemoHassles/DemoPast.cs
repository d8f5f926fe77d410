using System.Globalization;
using Endre.Domain.Hassles;
using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Shared;
using Endre.Web.Features.Demo;

namespace Endre.Web.Features.Hassles.DemoHassles;

/// <summary>
/// What was said in Fjordvik in the twelve months that are counted, whatever day it is today: enough that some numbers are
/// shown, and few enough in the small units that some are not.
/// </summary>
internal static class DemoPast
{
    // unit | day of the period | minutes, times a week, people | what was said | answer
    private const string Told = """
        nord | 9 | 10 5 6 | Ingen vet hvem som har bil 4 når den ikke står på plassen. | ja: Nøkkeltavla har fått navn ved hver krok.
        nord | 38 | 15 3 4 | Vi ringer legekontoret og står i kø for å fornye faste resepter. | ja: Vi sender samlet på mandager.
        nord | 71 | 5 20 12 | Trygghetsalarmen melder falsk når batteriet er lavt. | ja: Batteriene byttes nå hvert halvår.
        nord | 102 | 30 1 9 | Møtet på torsdag gjentar det som står i lista. | ja: Møtet er nede i et kvarter.
        nord | 139 | 20 2 5 | Vi leter etter dosetter som er levert på feil rode. | ja: Rodene har fått hver sin hylle.
        nord | 175 | 8 10 10 | Arbeidstøyet kommer i feil størrelse fra vaskeriet. | nei: Avtalen går ut til sommeren. Vi tar det med i den nye.
        nord | 224 | 12 5 7 | Kjørelista tar ikke hensyn til ferga. | ja: Fergetidene ligger inne.
        nord | 281 | 25 1 3 | Kilometer føres for hånd og så i systemet. | ja: Boka i bilen er borte.
        nord | 322 | 10 4 8 | Sårutstyr er alltid tomt på mandager. | ja: Vi bestiller torsdag i stedet for fredag.
        sør | 17 | 15 5 5 | Nøkkelboksene har tre ulike koder, og ingen liste. | ja: Én kode, byttes hver måned.
        sør | 44 | 20 2 6 | Opplæring av vikarer begynner på nytt hver gang. | ja: Vi har laget ei sjekkliste på én side.
        sør | 290 | 10 7 9 | Vi skriver samme beskjed i boka og på nettbrettet. | ja: Boka er lagt bort.
        sør | 121 | 6 10 5 | Nettbrettet må startes på nytt etter hvert tunnelbesøk. | nei: Leverandøren sier det kommer i neste versjon.
        sør | 166 | 40 1 4 | Hjelpemidler hentes på lageret bare når lageret er åpent. | ja: Vi har fått egen nøkkel.
        sør | 205 | 15 3 8 | Ingen sier fra når en bruker er på sykehus. | ja: Sykehuset ringer vaktnummeret.
        sør | 262 | 10 5 6 | Parkeringsboten må hver enkelt klage på selv. | ja: Bilene har fått kommunalt kort.
        sør | 318 | 20 2 3 | Vaktplanen kommer som bilde, og må tastes inn. | ja: Den kommer i kalenderen.
        hjem | 52 | 30 1 20 | Vi rapporterer de samme tallene til tre på rådhuset. | ja: Ett skjema, den femte hver måned.
        hjem | 133 | 15 2 15 | Ingen vet hvilke kurs som er obligatoriske. | ja: Lista henger på basen.
        hjem | 201 | 20 1 12 | Sykemelding skal sendes til tre. | ja: Nærmeste leder sender den videre.
        hjem | 247 | 10 5 18 | Teamene bruker hvert sitt ord for det samme tiltaket. | ja: Vi har blitt enige om en ordliste.
        hjem | 309 | 25 1 10 | Nye biler deles ut uten at noen har spurt hvem som kjører lengst. | ja: Lista går etter kilometer.
        omsorg | 12 | 10 14 16 | Vaskerommet er låst om kvelden. | ja: Kveldsvakta har nøkkel.
        omsorg | 29 | 15 7 12 | Maten til avdeling 3 kommer når de andre er ferdige. | ja: Vogna går motsatt vei annenhver uke.
        omsorg | 47 | 5 30 25 | Bleier ligger i kjelleren, og heisen er treg. | ja: Hver avdeling har lager for en uke.
        omsorg | 80 | 20 3 8 | Pårørende ringer fem ulike nummer. | ja: Ett nummer, og det står på kortet.
        omsorg | 104 | 10 7 10 | Medisinrommet har én PC, og vi er fire. | nei: Det er ikke strøm til flere. Vi søker om det på budsjettet.
        omsorg | 128 | 12 5 14 | Vi finner ikke hvem som er primærkontakt. | ja: Navnet henger på døra, for dem som vil det.
        omsorg | 160 | 30 2 6 | Rullestolene blir stående ødelagt på gangen. | ja: Røde stoler hentes på fredager.
        omsorg | 188 | 15 4 9 | Nattevakta får ikke vite om endringer fra legevisitten. | ja: Endringer står øverst i rapporten.
        omsorg | 230 | 10 10 20 | Dørklokka høres ikke på bakrommet. | ja: Den ringer på telefonen.
        omsorg | 268 | 20 2 5 | Nye vikarer får ikke adgangskort den første uka. | ja: Kortet ligger klart på fredag.
        omsorg | 284 | 15 5 11 | Vi fyller ut samme skjema for fall to ganger.
        omsorg | 297 | 25 2 7 | Ingen rydder aktivitetsrommet, så ingen bruker det.
        omsorg | 305 | 10 7 13 | Lyset på gangen slår seg av når vi skifter sår.
        omsorg | 327 | 40 1 30 | Julevaktene blir klare først i desember.
        omsorg | 341 | 8 14 10 | Vi leter etter brillene til de samme beboerne hver dag.
        skole | 21 | 15 5 22 | Klasserom er dobbeltbooket på tirsdager. | ja: Timeplanen ligger i bookingen.
        skole | 66 | 10 5 18 | Nettet er nede når to klasser tar prøve. | ja: To nye punkter er satt opp.
        skole | 110 | 30 1 24 | Meldinger til hjemmet må godkjennes av tre. | ja: Kontaktlærer sender selv.
        skole | 152 | 20 2 9 | Vikaren får ikke vite hvilke elever som trenger noe eget. | ja: Ett ark per klasse, i perm hos kontoret.
        skole | 214 | 5 20 24 | Kopimaskinen i 2. etasje har stått i et år. | ja: Ny kom tirsdag.
        skole | 259 | 25 1 6 | Turer krever fire skjemaer, også til fjæra. | ja: Til fjæra holder det å si fra.
        skole | 300 | 15 3 15 | Nøkkelen til gymsalen er alltid hos den som har gått. | ja: Kodelås.
        barnehage | 58 | 20 5 7 | Vi bærer inn vogner fordi boden er full av gamle senger. | ja: Boden er tømt.
        barnehage | 190 | 10 10 8 | Klær som er glemt, ligger i tre kasser. | ja: Én kasse, tømmes hver fredag.
        eiendom | 33 | 45 2 4 | Vi kjører til skolen for å skru på varmen som kunne vært styrt hjemmefra. | ja: Styringen er på plass.
        eiendom | 91 | 20 3 5 | Ingen sier fra når et oppdrag er avlyst. | ja: Avlysning går på sms.
        eiendom | 147 | 15 5 3 | Deler bestilles én og én. | ja: Fast bestilling annenhver uke.
        eiendom | 219 | 30 1 5 | Tegningene ligger hos han som har sluttet. | ja: De er skannet.
        eiendom | 290 | 10 10 4 | Vi har tre nøkkelknipper og trenger fire. | ja: Fire.
        eiendom | 333 | 25 2 5 | Brøytekartet er fra før rundkjøringa. | ja: Nytt kart er trykt.
        vann | 75 | 60 1 2 | Prøver kjøres til byen i egen bil. | ja: Budet tar dem med.
        vann | 236 | 30 1 3 | Kartet over ledninger stemmer ikke i Sjøgata. | ja: Vi måler opp i juni.
        familie | 61 | 20 2 6 | Rommene er opptatt av møter som aldri blir holdt. | ja: Rommet frigis etter et kvarter.
        familie | 156 | 15 3 4 | Foreldre får brev fra oss på tre ulike måter. | ja: Alt går i digital postkasse.
        familie | 274 | 30 1 5 | Helsestasjonen og skolen spør om det samme. | nei: Vi har ikke lov til å dele det uten samtykke. Vi lager et samtykke.
        helse | 118 | 60 1 8 | Alle ledere fyller ut samme tabell hver måned. | ja: Tabellen hentes fra systemet.
        helse | 249 | 20 2 12 | Vedtak må skrives ut for å bli underskrevet. | ja: Vi signerer digitalt.
        utvikling | 83 | 30 2 3 | Vi får spørsmål om passord på fem kanaler. | ja: Én kanal.
        utvikling | 197 | 15 5 3 | Ingen vet hvilke systemer vi betaler for. | ja: Lista er lagt ut.
        utvikling | 311 | 10 5 3 | Møterommet mangler kabel. | ja: Den er limt fast.
        kommune | 144 | 20 1 40 | Kunngjøringer sendes til alle, også dem de ikke gjelder. | ja: Man velger område.
        kommune | 256 | 10 5 25 | Telefonlista på nettet er fra i fjor. | ja: Den følger nå personalsystemet.
        """;

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["nord"] = DemoUnits.HomeCareNorth,
        ["sør"] = DemoUnits.HomeCareSouth,
        ["hjem"] = DemoUnits.HomeCare,
        ["omsorg"] = DemoUnits.NursingHome,
        ["skole"] = DemoUnits.School,
        ["barnehage"] = DemoUnits.Kindergarten,
        ["eiendom"] = DemoUnits.Property,
        ["vann"] = DemoUnits.Water,
        ["familie"] = DemoUnits.FamilyCenter,
        ["helse"] = DemoUnits.Health,
        ["utvikling"] = DemoUnits.Development,
        ["kommune"] = DemoUnits.Municipality,
    };

    /// <summary>All of it, as it looks on a day.</summary>
    /// <param name="today">The day it is for people here.</param>
    public static IEnumerable<DemoHassle> On(DateOnly today)
    {
        var from = CountingPeriod.On(today).From;
        return Told.Split('\n').Select(line => Read(line.Split('|', StringSplitOptions.TrimEntries), from, today));
    }

    // What somebody in Fjordvik would have chosen; not everybody does.
    private static readonly (string Word, ServiceCategory About)[] Abouts =
    [
        ("skjema", ServiceCategory.Routines),
        ("sende", ServiceCategory.Routines),
        ("bestilles", ServiceCategory.Routines),
        ("nett", ServiceCategory.Equipment),
        ("nøk", ServiceCategory.Equipment),
        ("PC", ServiceCategory.Equipment),
        ("stol", ServiceCategory.Equipment),
        ("utstyr", ServiceCategory.Equipment),
        ("sier fra", ServiceCategory.Information),
        ("vite", ServiceCategory.Information),
        ("vet ", ServiceCategory.Information),
        ("ring", ServiceCategory.Information),
        ("rom", ServiceCategory.Rooms),
        ("vikar", ServiceCategory.People),
    ];

    private static ServiceCategory? AboutOf(string text) =>
        Abouts
            .Where(pair => text.Contains(pair.Word, StringComparison.OrdinalIgnoreCase))
            .Select(pair => (ServiceCategory?)pair.About)
            .FirstOrDefault();

    private static DemoHassle Read(string[] told, DateOnly from, DateOnly today)
    {
        var day = from.AddDays(int.Parse(told[1], CultureInfo.InvariantCulture));
        var effort = told[2].Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        var said = new DemoHassle(
            Units[told[0]],
            today.DayNumber - day.DayNumber,
            Speaker.Anonymous,
            Who: null,
            told[3],
            new(effort[0], effort[1], effort[2])
        )
        {
            Place = DemoPlaces.Of(Units[told[0]], told[3]),
            Category = AboutOf(told[3]),
        };
        return told is [.., var answer] && told.Length == 5
            ? said with
            {
                Answer = answer.StartsWith("ja", StringComparison.Ordinal) ? HassleState.WillDo : HassleState.WillNot,
                AnswerText = answer[(answer.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(),
            }
            : said;
    }
}

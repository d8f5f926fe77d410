using System.Globalization;
using System.Text;

namespace Endre.Bench.Load;

/// <summary>
/// Short texts as people in municipalities and hospitals write them: some words in every second text, a long tail of
/// compounds, places and names, a few of them mistyped, a part of them in nynorsk. The same seed gives the same texts.
/// </summary>
internal sealed class NoteTexts(int seed)
{
    private static readonly string[] Things = Words(
        """
        skriveren nøklene arbeidslista vaktlista løfteheisen medisinskapet bilen telefonen innloggingen journalen skjemaet
        rapporten avviket passordet nettbrettet møterommet parkeringen renholdet maten vasketøyet bandasjene hanskene
        alarmen garasjen heisen døra lyset varmen nettet kopimaskinen rullestolen senga overlappingen opplæringen vikaren
        turnusen ferielista møtet fakturaen bestillingen varemottaket lageret postkassa e-posten kalenderen systemet
        """
    );

    private static readonly string[] NynorskThings = Words(
        """
        skrivaren nyklane arbeidslista vaktlista løfteheisen medisinskåpet bilen telefonen pålogginga journalen skjemaet
        rapporten avviket passordet nettbrettet møterommet parkeringa reinhaldet maten vaskekleda opplæringa vikaren
        turnusen ferielista møtet fakturaen tinginga lageret postkassa e-posten kalenderen systemet heimetenesta
        """
    );

    private static readonly string[] Verbs = Words(
        "virker mangler forsvinner stopper tar kommer står henger ligger låses krever feiler glemmes sendes leveres"
    );

    private static readonly string[] Ends =
    [
        "så vi må begynne på nytt",
        "og ingen vet hvem som har ansvaret",
        "og vi bruker mye tid på å lete",
        "når vi har det mest travelt",
        "hver eneste vakt",
        "men leverandøren svarer ikke",
        "og pasientene må vente",
        "fordi rutinen er uklar",
        "og beboerne blir urolige",
        "så noen må hente den i kjelleren",
        "etter at avdelingen flyttet",
        "i helgene og på nattevakt",
    ];

    private static readonly string[] NynorskEnds =
    [
        "så vi må byrje på nytt",
        "og ingen veit kven som har ansvaret",
        "og vi brukar mykje tid på å leite",
        "når det er mest å gjere",
        "men leverandøren svarar ikkje",
        "og pasientane må vente",
        "fordi rutinen er uklar",
        "etter at avdelinga flytta",
    ];

    private static readonly string[] First = Words(
        """
        medisin nøkkel vakt natt dag helge pasient beboer bruker journal rapport avvik møte kjøkken vaske lager bil heis dør
        data nett kort faktura lønns ferie opplærings pårørende barne skole kontor post data sår blodprøve måltids varsel
        """
    );

    private static readonly string[] Second = Words(
        """
        skap rom liste plan skjema system rutine møte kode kort bil stol seng vogn boks mappe tavle lampe dør lås nøkkel
        ansvarlig gruppe leder vakt telefon skjerm skriver lager vask ordning avtale melding oversikt kontroll frist
        """
    );

    private static readonly string[] Forms = ["", "en", "et", "er", "ene", "ar", "ane"];

    private static readonly string[] Syllables = Words(
        "nord sør øst vest lang kort fjell vik sund dal berg ås lund heim stad tun moen lia åsen neset bakken elva haugen sand"
    );

    private readonly Random random = new(seed);

    /// <summary>The next text.</summary>
    public string Next()
    {
        var isNynorsk = random.Next(6) == 0;
        var text = new StringBuilder();
        if (random.Next(3) == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"I {random.Next(1, 9)}. etasje på {Place()}: ");
        }
        text.Append(random.Next(3) == 0 ? Compound() : Often(isNynorsk ? NynorskThings : Things));
        text.Append(' ').Append(Often(Verbs)).Append(random.Next(3) == 0 ? " ikke " : " ");
        if (random.Next(2) == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"på {(random.Next(2) == 0 ? Compound() : Place())} ");
        }
        text.Append(Often(isNynorsk ? NynorskEnds : Ends)).Append('.');
        if (random.Next(20) == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" Rom {random.Next(100, 999)}.");
        }
        return random.Next(25) == 0 ? Mistype(text) : text.ToString();
    }

    /// <summary>What somebody types who looks for something like a text: two or three of its words, cut at the last.</summary>
    /// <param name="text">The text.</param>
    public string Typed(string text)
    {
        var words = text.Split([' ', '.', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 3)
            .ToArray();
        random.Shuffle(words);
        var typed = string.Join(' ', words.Take(random.Next(1, 4)));
        var last = typed.LastIndexOf(' ') + 1;
        typed = typed[..Math.Max(last + 2, typed.Length - random.Next(0, 6))];
        return random.Next(12) == 0 ? Mistype(new StringBuilder(typed)) : typed;
    }

    private string Compound() => $"{Often(First)}{Often(Second)}{Forms[random.Next(Forms.Length)]}";

    private string Place()
    {
        var place = string.Concat(
            Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)])
        );
        return $"{char.ToUpperInvariant(place[0])}{place.AsSpan(1)}";
    }

    // The first of a list are said much more often than the last, as words are.
    private string Often(string[] words) => words[(int)(words.Length * Math.Pow(random.NextDouble(), 2))];

    private string Mistype(StringBuilder text)
    {
        var at = random.Next(1, text.Length - 1);
        (text[at], text[at - 1]) = (text[at - 1], text[at]);
        return text.ToString();
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

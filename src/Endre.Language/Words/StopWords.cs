using System.Collections.Frozen;

namespace Endre.Norwegian.Words;

/// <summary>Words that say nothing of what a text is about: they are looked for only when nothing else is.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> All = Words(
        """
        alle alt at av bare berre ble blei bli blir da de dei deg dem den denne der dere dermed dersom det dette
        di din disse ditt du dykk då eg ein eit eitt eller en enn er et ett etter fikk for fordi fra frå før få får
        ha hadde han har henne her hjå ho hos hun hva hvem hver hvilke hvilken hvis hvor hvordan hvorfor i ikke ikkje
        ikkja inn inne jeg kan kom korleis kunne kva kvar kven kvifor man med meg mellom men mens mer mi min mitt mot
        mye må måtte ned no noe noen nokon noko nokre nå når og også om opp oss over på sa seg si sia siden sidan sin
        sine sitt skal skulle slik som så til ut uten utan var vart ved vel vere verte vi vil ville vore vort vår være
        vært å
        a an and are as be but by for from has have he i in is it of on or our she that the their there they this to
        was we were with you
        """
    );

    /// <summary>Whether the word is one of them.</summary>
    /// <param name="word">In small letters.</param>
    public static bool Contains(string word) => All.Contains(word);

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}

using System.Collections.Frozen;

namespace Endre.Domain.Needs;

/// <summary>
/// A gentle check of a need: does it say how, where it should say what? «Vi trenger en app» is a solution that has put on
/// the clothes of a need. It is a hint and refuses nothing: some people do need a wheelchair.
/// </summary>
public static class SolutionInDisguise
{
    // Things one buys, makes or introduces: bokmål, nynorsk and English, in the forms that stand in such a sentence.
    private static readonly FrozenSet<string> Things = new[]
    {
        "app",
        "appen",
        "apper",
        "appar",
        "apps",
        "system",
        "systemet",
        "systemer",
        "systems",
        "fagsystem",
        "skjema",
        "skjemaet",
        "skjemaer",
        "form",
        "forms",
        "kurs",
        "kurset",
        "course",
        "training",
        "opplæring",
        "rutine",
        "rutinen",
        "rutiner",
        "rutinar",
        "routine",
        "prosedyre",
        "prosedyren",
        "procedure",
        "sjekkliste",
        "sjekklista",
        "sjekklisten",
        "checklist",
        "møte",
        "møter",
        "møtet",
        "meeting",
        "meetings",
        "nettbrett",
        "tablet",
        "tablets",
        "programvare",
        "software",
        "robot",
        "roboter",
        "dashboard",
        "chatbot",
        "ki",
        "ai",
        "portal",
        "database",
        "plakat",
        "plakater",
        "poster",
        "perm",
        "permer",
        "prosjekt",
        "project",
        "stilling",
        "stillinger",
        "kampanje",
        "kampanjen",
        "excel",
        "teams",
        "digitalisering",
        "digitisation",
        "løsning",
        "løsningen",
        "løysing",
        "løysinga",
        "solution",
        "verktøy",
        "tool",
        "tools",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What one does to such a thing.
    private static readonly FrozenSet<string> Acts = new[]
    {
        "kjøpe",
        "anskaffe",
        "innføre",
        "ansette",
        "tilsette",
        "digitalisere",
        "installere",
        "implementere",
        "buy",
        "introduce",
        "hire",
        "implement",
        "install",
        "digitise",
        "digitize",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The word that sounds like a solution.</summary>
    /// <param name="what">What is needed, as somebody wrote it.</param>
    /// <returns>The word as it stands there, or null when nothing sounds like one.</returns>
    public static string? In(string? what)
    {
        if (string.IsNullOrEmpty(what))
        {
            return null;
        }
        var at = 0;
        while (at < what.Length)
        {
            if (!char.IsLetter(what[at]))
            {
                at++;
                continue;
            }
            var end = at;
            while (end < what.Length && char.IsLetter(what[end]))
            {
                end++;
            }
            var word = what[at..end];
            if (Things.Contains(word) || Acts.Contains(word))
            {
                return word;
            }
            at = end;
        }
        return null;
    }
}

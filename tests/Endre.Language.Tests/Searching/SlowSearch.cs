using Endre.Norwegian.Searching;
using Endre.Norwegian.Words;

namespace Endre.Norwegian.Tests.Searching;

/// <summary>
/// The exact answer, the slow way: every text is looked at, every word of it compared with every word that is looked for.
/// It shares with the index how two words are compared and what that is worth, and nothing of how texts are found.
/// </summary>
internal sealed class SlowSearch
{
    private readonly List<(Guid Id, int[] Words, int Length)> texts = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<WordForm> forms = [];
    private readonly List<int> counts = [];
    private readonly HashSet<string> roots = new(StringComparer.Ordinal);

    public SlowSearch(IEnumerable<(Guid Id, string Text)> from)
    {
        foreach (var (id, text) in from)
        {
            var words = new List<int>();
            TextWords.Read(Folding.Lower(text), word => words.Add(NumberOf(word.ToString())));
            int[] distinct = [.. words.Distinct()];
            foreach (var word in distinct)
            {
                counts[word]++;
            }
            texts.Add((id, distinct, words.Count));
        }
    }

    public IReadOnlyList<TextHit> Find(TextQuery query, int most)
    {
        var worth = query.Words.Select(WorthOf).ToList();
        var sum = worth.Sum(word => word.Rarity);
        var found = Ranked(worth, sum, query.Words.Length);
        if (found.Count == 0 && query.Words.Length > 1)
        {
            found = Ranked(worth, sum, (query.Words.Length + 1) / 2);
        }
        return [.. found.OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Id).Take(most)];
    }

    private List<TextHit> Ranked(List<(float[] Weights, float Rarity)> worth, float sum, int enough)
    {
        var found = new List<TextHit>();
        foreach (var (id, words, length) in texts)
        {
            var (score, have) = (0f, 0);
            foreach (var (weights, rarity) in worth)
            {
                var best = words.Length == 0 ? 0f : words.Max(word => weights[word]);
                score += best * rarity;
                have += best > 0 ? 1 : 0;
            }
            if (have >= enough && have > 0)
            {
                found.Add(new TextHit(id, score / sum * (1f - (0.08f * Math.Min(length, 64) / 64f))));
            }
        }
        return found;
    }

    private (float[] Weights, float Rarity) WorthOf(QueryWord wanted)
    {
        var kinds = forms.Select(wanted.Compare).ToArray();
        var known = CountOf(kinds, MatchKind.Exact, MatchKind.Stem, MatchKind.Variant);
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is (MatchKind.Typo or MatchKind.Part or MatchKind.None) && IsCompound(wanted, forms[i].Root))
            {
                kinds[i] = MatchKind.Part;
            }
            else if (kinds[i] == MatchKind.Part)
            {
                kinds[i] = MatchKind.None;
            }
        }
        var begun = known + CountOf(kinds, MatchKind.Prefix, MatchKind.Part);
        var near = forms
            .Where(form =>
                TypingError.IsNear(wanted.Form.Surface, form.Surface, wanted.Errors)
                // Only of a word that no text has, the endings are left out of account.
                || (begun == 0 && wanted.Compare(form) == MatchKind.Typo)
            )
            .Select(form => form.Root)
            .ToHashSet(StringComparer.Ordinal);
        var ofRoot = forms.Index().ToLookup(form => form.Item.Root, form => counts[form.Index]);
        if (begun > 0)
        {
            // Of a word that texts have, only rare ones near it are thought to be mistyped, and of a short one none.
            var most = wanted.Form.Surface.Length < 6 ? 0 : Math.Max(1, begun / 10);
            near.RemoveWhere(root => ofRoot[root].Sum() > most);
        }
        near.RemoveWhere(root => forms.Where(form => form.Root == root).All(form => StopWords.Contains(form.Surface)));
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is MatchKind.Typo or MatchKind.None)
            {
                kinds[i] = near.Contains(forms[i].Root) ? MatchKind.Typo : MatchKind.None;
            }
        }
        var all = CountOf(kinds, [.. Enum.GetValues<MatchKind>().Where(kind => kind != MatchKind.None)]);
        var frequency = Math.Min(texts.Count, known > 0 ? known : all);
        return ([.. kinds.Select(MatchWeight.Of)], MathF.Log(1f + ((texts.Count + 1f) / (frequency + 1f))));
    }

    private bool IsCompound(QueryWord wanted, string root)
    {
        if (!wanted.HasAsLastPart(root))
        {
            return false;
        }
        var last = wanted.Form.Root;
        if (wanted.Form.Surface.Length > 3 && last is not ("full" or "loes" or "messig" or "verdig"))
        {
            return true;
        }
        var first = root[..^last.Length];
        return roots.Contains(WordForm.Of(first).Root)
            || (first.Length > 3 && first[^1] is 's' or 'e' && roots.Contains(WordForm.Of(first[..^1]).Root));
    }

    private long CountOf(MatchKind[] kinds, params MatchKind[] wanted) =>
        kinds.Index().Where(kind => wanted.Contains(kind.Item)).Sum(kind => (long)counts[kind.Index]);

    private int NumberOf(string word)
    {
        if (!numbers.TryGetValue(word, out var number))
        {
            number = numbers.Count;
            numbers.Add(word, number);
            forms.Add(WordForm.Of(word));
            roots.Add(forms[number].Root);
            counts.Add(0);
        }
        return number;
    }
}

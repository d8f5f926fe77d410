using System.Buffers;

namespace Endre.Norwegian.Searching;

/// <summary>
/// One look through the index. Word by word, the rarest first, every text gets what the best answer it has is worth; the
/// answers come best first, so a text is counted once for each word.
/// </summary>
internal sealed class SearchRound
{
    private readonly Vocabulary vocabulary;
    private readonly DocumentTable documents;
    private readonly bool[]? places;
    private readonly HashSet<int> also = [];

    public SearchRound(Vocabulary vocabulary, DocumentTable documents, TextScope? scope)
    {
        this.vocabulary = vocabulary;
        this.documents = documents;
        if (scope is null)
        {
            return;
        }
        places = new bool[documents.PlaceCount];
        foreach (var place in scope.Places)
        {
            if (documents.PlaceNumber(place) is >= 0 and var number)
            {
                places[number] = true;
            }
        }
        foreach (var id in scope.Also)
        {
            if (documents.Find(id) is >= 0 and var number)
            {
                also.Add(number);
            }
        }
    }

    public TextHits Find(TextQuery query, int most, Matching matching)
    {
        var words = query
            .Words.Select(word => WordAnswers.Of(word, vocabulary, documents.Count))
            .OrderBy(answers => answers.Texts)
            .ToList();
        var sum = words.Sum(word => word.Rarity);
        if (matching == Matching.All && words.TrueForAll(word => word.All.Count > 0))
        {
            var found = FindAll(words, sum, most);
            if (found.Hits.Count > 0 || words.Count == 1)
            {
                return found;
            }
        }
        return FindSome([.. words.Where(word => word.All.Count > 0)], sum, most, query.Enough);
    }

    private TextHits FindAll(List<WordAnswers> words, float sum, int most)
    {
        var room = new Room(documents.Numbers);
        try
        {
            var top = new TopHits(documents, most);
            var seen = room.Seen;
            var scores = room.Scores;
            var best = 0f;
            for (var i = 0; i < words.Count; i++)
            {
                var isLast = i == words.Count - 1;
                var reached = 0f;
                foreach (var answer in words[i].All)
                {
                    var worth = answer.Weight * words[i].Rarity;
                    // Nothing that comes now can be better than what there is.
                    if (isLast && top.IsFullAbove((best + worth) / sum))
                    {
                        return top.ToHits(hasMore: true);
                    }
                    var texts = vocabulary.PostingsOf(answer.Word).Read();
                    while (texts.MoveNext())
                    {
                        var text = texts.Current;
                        if (seen[text] != i)
                        {
                            continue;
                        }
                        seen[text] = (byte)(i + 1);
                        var score = i == 0 ? worth : scores[text] + worth;
                        reached = MathF.Max(reached, score);
                        if (!isLast)
                        {
                            scores[text] = score;
                        }
                        else if (IsWanted(text))
                        {
                            top.Offer(text, score / sum);
                        }
                    }
                }
                best = reached;
            }
            return top.ToHits();
        }
        finally
        {
            room.Leave();
        }
    }

    private TextHits FindSome(List<WordAnswers> words, float sum, int most, int enough)
    {
        if (words.Count < enough)
        {
            return TextHits.None;
        }
        var room = new Room(documents.Numbers);
        try
        {
            var seen = room.Seen;
            var counts = room.Counts;
            var scores = room.Scores;
            for (var i = 0; i < words.Count; i++)
            {
                foreach (var answer in words[i].All)
                {
                    var worth = answer.Weight * words[i].Rarity;
                    var texts = vocabulary.PostingsOf(answer.Word).Read();
                    while (texts.MoveNext())
                    {
                        var text = texts.Current;
                        if (seen[text] == i + 1)
                        {
                            continue;
                        }
                        scores[text] = seen[text] == 0 ? worth : scores[text] + worth;
                        seen[text] = (byte)(i + 1);
                        counts[text]++;
                    }
                }
            }
            var top = new TopHits(documents, most);
            for (var text = 0; text < counts.Length; text++)
            {
                var next = counts[text..].IndexOfAnyExcept((byte)0);
                if (next < 0)
                {
                    break;
                }
                text += next;
                if (counts[text] >= enough && IsWanted(text))
                {
                    top.Offer(text, scores[text] / sum);
                }
            }
            return top.ToHits();
        }
        finally
        {
            room.Leave();
        }
    }

    private bool IsWanted(int text) =>
        documents.IsThere(text) && (places is null || places[documents.Places[text]] || also.Contains(text));

    /// <summary>What a look needs for each text; lent, because a million of them are five megabytes.</summary>
    private readonly ref struct Room
    {
        private readonly byte[] bytes;
        private readonly float[] numbers;

        public Room(int texts)
        {
            bytes = ArrayPool<byte>.Shared.Rent(Math.Max(1, texts * 2));
            numbers = ArrayPool<float>.Shared.Rent(Math.Max(1, texts));
            Seen = bytes.AsSpan(0, texts);
            Counts = bytes.AsSpan(texts, texts);
            Scores = numbers.AsSpan(0, texts);
            bytes.AsSpan(0, texts * 2).Clear();
        }

        public Span<byte> Seen { get; }

        public Span<byte> Counts { get; }

        // Never read before it is written.
        public Span<float> Scores { get; }

        public void Leave()
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<float>.Shared.Return(numbers);
        }
    }
}

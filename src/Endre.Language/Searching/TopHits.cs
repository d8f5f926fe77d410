namespace Endre.Norwegian.Searching;

/// <summary>The best texts so far.</summary>
internal sealed class TopHits(DocumentTable documents, int most)
{
    // The worst of those that are kept stands first.
    private readonly PriorityQueue<Guid, (float Score, Guid Id)> kept = new(
        Comparer<(float Score, Guid Id)>.Create(Compare)
    );
    private long offered;

    /// <summary>Whether there are enough, and none is worse than this, however short its text.</summary>
    public bool IsFullAbove(float score) => kept.Count == most && Worst > score;

    public void Offer(int text, float score)
    {
        offered++;
        var value = score * MatchWeight.OfLength(documents.Lengths[text]);
        if (kept.Count == most)
        {
            if (value < Worst)
            {
                return;
            }
            var id = documents.IdOf(text);
            kept.EnqueueDequeue(id, (value, id));
        }
        else
        {
            var id = documents.IdOf(text);
            kept.Enqueue(id, (value, id));
        }
    }

    public TextHits ToHits(bool hasMore = false)
    {
        hasMore |= offered > kept.Count;
        var hits = new TextHit[kept.Count];
        for (var at = hits.Length - 1; kept.TryDequeue(out var id, out var rank); at--)
        {
            hits[at] = new TextHit(id, Math.Clamp(rank.Score, 0f, 1f));
        }
        return new TextHits(hits, hasMore);
    }

    private float Worst => kept.TryPeek(out _, out var rank) ? rank.Score : 0f;

    private static int Compare((float Score, Guid Id) one, (float Score, Guid Id) other) =>
        one.Score != other.Score ? one.Score.CompareTo(other.Score) : one.Id.CompareTo(other.Id);
}

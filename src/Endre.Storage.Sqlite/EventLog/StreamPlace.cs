namespace Endre.Storage.Sqlite.EventLog;

/// <summary>
/// Where a stream's events lie in the one table. Its number and the sequence make one integer, the table's own key:
/// a stream lies together, in order, and an event needs no second index for it. That index cost a third of the speed.
/// </summary>
internal readonly record struct StreamPlace(long Number)
{
    public const long MaxSequence = uint.MaxValue;

    /// <summary>The key of an event.</summary>
    public long Of(long sequence) => (Number << 32) | Math.Clamp(sequence, 0, MaxSequence);

    /// <summary>The sequence in a key.</summary>
    public static long Sequence(long place) => place & MaxSequence;
}

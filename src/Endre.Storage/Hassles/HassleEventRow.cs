using System.Text.Json;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Domain.Hassles.Redactions;
using Endre.Domain.Hassles.Removals;

namespace Endre.Storage.Hassles;

/// <summary>
/// One entry in the history of a hassle, for whoever has to hear of it. It holds no words that anybody wrote, so what is
/// withdrawn is withdrawn everywhere, and nothing of a writer.
/// </summary>
public sealed class HassleEventRow
{
    /// <summary>Words were taken out.</summary>
    public const string Redacted = "redacted";

    /// <summary>The picture was taken away.</summary>
    public const string PhotoRemoved = "photo-removed";

    /// <summary>Which hassle.</summary>
    public required Guid HassleId { get; init; }

    /// <summary>Its place in the hassle's history, from 1. There is no number across hassles: that would be an order.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// What happened, as a word: said, answered, replied, removed, returned, shown, hidden, withdrawn, handed-over, lifted,
    /// moved, merged, split, redacted, photo-removed, kept.
    /// </summary>
    public required string What { get; init; }

    /// <summary>What became of it, as a word of <see cref="HassleWords"/>.</summary>
    public required string State { get; init; }

    /// <summary>Who answered, or who answers from now on; null for what the writer did.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The Monday of the week in which it happened.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>The day; null for what an anonymous writer did.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The entry of an event.</summary>
    /// <param name="number">Its place in the hassle's history, from 1.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="after">The hassle after it.</param>
    public static HassleEventRow Of(int number, HassleEvent happened, Hassle after)
    {
        ArgumentNullException.ThrowIfNull(after);
        var (what, personId, week, day) = happened switch
        {
            HassleSaid said => ("said", (Guid?)null, said.Hassle.Week, said.Hassle.Day),
            HassleAnswered answered => (
                "answered",
                answered.Message.PersonId,
                answered.Message.Week,
                answered.Message.Day
            ),
            HassleReplied replied => ("replied", null, replied.Message.Week, replied.Message.Day),
            HassleWithdrawn withdrawn => ("withdrawn", null, withdrawn.Week, withdrawn.Day),
            HassleRemoved gone => ("removed", gone.Message.PersonId, gone.Message.Week, gone.Message.Day),
            HassleReturned back => ("returned", back.Message.PersonId, back.Message.Week, back.Message.Day),
            HasslePutOnScreen put => (
                put.IsShown ? "shown" : "hidden",
                put.PersonId,
                HassleRules.WeekOf(put.Day),
                put.Day
            ),
            HassleHandedOver handed => ("handed-over", handed.To, HassleRules.WeekOf(handed.Day), handed.Day),
            HassleLifted lifted => ("lifted", lifted.Message.PersonId, lifted.Message.Week, lifted.Message.Day),
            HassleMoved moved => ("moved", moved.PersonId, HassleRules.WeekOf(moved.Day), moved.Day),
            HassleMerged merged => ("merged", merged.PersonId, HassleRules.WeekOf(merged.Day), merged.Day),
            RedactionEvent redacted => (
                redacted switch
                {
                    HassleRedacted => Redacted,
                    Domain.Hassles.Redactions.PhotoRemoved => PhotoRemoved,
                    _ => "kept",
                },
                redacted.PersonId,
                HassleRules.WeekOf(redacted.Day),
                redacted.Day
            ),
            HassleSplit split => ("split", split.PersonId, split.Week, split.Day),
            _ => throw new JsonException($"Nobody stores {happened?.GetType().Name}."),
        };
        return new HassleEventRow
        {
            HassleId = after.Id,
            Number = number,
            What = what,
            State = HassleWords.Of(after.State),
            PersonId = personId,
            Week = week,
            Day = day,
        };
    }
}

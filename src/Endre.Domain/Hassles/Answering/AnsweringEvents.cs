namespace Endre.Domain.Hassles.Answering;

/// <summary>Something that one who answers did with a hassle besides answering it.</summary>
public abstract record AnsweringEvent : HassleEvent;

/// <summary>It was lifted to one named leader above, who must answer from now on.</summary>
/// <param name="Message">With the answer <see cref="HassleState.Lifted"/>.</param>
/// <param name="To">Who must answer.</param>
/// <param name="Day">When.</param>
public sealed record HassleLifted(HassleMessage Message, Guid To, DateOnly Day) : AnsweringEvent;

/// <summary>Another unit answers it from now on.</summary>
/// <param name="PersonId">Who moved it.</param>
/// <param name="To">The unit; the one it was said to, when it was moved back.</param>
/// <param name="Day">When.</param>
public sealed record HassleMoved(Guid PersonId, Guid To, DateOnly Day) : AnsweringEvent;

/// <summary>It is answered as one with another.</summary>
/// <param name="PersonId">Who merged them.</param>
/// <param name="Into">The other.</param>
/// <param name="Answer">What the other had been answered already, which is the answer to this one too; or null.</param>
/// <param name="AnswererId">Who must answer the other, where it was lifted; or null.</param>
/// <param name="Day">When.</param>
public sealed record HassleMerged(Guid PersonId, Guid Into, HassleMessage? Answer, Guid? AnswererId, DateOnly Day)
    : AnsweringEvent;

/// <summary>It stands by itself again.</summary>
/// <param name="PersonId">Who took the merging back; null when the other was withdrawn.</param>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Day">The day; null where an anonymous writer is the cause.</param>
public sealed record HassleSplit(Guid? PersonId, DateOnly Week, DateOnly? Day) : AnsweringEvent;

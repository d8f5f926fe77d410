using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Domain.Hassles.Removals;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Storage.Messages;
using Endre.Web.Access;

namespace Endre.Web.Features.Hassles;

/// <summary>Gives one of the four answers, or only words, from whichever page.</summary>
internal sealed class GiveAnswer(
    EndreContext database,
    ReadLifting lifting,
    UnitSeats seats,
    TellWriter.TellWriter writer,
    CurrentPerson person
)
{
    /// <summary>Written without an answer.</summary>
    internal const string OnlyWords = "message";

    internal static readonly string Lifted = HassleWords.Of(HassleState.Lifted);

    /// <summary>To whom what the person may answer can be lifted.</summary>
    public Task<Lifting> LiftingAsync(HassleSight.Scope scope, CancellationToken ct) =>
        lifting.ReadAsync(scope.Known, ct);

    /// <param name="scope">What the person may answer.</param>
    /// <param name="hassle">One that the person may answer.</param>
    /// <param name="word">The answer, as a word.</param>
    /// <param name="text">What is written.</param>
    /// <param name="after">How many messages the person saw.</param>
    /// <param name="promise">Who does it and by when, where that was said.</param>
    public async Task<Refusal?> GiveAsync(
        HassleSight.Scope scope,
        Hassle hassle,
        string? word,
        string? text,
        int after,
        Promise? promise,
        CancellationToken ct
    )
    {
        var state = HassleWords.Read(word);
        if (state is null && word != OnlyWords)
            return new Refusal("AnswerMissing", "answer");
        HassleCommand command = new Domain.Hassles.AnswerHassle(person.RequiredId, state, text, after)
        {
            Promise = promise,
        };
        if (state == HassleState.Lifted)
        {
            // Sent twice, it has been lifted already, and to the same leader.
            var to =
                (await lifting.ReadAsync(scope.Known, ct)).Next(hassle, person.RequiredId)?.PersonId
                ?? (hassle.State == HassleState.Lifted ? hassle.AnswererId : null);
            if (to is not { } leader)
                return new Refusal("NobodyAbove", "answer");
            command = new LiftHassle(person.RequiredId, leader, text, after);
        }
        return await database.TellingAsync(
            () => database.DoWithHassleAsync(hassle.Id, command, seats.Today, ct),
            () => writer.AddAsync(hassle.Id, person.RequiredId, ct),
            ct
        );
    }
}

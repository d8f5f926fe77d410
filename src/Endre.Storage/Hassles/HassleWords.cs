using Endre.Domain.Hassles;

namespace Endre.Storage.Hassles;

/// <summary>The words for where it stands, in tables and programs.</summary>
public static class HassleWords
{
    /// <summary>
    /// The word of a state: <c>waiting</c>, <c>will-do</c>, <c>will-not</c>, <c>needs-more</c>, <c>lifted</c>,
    /// <c>withdrawn</c>, <c>gone</c>.
    /// </summary>
    /// <param name="state">The state.</param>
    public static string Of(HassleState state) => StoredWord.Of(state);

    /// <summary>The words of the states in which somebody waits for an answer: see <see cref="Hassle.IsUnanswered"/>.</summary>
    public static IReadOnlyList<string> Unanswered { get; } = [Of(HassleState.Waiting), Of(HassleState.Lifted)];

    /// <summary>The state of a word; null when there is no such state.</summary>
    /// <param name="word">As it is stored, or came from outside.</param>
    public static HassleState? Read(string? word) => StoredWord.Find<HassleState>(word);
}

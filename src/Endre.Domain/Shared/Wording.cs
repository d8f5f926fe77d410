namespace Endre.Domain.Shared;

/// <summary>
/// A text that may stand in several languages. What people write themselves stands in one, and is shown as written.
/// </summary>
/// <param name="Nb">Bokmål, or the writer's own form when it is the only one.</param>
/// <param name="Nn">Nynorsk, or null.</param>
/// <param name="En">English, or null.</param>
public sealed record Wording(string Nb, string? Nn = null, string? En = null)
{
    /// <summary>The text in the language asked for, or in bokmål when it does not exist in that language.</summary>
    /// <param name="language">A language tag: <c>nb</c>, <c>nn</c>, <c>en</c> (longer tags count by their first part).</param>
    public string In(string language) =>
        language switch
        {
            _ when language.StartsWith("nn", StringComparison.Ordinal) => Nn ?? Nb,
            _ when language.StartsWith("en", StringComparison.Ordinal) => En ?? Nb,
            _ => Nb,
        };

    /// <inheritdoc/>
    public override string ToString() => Nb;
}

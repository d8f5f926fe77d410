using Endre.Domain.Shared;
using Endre.Web.Texts;

namespace Endre.Web.Components.Forms;

/// <summary>What was tried and refused: the page shows it again, with the message and what the person had written.</summary>
/// <param name="Act">The form's name, so that the message stands at the right form.</param>
/// <param name="Refusal">Why it was refused.</param>
/// <param name="Form">What was sent.</param>
public sealed record Attempt(string Act, Refusal Refusal, IFormCollection Form)
{
    public string Sentence => RefusalTexts.Sentence(Refusal);

    /// <summary>What the person had written in a field of this form, or the value it had before.</summary>
    public static string? Value(Attempt? attempt, string act, string field, string? before = null) =>
        attempt?.Act == act && attempt.Form.TryGetValue(field, out var typed) ? typed.ToString() : before;
}

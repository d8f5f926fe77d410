using System.Collections.Immutable;

namespace Endre.Domain.Meetings.Minutes;

/// <summary>Unntaksgrunn: why a part of the minutes is kept from the public.</summary>
/// <param name="Word">How it is stored and sent.</param>
/// <param name="Law">Where it stands in the law, as one writes it in Norwegian: <c>offl. § 14</c>.</param>
/// <param name="IsDuty">Whether the law forbids to give it out; otherwise it only allows to keep it back.</param>
public sealed record AccessGround(string Word, string Law, bool IsDuty = false);

/// <summary>
/// The grounds one may choose. They are few on purpose: what a unit's meeting about improvements may have to keep back.
/// «offl.» is offentleglova (2006), «fvl.» forvaltningsloven (1967), «hpl.» helsepersonelloven (1999).
/// </summary>
public static class AccessGrounds
{
    /// <summary>The word that says that a matter is open although the rest of the meeting is not.</summary>
    public const string Open = "open";

    /// <summary>All of them, in the order they are offered.</summary>
    public static ImmutableArray<AccessGround> All { get; } =
    [
        new("secrecy", "offl. § 13, jf. fvl. § 13", IsDuty: true),
        new("health-secrecy", "offl. § 13, jf. hpl. § 21", IsDuty: true),
        new("internal", "offl. § 14"),
        new("personnel", "offl. § 23 første ledd"),
        new("security", "offl. § 24 tredje ledd"),
        new("hiring", "offl. § 25"),
    ];

    /// <summary>The ground of a word; null for none, for <see cref="Open"/> and for what is not known.</summary>
    /// <param name="word">As it is stored, or came from outside.</param>
    public static AccessGround? Find(string? word) => All.FirstOrDefault(ground => ground.Word == word);

    /// <summary>Whether a word may be stored: a ground, <see cref="Open"/>, or null for nothing chosen.</summary>
    /// <param name="word">As it came from outside.</param>
    public static bool MayBe(string? word) => word is null or Open || Find(word) is not null;
}

using Endre.Domain.Shared;

namespace Endre.Domain.Hassles.Channels;

/// <summary>Something that is no hassle, and has a channel of its own in every organization.</summary>
public enum ChannelKind
{
    /// <summary>Avvik: somebody was hurt or could have been, or a rule was broken.</summary>
    Deviation,

    /// <summary>Varsel: wrongdoing, by the Working Environment Act chapter 2 A.</summary>
    Whistleblowing,
}

/// <summary>Where the organization takes in what is no hassle.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Address">An address on the web, or words such as a telephone number; never empty.</param>
public sealed record ReportingChannel(ChannelKind Kind, string Address)
{
    /// <summary>The most characters of an address.</summary>
    public const int LongestAddress = 300;

    /// <summary>The address on the web, http or https; null when it is words.</summary>
    public Uri? Link => LinkOf(Address);

    /// <summary>Reads what an administrator typed.</summary>
    /// <param name="kind">What it is for.</param>
    /// <param name="typed">As it was typed; null and empty mean that there is none.</param>
    /// <param name="channel">The channel, or null when there is none.</param>
    /// <returns>
    /// Null when it is fine; otherwise <c>ChannelAddressMalformed</c> or what <see cref="FreeText"/> says, at the field named as
    /// <see cref="WordOf"/> says.
    /// </returns>
    public static Refusal? Read(ChannelKind kind, string? typed, out ReportingChannel? channel)
    {
        channel = null;
        if (FreeText.Accept(typed, LongestAddress, WordOf(kind), out var address) is { } refusal)
        {
            return refusal;
        }
        // What looks like an address and is none leads nobody anywhere.
        if (address.Contains("://", StringComparison.Ordinal) && LinkOf(address) is null)
        {
            return new Refusal("ChannelAddressMalformed", WordOf(kind));
        }
        channel = address.Length == 0 ? null : new ReportingChannel(kind, address);
        return null;
    }

    /// <summary>The word of a kind in tables and forms: <c>deviation</c>, <c>whistleblowing</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string WordOf(ChannelKind kind) => kind.ToString().ToLowerInvariant();

    private static Uri? LinkOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var link)
        && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
        && link.Host.Length > 0
        && link.UserInfo.Length == 0
            ? link
            : null;
}

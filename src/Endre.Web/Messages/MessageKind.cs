using Endre.Web.Texts;

namespace Endre.Web.Messages;

/// <summary>
/// A kind of messages: what one can turn off alone. The area that writes them says what they are, in a text
/// <c>MessageKind_{word}</c> that goes on from «Send meg e-post …», such as «når jeg får svar på noe jeg har sagt fra om».
/// </summary>
/// <param name="Word">The word in the database and in the log: <c>hassle-answered</c>.</param>
/// <param name="About">What they are, in the language of the request.</param>
internal sealed record MessageKind(string Word, Func<string> About)
{
    /// <summary>Whether it comes as mail to whoever has chosen nothing.</summary>
    public bool IsMailByDefault { get; init; } = true;

    /// <summary>Whether one may do without its mail. What one asks for oneself cannot be turned off.</summary>
    public bool MayBeTurnedOff { get; init; } = true;

    /// <summary>
    /// Whether it holds a secret, such as a one-time link: it is never shown in the app, goes only to a mail server, and
    /// its words are deleted when they have been sent.
    /// </summary>
    public bool IsSecret { get; init; }

    public static MessageKind Of<TArea>(string word)
    {
        var texts = new Texts<TArea>();
        return new MessageKind(word, () => texts[$"MessageKind_{word}"]);
    }
}

internal static class MessageKinds
{
    /// <summary>Makes a kind known: to the page where one chooses, and to <see cref="Outgoing"/>.</summary>
    public static IServiceCollection AddMessageKind(this IServiceCollection services, MessageKind kind) =>
        services.AddSingleton(kind);
}

namespace Endre.Domain.Hassles;

/// <summary>How somebody wants to say something; the one who writes chooses.</summary>
public enum Speaker
{
    /// <summary>Med navn: whoever sees the text sees who said it.</summary>
    Named,

    /// <summary>Navn bare til leder: only those who are to answer see who said it.</summary>
    Leader,

    /// <summary>Anonym: nobody can ever know, because nothing that tells it is stored.</summary>
    Anonymous,
}

/// <summary>The words for the three ways in addresses, programs and tables.</summary>
public static class SpeakerWord
{
    /// <summary>The word of a way: <c>named</c>, <c>leader</c>, <c>anonymous</c>.</summary>
    /// <param name="speaker">The way.</param>
    public static string Of(Speaker speaker) =>
        speaker switch
        {
            Speaker.Named => "named",
            Speaker.Leader => "leader",
            _ => "anonymous",
        };

    /// <summary>The way of a word.</summary>
    /// <param name="word">As it came from outside, or null.</param>
    /// <returns>Null when there is no such way: nobody is put into a more open one than they asked for.</returns>
    public static Speaker? Read(string? word) =>
        word switch
        {
            "named" => Speaker.Named,
            "leader" => Speaker.Leader,
            "anonymous" => Speaker.Anonymous,
            _ => null,
        };
}

using System.Text.Json;

namespace Endre.Storage.Meetings;

/// <summary>The words for what a meeting, a matter and a place at the table are, in tables and forms.</summary>
public static class MeetingWords
{
    /// <summary>The longest word.</summary>
    public const int MaxLength = 30;

    /// <summary>The word of a value: <c>effect-check</c>.</summary>
    /// <typeparam name="T">Which kind of value.</typeparam>
    /// <param name="value">The value.</param>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");

    /// <summary>The value of a word that is stored.</summary>
    /// <typeparam name="T">Which kind of value.</typeparam>
    /// <param name="word">As it is stored.</param>
    /// <exception cref="InvalidOperationException">There is no such word.</exception>
    public static T Read<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().First(value => Of(value) == word);

    /// <summary>The value of a word that came from outside; null when there is none.</summary>
    /// <typeparam name="T">Which kind of value.</typeparam>
    /// <param name="word">As it came.</param>
    public static T? Find<T>(string? word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => Of(value!.Value) == word);
}

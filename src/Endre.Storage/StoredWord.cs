using System.Text.Json;

namespace Endre.Storage;

/// <summary>The words for values and for what happened, in tables and forms: <c>effect-check</c>.</summary>
public static class StoredWord
{
    /// <summary>The longest word of a value.</summary>
    public const int MaxLength = 30;

    /// <summary>The word of a value.</summary>
    /// <typeparam name="T">Which kind of value.</typeparam>
    /// <param name="value">The value.</param>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

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
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
            {
                return value;
            }
        }
        return null;
    }

    /// <summary>The word of an event: <c>owner-replaced</c>.</summary>
    /// <param name="type">The event's type.</param>
    public static string OfEvent(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);
    }
}

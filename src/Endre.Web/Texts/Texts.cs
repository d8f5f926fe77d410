using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Endre.Web.Texts;

/// <summary>
/// The texts of an area in the language of the request. <typeparamref name="TArea"/> is an empty class beside
/// <c>&lt;Area&gt;Texts.resx</c>; a key that the area lacks is looked up in <see cref="SharedTexts"/>.
/// </summary>
/// <remarks>In a component: <c>@inject Texts&lt;HomeTexts&gt; T</c>, then <c>@T["Title"]</c> or <c>@T["Hello", name]</c>.</remarks>
internal sealed class Texts<TArea>
{
    // One per area; the manager itself caches what it reads.
    private static readonly ResourceManager Area = new(typeof(TArea));

    // The manager finds a text under a lock, one language after another; a list asks for the same ones in every row.
    private static readonly ConcurrentDictionary<(CultureInfo Language, string Key), string> Found = new();

    /// <summary>The text; a missing key is a fault of ours and is thrown, so that a test meets it first.</summary>
    public string this[string key] => Found.GetOrAdd((CultureInfo.CurrentUICulture, key), Find);

    /// <summary>The text with its places filled, numbers and dates written as in the language.</summary>
    public string this[string key, params ReadOnlySpan<object?> values] =>
        string.Format(CultureInfo.CurrentCulture, this[key], values);

    /// <summary>"{key}One" for exactly one, else "{key}Many" with the number in place 0.</summary>
    public string Count(string key, long number) =>
        number == 1 ? this[$"{key}One", number] : this[$"{key}Many", number];

    private static string Find((CultureInfo Language, string Key) text) =>
        Area.GetString(text.Key, text.Language)
        ?? SharedTexts.Manager.GetString(text.Key, text.Language)
        ?? throw new MissingTextException(typeof(TArea), text.Key);

    /// <summary>Whether the area or the shared texts have the key.</summary>
    public bool Has(string key) =>
        Area.GetString(key, CultureInfo.CurrentUICulture) is not null
        || SharedTexts.Manager.GetString(key, CultureInfo.CurrentUICulture) is not null;
}

/// <summary>A page asked for a text that nobody wrote.</summary>
internal sealed class MissingTextException(Type area, string key)
    : InvalidOperationException($"{area.Name} has no text \"{key}\".");

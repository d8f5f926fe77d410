using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text.Json;

namespace Endre.Web.Client;

/// <summary>What the script says by itself, in the language of the request: <c>{count}</c> and the like it fills in.</summary>
internal sealed class ClientTexts
{
    private static readonly ResourceManager Manager = new(typeof(ClientTexts));
    private static readonly ConcurrentDictionary<CultureInfo, string> Written = new();

    private ClientTexts() { }

    /// <summary>All of them as JSON that may stand in a page: nothing in it can end its script element.</summary>
    public static string Json() => Written.GetOrAdd(CultureInfo.CurrentUICulture, Write);

    private static string Write(CultureInfo language)
    {
        var texts = Manager
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                JsonNamingPolicy.CamelCase.ConvertName,
                key => Manager.GetString(key, language),
                StringComparer.Ordinal
            );
        return JsonSerializer.Serialize(texts);
    }
}

using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json;

namespace Endre.Web.Client;

/// <summary>What the script says by itself, in the language of the request: <c>{count}</c> and the like it fills in.</summary>
internal sealed class ClientTexts
{
    private static readonly ResourceManager Manager = new(typeof(ClientTexts));

    private ClientTexts() { }

    /// <summary>All of them as JSON that may stand in a page: nothing in it can end its script element.</summary>
    public static string Json()
    {
        var texts = Manager
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                JsonNamingPolicy.CamelCase.ConvertName,
                key => Manager.GetString(key, CultureInfo.CurrentUICulture),
                StringComparer.Ordinal
            );
        return JsonSerializer.Serialize(texts);
    }
}

using Endre.Storage.Audit;
using Endre.Web.Texts;

namespace Endre.Web.Features.Audit.ShowAuditLog;

/// <summary>An entry in words. What an older or newer version recorded and this one has no words for stands as it is.</summary>
internal sealed class AuditWords(Texts<AuditTexts> texts)
{
    public string Act(string act) => Of($"Act_{act}", act);

    public string Detail(string name) => Of($"Detail_{name}", name);

    /// <summary>Ids and words of the program are told by their names; everything else as it was written.</summary>
    public string Value(ListedEntry listed, string name, string value) =>
        value.Length == 0
            ? texts["Nothing"]
            : string.Join(
                ", ",
                value
                    .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                    .Select(word =>
                        ListedEntry.IdOf(word) is { } id ? listed.NameOf(id) ?? texts["Gone"] : Word(name, word)
                    )
            );

    public string Who(ListedEntry listed) =>
        listed.Entry.ActorId is { } id
            ? listed.NameOf(id) ?? texts["Erased"]
            : Of($"Program_{listed.Entry.Program}", listed.Entry.Program ?? "");

    public string? Subject(ListedEntry listed) =>
        listed.Entry.SubjectId is { } id
            ? listed.NameOf(id) ?? texts[listed.Entry.Subject == "person" ? "Erased" : "Gone"]
            : null;

    private string Word(string name, string word) =>
        name switch
        {
            "given" or "taken" => Of($"Role_{word}", word),
            "role" or "unitRole" => Of($"UnitRole_{word}", Of($"Role_{word}", word)),
            "affiliation" => Of($"Affiliation_{word}", word),
            _ => Of($"Value_{word.ToLowerInvariant()}", word),
        };

    public string Break(AuditBreak kind) => texts[$"Break_{kind}"];

    private string Of(string key, string otherwise) => texts.Has(key) ? texts[key] : otherwise;
}

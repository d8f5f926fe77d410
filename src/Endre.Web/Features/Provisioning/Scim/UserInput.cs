using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;
using Endre.Domain.Organizations.Provisioning;
using Endre.Domain.Shared;
using Endre.Storage.People;
using Endre.Storage.Provisioning;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>What a client says of a person. What Endre has no use for is not kept, and a password never.</summary>
internal sealed record UserInput
{
    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public string? Email { get; init; }

    public string? ExternalId { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? Title { get; init; }

    public string? Language { get; init; }

    public string? EmployeeNumber { get; init; }

    public string? Department { get; init; }

    public string? Division { get; init; }

    public string? Organization { get; init; }

    public Guid? ManagerId { get; init; }

    public bool IsActive { get; init; }

    public static (UserInput? Input, ScimFault? Fault) Read(JsonObject user)
    {
        var reader = new Reader();
        var enterprise = ScimMatch.Find(user, ScimShape.EnterpriseSchema) as JsonObject ?? [];
        var name = ScimMatch.Find(user, "name") as JsonObject ?? [];
        var userName = reader.Text(user, "userName", 200);
        var given = reader.Text(name, "givenName", ProvisionedPerson.MaxLength);
        var family = reader.Text(name, "familyName", ProvisionedPerson.MaxLength);
        var shown =
            reader.Text(user, "displayName", Person.MaxDisplayNameLength)
            ?? (given is null && family is null ? null : $"{given} {family}".Trim())
            ?? reader.Text(name, "formatted", Person.MaxDisplayNameLength)
            ?? userName;
        if (userName is null)
            reader.Refuse("userName is required.");
        var input = new UserInput
        {
            UserName = userName ?? "",
            DisplayName = Shorten(shown ?? ""),
            Email = reader.Email(user, userName),
            ExternalId = reader.Text(user, "externalId", Person.MaxExternalIdLength),
            GivenName = given,
            FamilyName = family,
            Title = reader.Text(user, "title", ProvisionedPerson.MaxLength),
            Language = LanguageOf(ScimMatch.Find(user, "preferredLanguage")?.ToString()),
            EmployeeNumber = reader.Text(enterprise, "employeeNumber", ProvisionedPerson.MaxLength),
            Department = reader.Text(enterprise, "department", ProvisionedPerson.MaxLength),
            Division = reader.Text(enterprise, "division", ProvisionedPerson.MaxLength),
            Organization = reader.Text(enterprise, "organization", ProvisionedPerson.MaxLength),
            ManagerId = reader.Manager(ScimMatch.Find(enterprise, "manager")),
            IsActive = reader.Flag(ScimMatch.Find(user, "active"), otherwise: true),
        };
        return reader.Fault is null ? (input, null) : (null, reader.Fault);
    }

    private static string Shorten(string name) =>
        name.Length <= Person.MaxDisplayNameLength ? name : name[..Person.MaxDisplayNameLength].TrimEnd();

    private static string? LanguageOf(string? tag) =>
        tag?.Split('-', ',', ';', '_')[0].ToLowerInvariant() switch
        {
            "nb" or "no" => Texts.Language.Bokmål.Code,
            "nn" => Texts.Language.Nynorsk.Code,
            "en" => Texts.Language.English.Code,
            _ => null,
        };

    private sealed class Reader
    {
        public ScimFault? Fault { get; private set; }

        public void Refuse(string detail) => Fault ??= new ScimFault("invalidValue", detail);

        public string? Text(JsonObject node, string name, int longest)
        {
            var found = ScimMatch.Find(node, name);
            if (found is null)
                return null;
            if (found.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number))
            {
                Refuse($"{name} is text.");
                return null;
            }

            var refusal = FreeText.Accept(found.ToString(), longest, name, out var clean);
            if (refusal?.Reason == "NationalIdentityNumber")
                Refuse($"{name} looks like a national identity number, which is not kept here.");
            else if (refusal is not null)
                Refuse($"{name} has at most {longest} characters.");
            clean = clean.ReplaceLineEndings(" ");
            return clean.Length == 0 ? null : clean;
        }

        // The one for work, or the first: one address is kept.
        public string? Email(JsonObject user, string? userName)
        {
            var all = (ScimMatch.Find(user, "emails") as JsonArray ?? []).OfType<JsonObject>().ToList();
            var chosen =
                all.Find(one => Flag(ScimMatch.Find(one, "primary"), otherwise: false))
                ?? all.Find(one =>
                    string.Equals(ScimMatch.Find(one, "type")?.ToString(), "work", StringComparison.OrdinalIgnoreCase)
                )
                ?? all.FirstOrDefault();
            var email = chosen is null ? null : Text(chosen, "value", 200);
            if (email is null)
                return userName is not null && IsAddress(userName) ? userName : null;
            if (!IsAddress(email))
                Refuse("emails holds something that is no e-mail address.");
            return email;
        }

        public Guid? Manager(JsonNode? manager)
        {
            var value = manager is JsonObject parts ? ScimMatch.Find(parts, "value")?.ToString() : manager?.ToString();
            if (string.IsNullOrEmpty(value))
                return null;
            if (Guid.TryParse(value, out var id))
                return id;
            Refuse("manager.value is the id of a user.");
            return null;
        }

        // Entra ID writes "True" and "False" as text.
        public bool Flag(JsonNode? node, bool otherwise)
        {
            if (node is null)
                return otherwise;
            if (bool.TryParse(node.ToString(), out var said))
                return said;
            Refuse("active and primary are true or false.");
            return otherwise;
        }

        private static bool IsAddress(string text) =>
            MailAddress.TryCreate(text, out var address) && address.Address == text;
    }
}

using System.Text.Json;
using Endre.Storage;
using Endre.Storage.Audit;

namespace Endre.Web.Access;

/// <summary>
/// Remembers an administrator's act. The entry is only added to the context: what stores the act stores it too, in one
/// transaction, so there is never one without the other.
/// </summary>
internal sealed class AuditLog(EndreContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Who acts when nobody is signed in: the operator on the server, unless a program says that it is the one.</summary>
    public string Program { get; set; } = "operator";

    /// <param name="act">The act's folder, for example <c>ChangeRoles</c>.</param>
    /// <param name="subject">What sort of thing: <c>person</c>, <c>unit</c>, <c>organization</c>.</param>
    /// <param name="subjectId">Which one.</param>
    /// <param name="details">Words and ids; never a secret, a name or a text that somebody wrote.</param>
    public void Record(
        string act,
        string subject,
        Guid? subjectId,
        params IEnumerable<(string Name, string? Value)> details
    )
    {
        var now = clock.GetUtcNow();
        database.AuditEntries.Add(
            new AuditEntry
            {
                Id = Guid.CreateVersion7(now),
                At = now,
                ActorId = person.Id,
                Program = person.IsSignedIn ? null : person.Program ?? Program,
                Act = act,
                Subject = subject,
                SubjectId = subjectId,
                Details = JsonSerializer.Serialize(
                    details
                        .Where(detail => detail.Value is not null)
                        .ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal)
                ),
            }
        );
    }
}

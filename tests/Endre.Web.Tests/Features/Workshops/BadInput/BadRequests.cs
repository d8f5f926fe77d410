using static Endre.Web.Tests.Features.Workshops.BadInput.BadRequest;
using static Endre.Web.Tests.Features.Workshops.BadInput.WritingWorkshop;

namespace Endre.Web.Tests.Features.Workshops.BadInput;

/// <summary>Requests that are not taken: whose they are, joining, making, running, reading.</summary>
internal static class BadRequests
{
    public static readonly BadRequest[] All =
    [
        // Whose it is
        new(
            "somebody else's note",
            "{notes}",
            () => Json(WritingWorkshop.Note(Others, "Min lapp")),
            409,
            "note-not-yours",
            "id"
        ),
        new("nobody's", "{notes}", Any, 401, "token-missing", null, Asker.Nobody),
        new("a forged token", "{notes}", Any, 404, "workshop-unknown", null, Asker.Forger),
        new("somebody else's workshop", "/api/v1/workshops/{another}/notes", Any, 404, "workshop-unknown"),
        new("another facilitator's workshop", "{notes}", Any, 404, "workshop-unknown", null, Asker.AnotherFacilitator),
        new(
            "no such workshop",
            "/api/v1/workshops/0198f000-0000-7000-8000-000000000000/notes",
            Any,
            404,
            "workshop-unknown"
        ),
        new("a workshop that is no uuid", "/api/v1/workshops/abc/notes", Any, 404, ""),
        new("a facilitator without a group", "{notes}", Any, 422, "group-unknown", "groupId", Asker.Facilitator),
        // Joining
        Join("no code", """{"name":"Kari"}""", 422, "code-malformed", "code"),
        Join("a code of letters", """{"code":"abcdef"}""", 422, "code-malformed", "code"),
        Join("a code that is a number", """{"code":482913}""", 400, "field-malformed", "code"),
        Join("a code nobody has", """{"code":"100000"}""", 404, "code-unknown", "code"),
        Join(
            "a name too long",
            $$"""{"code":"{code}","name":"{{new string('k', 61)}}"}""",
            422,
            "text-too-long",
            "name"
        ),
        Join(
            "a name with a number",
            """{"code":"{code}","name":"Kari 01017012345"}""",
            422,
            "national-identity-number",
            "name"
        ),
        Join("a name that is a list", """{"code":"{code}","name":["Kari"]}""", 400, "field-malformed", "name"),
        Join("nobody at the device", """{"code":"{code}","heads":0}""", 422, "heads-out-of-range", "heads"),
        Join("heads in words", """{"code":"{code}","heads":"to"}""", 400, "field-malformed", "heads"),
        Join("a group that is not there", """{"code":"{code}","groupId":"g9"}""", 422, "group-unknown", "groupId"),
        Join("not JSON", "hei", 400, "body-malformed"),
        Join("too large", $$"""{"code":"{code}","name":"{{Huge}}"}""", 413, ""),
        new(
            "joining with a form",
            "/api/v1/join",
            () => new FormUrlEncodedContent([KeyValuePair.Create("code", "1")]),
            415,
            "content-type-unknown",
            null,
            Asker.Nobody
        ),
        // Making a workshop
        Make("no template", """{"title":"T"}""", 422, "template-unknown", "template"),
        Make(
            "a template nobody has",
            """{"template":"\u0000'; --","title":"T"}""",
            422,
            "template-unknown",
            "template"
        ),
        Make("no title", """{"template":"mdi"}""", 422, "text-missing", "title"),
        Make(
            "a title too long",
            $$"""{"template":"mdi","title":"{{new string('t', 201)}}"}""",
            422,
            "text-too-long",
            "title"
        ),
        Make("no groups", """{"template":"mdi","title":"T","groups":0}""", 422, "group-count-out-of-range", "groups"),
        Make("groups in words", """{"template":"mdi","title":"T","groups":"tre"}""", 400, "field-malformed", "groups"),
        Make(
            "too many groups",
            """{"template":"mdi","title":"T","groups":61}""",
            422,
            "group-count-out-of-range",
            "groups"
        ),
        Make(
            "a language we do not have",
            """{"template":"mdi","title":"T","language":"se"}""",
            422,
            "language-unknown",
            "language"
        ),
        Make("not JSON", "hei", 400, "body-malformed"),
        new("making without a token", "/api/v1/workshops", Any, 401, "", null, Asker.Nobody),
        new("making as an employee", "/api/v1/workshops", Any, 403, "", null, Asker.Employee),
        new("making as a participant", "/api/v1/workshops", Any, 401, ""),
        new(
            "a report that is none",
            "/api/v1/workshops/import",
            () => Json("{}"),
            422,
            "report-unreadable",
            "file",
            Asker.Facilitator
        ),
        // Running
        new("a participant at the wheel", "/api/v1/workshops/{id}/steps/next", None, 403, "not-facilitator"),
        new("a participant goes back", "/api/v1/workshops/{id}/steps/back", None, 403, "not-facilitator"),
        new(
            "revealing a group that is not there",
            "/api/v1/workshops/{id}/reveal?groupId=g9",
            None,
            422,
            "group-unknown",
            "groupId",
            Asker.Facilitator
        ),
        new(
            "revealing a question that is not there",
            "/api/v1/workshops/{id}/reveal?questionId=x",
            None,
            422,
            "question-unknown",
            "questionId",
            Asker.Facilitator
        ),
        new(
            "running somebody else's workshop",
            "/api/v1/workshops/{id}/steps/next",
            None,
            404,
            "workshop-unknown",
            null,
            Asker.AnotherFacilitator
        ),
        // Reading
        .. Reads("", "/events", "/report.json", "/report.docx", "/report.xlsx", "/report.csv"),
        Follow("after less than nothing", "-1"),
        Follow("after a word", "nå"),
        Follow("after half a number", "1.5"),
        Follow("after more than there can be", "99999999999999999999"),
        new("an address that is not there", "/api/v1/workshops/{id}/lapper", None, 404, "", null, Asker.Device, "GET"),
        new("a verb that is not there", "{notes}", None, 404, "", null, Asker.Device, "DELETE"),
    ];
}

using System.Text;
using static Endre.Web.Tests.Features.Workshops.BadInput.BadRequest;
using static Endre.Web.Tests.Features.Workshops.BadInput.WritingWorkshop;

namespace Endre.Web.Tests.Features.Workshops.BadInput;

/// <summary>Notes that are not taken: their text, and the shape they come in.</summary>
internal static class BadNotes
{
    public static readonly BadRequest[] All =
    [
        // Texts of notes
        .. Wordings(
            ("empty", "", "text-missing"),
            ("spaces and what nobody sees", " \\u200b\\u2060\\ufeff\\n ", "text-missing"),
            ("501 characters", new string('å', 501), "text-too-long"),
            ("501 emoji", string.Concat(Enumerable.Repeat("👍", 501)), "text-too-long"),
            ("far too long", new string('x', 20_000), "text-too-long"),
            ("a national identity number", "Ring 01817010055 om svar", "national-identity-number"),
            ("one with wrong check digits", "Ring 01017012345 om svar", "national-identity-number"),
            ("one with a break", "Ring 010170 12345 om svar", "national-identity-number"),
            ("one split by what nobody sees", "Ring 010170\\u200b12345 om svar", "national-identity-number")
        ),
        Note("no text", $$"""{"id":"{{Id}}","questionId":"question-1","half":"a"}""", 422, "text-missing", "text"),
        Note(
            "text is null",
            $$"""{"id":"{{Id}}","questionId":"question-1","half":"a","text":null}""",
            422,
            "text-missing",
            "text"
        ),
        // The shape of what is sent
        Note(
            "text is a list",
            $$"""{"id":"{{Id}}","questionId":"question-1","half":"a","text":["x"]}""",
            400,
            "field-malformed",
            "text"
        ),
        Note(
            "half a surrogate",
            $$"""{"id":"{{Id}}","questionId":"question-1","half":"a","text":"\ud83d"}""",
            400,
            "field-malformed",
            "text"
        ),
        Note(
            "half is a number",
            $$"""{"id":"{{Id}}","questionId":"question-1","half":1,"text":"x"}""",
            400,
            "field-malformed",
            "half"
        ),
        Note(
            "half is neither",
            $$"""{"id":"{{Id}}","questionId":"question-1","half":"c","text":"x"}""",
            422,
            "half-unknown",
            "half"
        ),
        Note("no half", $$"""{"id":"{{Id}}","questionId":"question-1","text":"x"}""", 422, "half-unknown", "half"),
        Note("no id", """{"questionId":"question-1","half":"a","text":"x"}""", 422, "field-missing", "id"),
        Note(
            "id is nothing",
            """{"id":"00000000-0000-0000-0000-000000000000","questionId":"question-1","half":"a","text":"x"}""",
            422,
            "field-missing",
            "id"
        ),
        Note(
            "id is no uuid",
            """{"id":"abc","questionId":"question-1","half":"a","text":"x"}""",
            400,
            "field-malformed",
            "id"
        ),
        Note(
            "id is a number",
            """{"id":7,"questionId":"question-1","half":"a","text":"x"}""",
            400,
            "field-malformed",
            "id"
        ),
        Note("no question", $$"""{"id":"{{Id}}","half":"a","text":"x"}""", 422, "question-unknown", "questionId"),
        Note(
            "a question that is not there",
            $$"""{"id":"{{Id}}","questionId":"question-9","half":"a","text":"x"}""",
            422,
            "question-unknown",
            "questionId"
        ),
        Note(
            "a question that is not asked yet",
            $$"""{"id":"{{Id}}","questionId":"question-2","half":"a","text":"x"}""",
            409,
            "question-not-open",
            "questionId"
        ),
        Note("not JSON", "hei", 400, "body-malformed"),
        Note("nothing at all", "", 400, "body-malformed"),
        Note("a list", "[]", 400, "body-malformed"),
        Note("null", "null", 400, "body-malformed"),
        Note("cut off", """{"id":"0198""", 400, "field-malformed", "id"),
        Note(
            "two in one",
            $$"""{"id":"{{Id}}","questionId":"question-1","half":"a","text":"x"}{"id":1}""",
            400,
            "body-malformed"
        ),
        Note("very deep", string.Concat(Enumerable.Repeat("[", 5_000)), 400, "body-malformed"),
        new(
            "invalid UTF-8",
            "{notes}",
            () =>
                Bytes([
                    .. Encoding.UTF8.GetBytes($$"""{"id":"{{Id}}","questionId":"question-1","half":"a","text":"t"""),
                    0xC3,
                    0x28,
                    .. "\"}"u8,
                ]),
            400,
            "field-malformed",
            "text"
        ),
        new("1 MB", "{notes}", () => Json(WritingWorkshop.Note(Guid.CreateVersion7(), Huge)), 413, ""),
        new(
            "plain text",
            "{notes}",
            () => Json(WritingWorkshop.Note(Guid.CreateVersion7(), "x"), "text/plain"),
            415,
            "content-type-unknown"
        ),
        new(
            "a form",
            "{notes}",
            () => new FormUrlEncodedContent([KeyValuePair.Create("text", "x")]),
            415,
            "content-type-unknown"
        ),
    ];
}

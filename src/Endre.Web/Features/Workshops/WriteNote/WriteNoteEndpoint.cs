using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Shared;
using Endre.Web.Hosting;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.WriteNote;

/// <summary>
/// <c>POST /api/v1/workshops/{id}/notes</c>: 201 with the sequence, 200 with the same sequence when the id has been
/// accepted before. The busiest door of the house, so it reads and writes without detours.
/// </summary>
internal static partial class WriteNoteEndpoint
{
    public static async Task HandleAsync(HttpContext context, Guid id)
    {
        if (await WorkshopScope.FindAsync(context, id) is not { } scope)
        {
            RequestLanguage.UseFor(context);
            await ApiAccess.Stranger(context).ExecuteAsync(context);
            return;
        }
        var (input, unreadable) = await ApiBody.ReadAsync(context, InputJson.Default.Input);
        if (input is null || input.Id == Guid.Empty)
        {
            await RefuseAsync(context, unreadable ?? new Refusal("FieldMissing", "id", "id"));
            return;
        }
        var command = new Domain.Workshops.Notes.WriteNote(
            input.Id,
            input.QuestionId ?? "",
            input.Half,
            input.Text,
            input.GroupId,
            input.FromPaper
        );
        var answered = await scope.DecideAsync(command, input.Id);
        if (answered.Refusal is { } refusal)
        {
            await RefuseAsync(context, refusal);
            return;
        }
        Answer(context.Response, answered.Sequence, answered.IsRepeated);
    }

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        RequestLanguage.UseFor(context);
        return WorkshopProblem.Of(refusal).ExecuteAsync(context);
    }

    private static void Answer(HttpResponse response, long sequence, bool isRepeated)
    {
        Span<byte> body = stackalloc byte[40];
        "{\"sequence\":"u8.CopyTo(body);
        Utf8Formatter.TryFormat(sequence, body[12..], out var digits);
        body[12 + digits] = (byte)'}';
        response.StatusCode = isRepeated ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        response.ContentType = "application/json";
        response.ContentLength = 13 + digits;
        response.BodyWriter.Write(body[..(13 + digits)]);
    }

    /// <summary>What is answered.</summary>
    /// <param name="Sequence">The note's place in the workshop's order.</param>
    internal sealed record Written(long Sequence);

    /// <summary>What a device says of the note it wants written.</summary>
    /// <param name="Id">A UUIDv7 that the device made.</param>
    /// <param name="QuestionId">The question it answers.</param>
    /// <param name="Half"><c>a</c> or <c>b</c>, when the question has halves.</param>
    /// <param name="Text">1–500 characters.</param>
    /// <param name="GroupId">Only facilitators say it; devices write in their own group.</param>
    /// <param name="FromPaper">Whether it is typed in from a paper sheet.</param>
    internal sealed record Input(
        Guid Id,
        string? QuestionId,
        string? Half,
        string? Text,
        string? GroupId = null,
        bool FromPaper = false
    );

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Input))]
    private sealed partial class InputJson : JsonSerializerContext;
}

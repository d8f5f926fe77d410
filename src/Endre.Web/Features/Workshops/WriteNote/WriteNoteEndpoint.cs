using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Endre.Web.Features.Workshops.WriteNote;

/// <summary>
/// <c>POST /api/v1/workshops/{id}/notes</c>: 201 with the sequence, 200 with the same sequence when the id has been
/// accepted before. The busiest door of the house, so it reads and writes without detours.
/// </summary>
internal static partial class WriteNoteEndpoint
{
    public static async Task HandleAsync(HttpContext context)
    {
        var id = Guid.Parse((string)context.Request.RouteValues["id"]!);
        if (await WorkshopScope.FindAsync(context, id) is not { } scope)
        {
            context.Response.StatusCode = ApiAccess.StatusOfStranger(context);
            return;
        }
        if (await ReadAsync(context) is not { } input)
        {
            await ApiAccess.Malformed().ExecuteAsync(context);
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
            await WorkshopProblem.Of(refusal).ExecuteAsync(context);
            return;
        }
        Answer(context.Response, answered.Sequence, answered.IsRepeated);
    }

    private static async ValueTask<Input?> ReadAsync(HttpContext context)
    {
        try
        {
            var input = await JsonSerializer.DeserializeAsync(
                context.Request.BodyReader,
                InputJson.Default.Input,
                context.RequestAborted
            );
            return input is { Id: var id } && id != Guid.Empty ? input : null;
        }
        catch (JsonException)
        {
            return null;
        }
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

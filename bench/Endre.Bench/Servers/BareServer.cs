using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;

namespace Endre.Bench.Servers;

/// <summary>
/// What Kestrel can do with nothing in the way: streams fed by one loop from one shared buffer, and a POST that only
/// answers. No rights, no rules, no disk.
/// </summary>
internal static class BareServer
{
    private static readonly ConcurrentDictionary<PipeWriter, byte> Streams = new();
    private static readonly ConcurrentQueue<byte[]> Waiting = new();
    private static readonly SemaphoreSlim Signal = new(0);
    private static long sequence;

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/plaintext", () => "Hello, World!");
        app.MapGet("/events", FollowAsync);
        app.MapPost("/notes", AcceptAsync);
        app.MapPost("/post", AnswerAsync);
        await app.StartAsync();
        _ = BroadcastAsync();
        Console.WriteLine($"address: {app.Urls.First()}");
        await app.WaitForShutdownAsync();
    }

    private static async Task FollowAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.BodyWriter.FlushAsync();
        var writer = context.Response.BodyWriter;
        Streams[writer] = 0;
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            Streams.TryRemove(writer, out _);
        }
    }

    // The same bytes a note costs on Endre's stream: id, kind, and the text inside some JSON.
    private static async Task AcceptAsync(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var number = Interlocked.Increment(ref sequence);
        Waiting.Enqueue(Encoding.UTF8.GetBytes($"id: {number}\nevent: note-written\ndata: {body}\n\n"));
        Signal.Release();
        Created(context, number);
        await context.Response.BodyWriter.FlushAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        Created(context, body.Length);
        await context.Response.BodyWriter.FlushAsync();
    }

    private static void Created(HttpContext context, long number)
    {
        var answer = Encoding.UTF8.GetBytes($"{{\"sequence\":{number}}}");
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        context.Response.BodyWriter.Write(answer);
    }

    private static async Task BroadcastAsync()
    {
        var buffer = new MemoryStream();
        var flushes = new List<Task>();
        while (true)
        {
            await Signal.WaitAsync();
            buffer.SetLength(0);
            while (Waiting.TryDequeue(out var note))
            {
                buffer.Write(note);
            }
            if (buffer.Length == 0)
            {
                continue;
            }
            flushes.Clear();
            var shared = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
            foreach (var (writer, _) in Streams)
            {
                var flush = writer.WriteAsync(shared);
                if (!flush.IsCompletedSuccessfully)
                {
                    flushes.Add(flush.AsTask());
                }
            }
            await Task.WhenAll(flushes).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static void Write(this PipeWriter writer, byte[] bytes)
    {
        bytes.CopyTo(writer.GetSpan(bytes.Length));
        writer.Advance(bytes.Length);
    }
}

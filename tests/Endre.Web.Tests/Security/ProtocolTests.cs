using System.Net;
using Endre.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Endre.Web.Tests.Security;

/// <summary>What comes in over the wire before it is anybody's request: too much, too slow, or two things at once.</summary>
public sealed class ProtocolTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Host = "Host: localhost\r\n";

    [Theory]
    [InlineData("TRACE")]
    [InlineData("TRACK")]
    [InlineData("CONNECT")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    [InlineData("DEBUG")]
    [InlineData("FJORD")]
    public async Task A_method_that_means_nothing_here_gets_nothing(string method)
    {
        foreach (var path in new[] { "/", "/logg-inn", "/api/v1/workshops", "/dist/app.css" })
        {
            var status = await RawDoor.StatusOfAsync(
                shared.App,
                $"{method} {path} HTTP/1.1\r\n{Host}X-Secret: hemmelig\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            );
            status.ShouldBeOneOf(400, 404, 405, 501);
        }
    }

    [Fact]
    public async Task Trace_does_not_say_back_what_it_was_told()
    {
        using var door = await RawDoor.OpenAsync(shared.App);
        await door.SayAsync(
            $"TRACE / HTTP/1.1\r\n{Host}Cookie: endre-innlogging=hemmelig\r\nConnection: close\r\n\r\n"
        );
        (await door.HearAsync()).ShouldNotContain("hemmelig");
    }

    [Theory]
    [InlineData("a header of 40 KiB", 431)]
    [InlineData("two hundred headers", 431)]
    [InlineData("an address of 10 KiB", 414)]
    [InlineData("no host", 400)]
    [InlineData("two hosts", 400)]
    [InlineData("a host that is none", 400)]
    [InlineData("two lengths", 400)]
    [InlineData("a length that is none", 400)]
    [InlineData("a negative length", 400)]
    [InlineData("a header with a line break", 400)]
    [InlineData("a zero byte in the address", 400)]
    [InlineData("a length and chunks", 0)]
    [InlineData("chunks that are none", 0)]
    public async Task What_is_no_proper_request_is_refused(string what, int status)
    {
        var answered = await RawDoor.StatusOfAsync(shared.App, Request(what));
        // 0: either a refusal or the connection is closed, but never an answer as if all were well.
        answered.ShouldBeOneOf(status == 0 ? [0, 400, 411, 501] : [status]);
    }

    [Fact]
    public async Task One_request_is_never_taken_for_two()
    {
        using var door = await RawDoor.OpenAsync(shared.App);
        // What a proxy that goes by the length would send on as one body.
        await door.SayAsync(
            $"POST /sprak HTTP/1.1\r\n{Host}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + $"GET /healthz/live HTTP/1.1\r\n{Host}\r\n"
        );
        (await door.HearAsync()).ShouldNotContain("200 OK");
    }

    [Theory]
    [InlineData("/dist/../../etc/passwd")]
    [InlineData("/dist/..%2f..%2fendre.json")]
    [InlineData("/dist/%2e%2e/endre.db")]
    [InlineData("/dist/..%5c..%5cendre.db")]
    [InlineData("/dist/%252e%252e%252fendre.db")]
    [InlineData("/dist/app.css%00.js")]
    public async Task No_address_leads_out_of_the_files_that_are_meant(string path)
    {
        var status = await RawDoor.StatusOfAsync(shared.App, $"GET {path} HTTP/1.1\r\n{Host}Connection: close\r\n\r\n");
        status.ShouldBeOneOf(400, 404);
    }

    [Fact]
    public async Task A_body_that_never_ends_is_cut_off()
    {
        using var client = shared.App.Api();
        using var body = new StreamContent(new Endless());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/join") { Content = body };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.ExpectContinue = true;
        HttpStatusCode status;
        try
        {
            status = (await client.SendAsync(request)).StatusCode;
        }
        catch (HttpRequestException)
        {
            // Hung up on while it still talked.
            return;
        }

        ((int)status).ShouldBeOneOf(400, 413);
    }

    [Fact]
    public async Task Whoever_is_slow_with_the_headers_does_not_keep_the_door()
    {
        await using var app = await HastyAsync();
        using var door = await RawDoor.OpenAsync(app);
        await door.SayAsync($"GET / HTTP/1.1\r\n{Host}X-Slow: ");
        (await door.StatusAsync()).ShouldBeOneOf(0, 408);
        using var next = app.Browser();
        (await next.OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_is_slow_with_the_body_does_not_keep_the_door()
    {
        await using var app = await HastyAsync();
        using var door = await RawDoor.OpenAsync(app);
        await door.SayAsync(
            $"POST /api/v1/join HTTP/1.1\r\n{Host}Content-Type: application/json\r\nContent-Length: 20000\r\n\r\n{{"
        );
        (await door.StatusAsync()).ShouldBeOneOf(0, 408);
    }

    [Fact]
    public void The_limits_are_those_that_are_written_down()
    {
        var limits = shared.App.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        limits.MaxRequestBodySize.ShouldBe(64 * 1024);
        limits.MaxRequestHeadersTotalSize.ShouldBe(32 * 1024);
        limits.RequestHeadersTimeout.ShouldBe(TimeSpan.FromSeconds(15));
        limits.MinRequestBodyDataRate.ShouldNotBeNull().BytesPerSecond.ShouldBe(240);
    }

    // The same program with less patience, so that nobody has to wait as long as real people may.
    private static Task<AppUnderTest> HastyAsync() =>
        AppUnderTest.StartAsync(
            new AppSetup
            {
                Replace = builder =>
                    builder.Services.Configure<KestrelServerOptions>(kestrel =>
                    {
                        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
                        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromMilliseconds(1100));
                    }),
            }
        );

    private static string Request(string what)
    {
        const string start = "GET / HTTP/1.1\r\n";
        const string post = "POST /sprak HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n" + Host;
        const string end = "Connection: close\r\n\r\n";
        return what switch
        {
            "a header of 40 KiB" => $"{start}{Host}X-Long: {new string('a', 40_000)}\r\n{end}",
            "two hundred headers" =>
                $"{start}{Host}{string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: 1\r\n"))}{end}",
            "an address of 10 KiB" => $"GET /{new string('a', 10_000)} HTTP/1.1\r\n{Host}{end}",
            "no host" => $"{start}{end}",
            "two hosts" => $"{start}{Host}Host: evil.example\r\n{end}",
            "a host that is none" => $"{start}Host: a b\r\n{end}",
            "two lengths" => $"{post}Content-Length: 5\r\nContent-Length: 6\r\n{end}123456",
            "a length that is none" => $"{post}Content-Length: 0x10\r\n{end}",
            "a negative length" => $"{post}Content-Length: -1\r\n{end}",
            "a header with a line break" => $"{start}{Host}X-Bad\n: 1\r\n{end}",
            "a zero byte in the address" => $"GET /%00\0 HTTP/1.1\r\n{Host}{end}",
            "a length and chunks" => $"{post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n{end}zz\r\n",
            "chunks that are none" => $"{post}Transfer-Encoding: chunked\r\n{end}zz\r\nhei\r\n0\r\n\r\n",
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

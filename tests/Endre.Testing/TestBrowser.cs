using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;

namespace Endre.Testing;

/// <summary>A browser without JavaScript: keeps cookies, follows redirects, fills in forms by their labels.</summary>
public sealed class TestBrowser : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    /// <summary>A browser that knows the program under this address.</summary>
    public TestBrowser(Uri site)
    {
        Address = site;
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false })
        {
            BaseAddress = site,
        };
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
    }

    public Uri Address { get; }

    /// <summary>The underlying client, for what a browser does beside pages. It follows no redirects.</summary>
    public HttpClient Client => _client;

    public IEnumerable<Cookie> Cookies => _cookies.GetAllCookies();

    public TestBrowser Speaks(string acceptLanguage)
    {
        _client.DefaultRequestHeaders.AcceptLanguage.Clear();
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        return this;
    }

    public void Keep(Cookie cookie) => _cookies.Add(Address, new Cookie(cookie.Name, cookie.Value, "/"));

    /// <summary>Opens an address and follows where it leads.</summary>
    public Task<TestPage> OpenAsync(string address) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute)));

    /// <summary>Posts fields as a form does, with the antiforgery token of <paramref name="page"/>.</summary>
    public Task<TestPage> PostAsync(TestPage page, string address, params (string Name, string Value)[] fields) =>
        SendAsync(() =>
            Form(address, [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), Token(page)])
        );

    /// <summary>Sends a file as the form on <paramref name="page"/> does.</summary>
    public Task<TestPage> SendFileAsync(TestPage page, string address, string field, string name, byte[] content) =>
        SendAsync(() =>
        {
            var (token, value) = Token(page);
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.RelativeOrAbsolute))
            {
                Content = new MultipartFormDataContent
                {
                    { new StringContent(value), token },
                    { new ByteArrayContent(content), field, name },
                },
            };
            request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
            return request;
        });

    public void Dispose() => _client.Dispose();

    internal Task<TestPage> SubmitAsync(
        IHtmlFormElement form,
        IEnumerable<KeyValuePair<string, string>> fields,
        IReadOnlyList<(string Field, string Name, byte[] Content)> files,
        string address
    ) =>
        SendAsync(() =>
        {
            if (!string.Equals(form.Method, "get", StringComparison.OrdinalIgnoreCase))
                return form.Enctype == "multipart/form-data" ? Form(address, fields, files) : Form(address, fields);
            var query = string.Join(
                '&',
                fields.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")
            );
            return new HttpRequestMessage(HttpMethod.Get, new Uri($"{address}?{query}", UriKind.RelativeOrAbsolute));
        });

    // Browsers say with every form from which site it comes.
    private HttpRequestMessage Form(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.RelativeOrAbsolute))
        {
            Content = new FormUrlEncodedContent(fields),
        };
        request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        return request;
    }

    private HttpRequestMessage Form(
        string address,
        IEnumerable<KeyValuePair<string, string>> fields,
        IReadOnlyList<(string Field, string Name, byte[] Content)> files
    )
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (field, name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), field, name);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.RelativeOrAbsolute))
        {
            Content = content,
        };
        request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        return request;
    }

    private static KeyValuePair<string, string> Token(TestPage page)
    {
        var token = page.Document.QuerySelector("input[name=__token]") as IHtmlInputElement;
        return KeyValuePair.Create(
            "__token",
            token?.Value ?? throw new InvalidOperationException("The page has no form.")
        );
    }

    private async Task<TestPage> SendAsync(Func<HttpRequestMessage> request)
    {
        using var first = request();
        var answer = await _client.SendAsync(first);
        for (var hops = 0; answer.Headers.Location is { } location; hops++)
        {
            if (hops == 10)
                throw new InvalidOperationException($"Redirected in a circle at {location}.");
            var next = new Uri(answer.RequestMessage!.RequestUri!, location);
            answer.Dispose();
            answer = await _client.GetAsync(next);
        }

        return await TestPage.ReadAsync(this, answer);
    }
}

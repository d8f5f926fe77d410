using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Endre.Testing;

/// <summary>A page as one who listens to it meets it: by headings, labels, links and buttons, never by style classes.</summary>
public sealed class TestPage
{
    private readonly TestBrowser _browser;
    private readonly Dictionary<string, string> _filled = new(StringComparer.Ordinal);
    private readonly List<(string Field, string Name, byte[] Content)> _files = [];

    private TestPage(TestBrowser browser, HttpResponseMessage answer, IHtmlDocument document)
    {
        _browser = browser;
        Status = answer.StatusCode;
        Answer = answer;
        Document = document;
    }

    public HttpStatusCode Status { get; }

    public HttpResponseMessage Answer { get; }

    /// <summary>What the browser that shows the page keeps.</summary>
    public IReadOnlyList<Cookie> Cookies => [.. _browser.Cookies];

    public IHtmlDocument Document { get; }

    public string Path => new Uri(Document.Url).PathAndQuery;

    public string Language => Document.DocumentElement.GetAttribute("lang") ?? "";

    public string Title => Document.Title ?? "";

    /// <summary>The one heading of the first level.</summary>
    public string Heading => Clean(Document.QuerySelectorAll("h1").Single());

    public IReadOnlyList<string> Headings => [.. Document.QuerySelectorAll("h1,h2,h3,h4").Select(Clean)];

    /// <summary>All text of the main part.</summary>
    public string Text => Clean(Document.QuerySelector("main") ?? Document.DocumentElement);

    /// <summary>What is said about fields that must be corrected.</summary>
    public IReadOnlyList<string> Messages =>
        [.. Document.QuerySelectorAll("[data-field=validation]").Select(Clean).Where(text => text.Length > 0)];

    public IReadOnlyList<string> Links => [.. Document.QuerySelectorAll("a[href]").Select(Name)];

    public IReadOnlyList<string> Buttons => [.. Document.QuerySelectorAll("button").Select(Name)];

    public bool HasButton(string name) => Buttons.Contains(name);

    public bool HasLink(string name) => Links.Contains(name);

    /// <summary>The address that a link leads to.</summary>
    public string AddressOf(string link) =>
        Document.QuerySelectorAll("a[href]").First(element => Name(element) == link).GetAttribute("href")!;

    public Task<TestPage> FollowAsync(string link) => _browser.OpenAsync(AddressOf(link));

    /// <summary>Writes into, chooses or ticks the field with this label.</summary>
    public TestPage Fill(string label, string value)
    {
        var field = Field(label);
        _filled[field.GetAttribute("name") ?? throw new InvalidOperationException($"The field {label} has no name.")] =
            value;
        return this;
    }

    /// <summary>Ticks the box with this label, takes the tick away, or chooses one of several.</summary>
    /// <param name="label">What stands beside the box.</param>
    /// <param name="part">The heading of the part it stands in, where the same box stands in several.</param>
    public TestPage Tick(string label, string? part = null)
    {
        var box = (IHtmlInputElement)Field(label, part is null ? null : Part(part));
        if (box.Type == "radio")
            _filled[box.Name!] = box.Value;
        else
            box.IsChecked = !box.IsChecked;
        return this;
    }

    /// <summary>Chooses a file in the field with this label.</summary>
    public TestPage Choose(string label, string name, byte[] content)
    {
        _files.Add((Field(label).GetAttribute("name")!, name, content));
        return this;
    }

    /// <summary>The text of the part with this heading; a count after the heading may be left out.</summary>
    public string TextOf(string part) => Clean(Part(part));

    /// <summary>Whether there is a part with this heading.</summary>
    public bool HasPart(string part) => FindPart(part) is not null;

    /// <summary>What stands in the field with this label.</summary>
    public string ValueOf(string label) =>
        Field(label) switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : "",
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            var other => other.TextContent,
        };

    /// <summary>Presses the button, which sends its form with what is filled in.</summary>
    public Task<TestPage> PressAsync(string button)
    {
        var pressed =
            Document
                .QuerySelectorAll("button")
                .OfType<IHtmlButtonElement>()
                .FirstOrDefault(element => Name(element) == button)
            ?? throw new InvalidOperationException(
                $"There is no button \"{button}\"; there are: {string.Join(", ", Buttons)}."
            );
        var form = pressed.Form ?? throw new InvalidOperationException($"The button \"{button}\" sends no form.");
        var fields = Fields(form).ToList();
        if (pressed.Name is { Length: > 0 } name)
            fields.Add(KeyValuePair.Create(name, pressed.Value));
        return _browser.SubmitAsync(form, fields, _files, pressed.GetAttribute("formaction") ?? form.Action);
    }

    internal static async Task<TestPage> ReadAsync(TestBrowser browser, HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var address = answer.RequestMessage!.RequestUri!.ToString();
        var context = BrowsingContext.New(Configuration.Default);
        var document = (IHtmlDocument)await context.OpenAsync(response => response.Content(html).Address(address));
        return new TestPage(browser, answer, document);
    }

    private IElement Part(string heading) =>
        FindPart(heading)
        ?? throw new InvalidOperationException(
            $"There is no part \"{heading}\"; there are: {string.Join(", ", Headings)}."
        );

    private IElement? FindPart(string heading) =>
        Document
            .QuerySelectorAll("[aria-labelledby]")
            .FirstOrDefault(part =>
                Document.GetElementById(part.GetAttribute("aria-labelledby")!) is { } name
                && (Clean(name) == heading || Clean(name).StartsWith($"{heading} ", StringComparison.Ordinal))
            );

    private IElement Field(string label, IElement? part = null)
    {
        var element = (part ?? Document.DocumentElement)
            .QuerySelectorAll("label")
            .OfType<IHtmlLabelElement>()
            .FirstOrDefault(found => Clean(found) == label);
        return element?.Control
            ?? element?.QuerySelector("input,textarea,select")
            ?? Document
                .QuerySelectorAll("input,textarea,select")
                .FirstOrDefault(field => field.GetAttribute("aria-label") == label)
            ?? throw new InvalidOperationException($"There is no field labelled \"{label}\".");
    }

    private IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            if (
                element.GetAttribute("name") is not { Length: > 0 } name
                || element is IHtmlButtonElement
                || element.HasAttribute("disabled")
            )
                continue;
            var filled = _filled.GetValueOrDefault(name);
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (filled is null ? box.IsChecked : filled == box.Value)
                        yield return KeyValuePair.Create(name, box.Value);
                    break;
                case IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, filled ?? input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, filled ?? area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return KeyValuePair.Create(name, filled ?? select.Value ?? "");
                    break;
            }
        }
    }

    private static string Name(IElement element) => element.GetAttribute("aria-label") ?? Clean(element);

    private static string Clean(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

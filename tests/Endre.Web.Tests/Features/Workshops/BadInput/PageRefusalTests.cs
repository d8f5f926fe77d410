using System.Net;
using System.Text;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Running;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops.BadInput;

/// <summary>What a page cannot use is told at its field, or on top when the field is gone, with what was written.</summary>
public sealed class PageRefusalTests : IAsyncLifetime
{
    private const string Add = "Legg til lapp: Mobiliserer";
    private AppUnderTest app = null!;
    private WorkshopUnderTest workshop = null!;
    private TestBrowser phone = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppUnderTest.StartAsync();
        workshop = await app.WorkshopAsync();
        await workshop.GoToAsync("question-1-write");
        phone = app.Browser();
    }

    public async ValueTask DisposeAsync()
    {
        phone.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("nb", "", "Skriv noe her først.")]
    [InlineData("nb", "\u200B\u202E \uFEFF", "Skriv noe her først.")]
    [InlineData(
        "nb",
        "Ring 01817010055",
        "Teksten ser ut til å ha et fødselsnummer (11 siffer). Ta det bort, så kan du sende. Andre skal aldri kunne kjennes igjen her."
    )]
    [InlineData(
        "nb",
        "Ring 01017012345",
        "Teksten ser ut til å ha et fødselsnummer (11 siffer). Ta det bort, så kan du sende. Andre skal aldri kunne kjennes igjen her."
    )]
    public async Task A_text_that_is_refused_stands_in_its_field_with_the_reason(
        string language,
        string text,
        string why
    )
    {
        phone.Speaks(language);
        var page = await workshop.JoinAsync(phone);
        page = await page.Fill(TakePartWords.Mobilizes, text).PressAsync(Add);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe([why]);
        page.ValueOf(TakePartWords.Mobilizes).ShouldBe(text);
        workshop.State.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nn", "Teksten er for lang: 501 teikn. Kort han ned til 500.")]
    [InlineData("en", "The text is too long: 501 characters. Shorten it to 500.")]
    public async Task The_reason_is_in_the_persons_language(string language, string why)
    {
        var page = await workshop.JoinAsync(phone);
        phone.Speaks(language);
        var text = new string('å', 501);
        page = await phone.PostAsync(page, $"{workshop.Page}/lapper", Note(text));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Language.ShouldBe(language);
        page.Messages.ShouldBe([why]);
        page.Text.ShouldContain(text);
    }

    [Fact]
    public async Task A_form_of_one_megabyte_is_too_large_and_stores_nothing()
    {
        var page = await workshop.JoinAsync(phone);
        page = await page.Fill(TakePartWords.Mobilizes, new string('x', 1_000_000)).PressAsync(Add);
        page.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        page.Text.ShouldContain("Send mindre om gangen");
        workshop.State.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_harm_nothing()
    {
        var page = await workshop.JoinAsync(phone);
        var token = page.Document.QuerySelector("input[name=__token]")!.GetAttribute("value")!;
        using var form = new ByteArrayContent(
            Encoding.ASCII.GetBytes(
                $"__token={Uri.EscapeDataString(token)}&questionId=question-1&half=a&text=Vi%FF%C3%28mangler"
            )
        );
        form.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await phone.Client.PostAsync(new Uri($"{workshop.Page}/lapper", UriKind.Relative), form);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var text = workshop.State.Notes.Values.Single().Text;
        text.ShouldStartWith("Vi");
        text.ShouldEndWith("mangler");
        (await phone.OpenAsync(workshop.Page)).Text.ShouldContain(text);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_not_said_to_be_too_old()
    {
        var page = await workshop.JoinAsync(phone);
        page = await page.Fill(TakePartWords.Mobilizes, "a\0b").PressAsync(Add);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Heading.ShouldBe("Det du sendte, kunne ikke brukes");
        workshop.State.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("question-9", "a", HttpStatusCode.UnprocessableEntity, "Spørsmålet finnes ikke")]
    [InlineData("question-2", "a", HttpStatusCode.Conflict, "Vi er ikke kommet til dette spørsmålet")]
    [InlineData("question-1", "c", HttpStatusCode.UnprocessableEntity, "Velg hvilken halvdel")]
    [InlineData("", "", HttpStatusCode.UnprocessableEntity, "Spørsmålet finnes ikke")]
    public async Task A_note_that_belongs_nowhere_is_given_back(
        string questionId,
        string half,
        HttpStatusCode status,
        string why
    )
    {
        var page = await workshop.JoinAsync(phone);
        page = await phone.PostAsync(
            page,
            $"{workshop.Page}/lapper",
            ("questionId", questionId),
            ("half", half),
            ("text", "Det jeg skrev")
        );
        page.Status.ShouldBe(status);
        page.Messages.ShouldHaveSingleItem().ShouldStartWith(why);
        page.ValueOf("Dette skrev du").ShouldBe("Det jeg skrev");
    }

    [Fact]
    public async Task A_note_that_comes_after_the_end_is_given_back()
    {
        var page = await workshop.JoinAsync(phone);
        await workshop.ChangeAsync(new CloseWorkshop());
        page = await page.Fill(TakePartWords.Mobilizes, "Det jeg skrev").PressAsync(Add);
        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text.ShouldContain("Verkstedet er avsluttet");
        page.ValueOf("Dette skrev du").ShouldBe("Det jeg skrev");
    }

    [Fact]
    public async Task A_refused_note_is_given_back_when_the_workshop_has_gone_on()
    {
        var page = await workshop.JoinAsync(phone);
        await workshop.ChangeAsync(new NextStep());
        var tooLong = new string('å', 501);
        page = await page.Fill(TakePartWords.Mobilizes, tooLong).PressAsync(Add);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain("501");
        page.ValueOf("Dette skrev du").ShouldBe(tooLong);
    }

    [Theory]
    [InlineData("lapper/endre", "abc")]
    [InlineData("lapper/endre", "0198f000-0000-7000-8000-000000000000")]
    [InlineData("lapper/trekk", "abc")]
    public async Task A_note_that_is_not_there_is_told_and_the_words_are_given_back(string act, string noteId)
    {
        var page = await workshop.JoinAsync(phone);
        page = await phone.PostAsync(page, $"{workshop.Page}/{act}", ("noteId", noteId), ("text", "Nye ord"));
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Messages.ShouldBe(["Lappen finnes ikke, eller den er trukket tilbake."]);
        page.ValueOf("Dette skrev du").ShouldBe("Nye ord");
    }

    [Fact]
    public async Task Markup_that_is_refused_comes_back_as_text()
    {
        var page = await workshop.JoinAsync(phone);
        var text = "</textarea><script>alert(1)</script>" + new string('x', 500);
        page = await page.Fill(TakePartWords.Mobilizes, text).PressAsync(Add);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ValueOf(TakePartWords.Mobilizes).ShouldBe(text);
        page.Document.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("name", "Kari 01017012345", "fødselsnummer")]
    [InlineData("heads", "0", "Antall personer ved enheten")]
    [InlineData("heads", "mange", "Antall personer ved enheten")]
    [InlineData("groupId", "g9", "Gruppa finnes ikke")]
    public async Task Joining_with_what_cannot_be_used_says_why(string field, string value, string why)
    {
        var page = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        page = await phone.PostAsync(
            page,
            $"/bli-med/{workshop.Code}",
            ("who", "table"),
            ("heads", "4"),
            (field, value)
        );
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain(why);
        workshop.State.Participants.ShouldBeEmpty();
    }

    private static (string, string)[] Note(string text) =>
        [("questionId", "question-1"), ("half", "a"), ("text", text)];
}

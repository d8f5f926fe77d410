using System.Net;
using Endre.Domain.Workshops.Sorting;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops.Boards;

/// <summary>After the silent sorting, each category gets a name, a label, and ties to drivers and barriers.</summary>
public sealed class CategoriesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Time = "Vi mangler tid";
    private const string Save = "Lagre Kategori 1";
    private const string Name = "Navn på kategorien";

    [Fact]
    public async Task Names_come_after_the_silent_sorting()
    {
        await using var board = await BeginAsync();
        var (phone, page) = await board.PhoneAsync();
        page.HasButton("Vi er ferdige med å sortere – sett navn").ShouldBeFalse();
        page = await page.Tick(Time).PressAsync("+ Ny kategori");
        page.Text.ShouldContain("Sorter i stillhet.");
        page.HasButton(Save).ShouldBeFalse();
        var refused = await board.PostAsync(
            phone,
            page,
            "beskriv",
            ("clusterId", $"{board.State.Clusters[0].Id}"),
            ("title", "Tid")
        );
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Messages.ShouldBe(["Sorter ferdig i stillhet først. Så setter dere navn."]);
        page = await page.PressAsync("Vi er ferdige med å sortere – sett navn");
        page.Text.ShouldContain("Sett navn på kategoriene.");
        page.HasButton(Save).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Barriere", ClusterKind.Barrier)]
    [InlineData("Suksessfaktor", ClusterKind.SuccessFactor)]
    [InlineData("Begge deler", ClusterKind.Both)]
    public async Task A_category_is_a_barrier_a_success_factor_or_both(string label, ClusterKind kind)
    {
        await using var board = await BeginAsync();
        var page = await NamingAsync(board);
        page = await page.Fill(Name, "Tid til å tenke").Tick(label).PressAsync(Save);
        page.Path.ShouldBe(board.Workshop.Page);
        page.TextOf("Tid til å tenke").ShouldContain(label);
        board.State.Clusters[0].Kind.ShouldBe(kind);
        page.HasButton("Lagre Tid til å tenke").ShouldBeTrue();
    }

    [Fact]
    public async Task A_category_is_tied_to_the_taxonomy_in_its_own_words()
    {
        await using var board = await BeginAsync();
        var page = await NamingAsync(board);
        page = await page.Fill(Name, "Ansvar").Tick("Lederskap").Tick("Uklart ansvar").PressAsync(Save);
        var ties = page.Document.QuerySelector("[aria-label='Knyttet til drivere og barrierer']")!.TextContent;
        ties.ShouldContain("Lederskap");
        ties.ShouldContain("Uklart ansvar");
        board.State.Clusters[0].FactorIds.ShouldBe(["driver-leadership", "barrier-unclear-responsibility"]);
        // Untied again, and the name stands.
        page = await page.Tick("Lederskap").PressAsync("Lagre Ansvar");
        board.State.Clusters[0].FactorIds.ShouldBe(["barrier-unclear-responsibility"]);
        board.State.Clusters[0].Title.ShouldBe("Ansvar");
    }

    [Fact]
    public async Task A_name_that_is_too_long_stands_in_its_field_with_all_that_was_chosen()
    {
        await using var board = await BeginAsync();
        var page = await NamingAsync(board);
        var tooLong = new string('å', 121);
        page = await page.Fill(Name, tooLong).Tick("Begge deler").Tick("Lederskap").PressAsync(Save);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain("121");
        page.ValueOf(Name).ShouldBe(tooLong);
        page.ValueOf("Begge deler").ShouldBe("Both");
        page.ValueOf("Lederskap").ShouldBe("driver-leadership");
        board.State.Clusters[0].Title.ShouldBeNull();
        (await page.Fill(Name, "Kortere").PressAsync(Save)).HasPart("Kortere").ShouldBeTrue();
        board.State.Clusters[0].Kind.ShouldBe(ClusterKind.Both);
        board.State.Clusters[0].FactorIds.ShouldBe(["driver-leadership"]);
    }

    [Fact]
    public async Task A_name_for_a_category_that_is_gone_is_given_back()
    {
        await using var board = await BeginAsync();
        var page = (await NamingAsync(board)).Fill(Name, "Tid til å tenke");
        await (await board.JoinAsync()).PressAsync("Løs opp kategorien Kategori 1");
        page = await page.PressAsync(Save);
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Messages.ShouldBe(["Kategorien finnes ikke lenger. Siden er oppdatert – prøv igjen."]);
        page.ValueOf("Dette skrev du").ShouldBe("Tid til å tenke");
    }

    [Fact]
    public async Task A_national_identity_number_is_no_name()
    {
        await using var board = await BeginAsync();
        var page = await NamingAsync(board);
        page = await page.Fill(Name, "Om 01017012345").PressAsync(Save);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain("fødselsnummer");
        page.ValueOf(Name).ShouldBe("Om 01017012345");
    }

    [Fact]
    public async Task More_than_five_ties_are_refused_and_stay_ticked()
    {
        await using var board = await BeginAsync();
        var page = await NamingAsync(board);
        var boxes = page.Document.QuerySelectorAll("input[name=factor]").Take(6).ToList();
        foreach (var box in boxes)
        {
            ((AngleSharp.Html.Dom.IHtmlInputElement)box).IsChecked = true;
        }
        page = await page.PressAsync(Save);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Velg høyst 5 drivere og barrierer."]);
        page.Document.QuerySelectorAll("input[name=factor][checked]").Length.ShouldBe(6);
    }

    [Fact]
    public async Task Two_who_describe_at_once_each_keep_what_they_touched()
    {
        await using var board = await BeginAsync();
        var (kari, page) = await board.PhoneAsync();
        await (await page.Tick(Time).PressAsync("+ Ny kategori")).PressAsync("Vi er ferdige med å sortere – sett navn");
        var mine = await board.OpenAsync(kari);
        var others = await board.JoinAsync();
        await mine.Fill(Name, "Tid til å tenke").PressAsync(Save);
        await others.Tick("Barriere").PressAsync(Save);
        var cluster = board.State.Clusters[0];
        (cluster.Title, cluster.Kind).ShouldBe(("Tid til å tenke", ClusterKind.Barrier));
    }

    [Fact]
    public async Task Markup_in_a_name_is_shown_as_text()
    {
        await using var board = await BeginAsync();
        var page = await NamingAsync(board);
        page = await page.Fill(Name, "<script>alert(1)</script>").PressAsync(Save);
        page.HasPart("<script>alert(1)</script>").ShouldBeTrue();
        page.Document.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_can_be_taken_back()
    {
        await using var board = await BeginAsync();
        var page = await NamingAsync(board);
        page = await page.Fill(Name, "Tid").Tick("Barriere").PressAsync(Save);
        page = await page.PressAsync("Angre");
        page.HasPart("Kategori 1").ShouldBeTrue();
        board.State.Clusters[0].Kind.ShouldBe(ClusterKind.Unlabeled);
    }

    [Theory]
    [InlineData(
        "nn",
        "Vi er ferdige med å sortere – set namn",
        "Namn på kategorien",
        "Begge delar",
        "Lagre Kategori 1"
    )]
    [InlineData("en", "We have finished sorting – give names", "Name of the category", "Both", "Save Category 1")]
    public async Task Naming_speaks_the_readers_language(
        string language,
        string start,
        string name,
        string both,
        string save
    )
    {
        await using var board = await BeginAsync();
        await (await board.JoinAsync()).Tick(Time).PressAsync("+ Ny kategori");
        var phone = board.Browser(language);
        var page = await phone.OpenAsync($"/bli-med/{board.Workshop.Code}");
        page = page.Fill(language == "en" ? "Group" : "Gruppe", "g1");
        page = await page.PressAsync(
            page.Document.QuerySelector("form[action^='/bli-med'] button")!.TextContent.Trim()
        );
        page = await page.PressAsync(start);
        page = await page.Fill(name, "Æ").Tick(both).PressAsync(save);
        page.Language.ShouldBe(language);
        page.TextOf("Æ").ShouldContain(both);
    }

    private Task<GroupBoard> BeginAsync() => GroupBoard.ToSortAsync(shared.App, Time, "Alt må på skjema");

    private static async Task<TestPage> NamingAsync(GroupBoard board)
    {
        var page = await (await board.JoinAsync()).Tick(Time).PressAsync("+ Ny kategori");
        return await page.PressAsync("Vi er ferdige med å sortere – sett navn");
    }
}

using System.Net;
using System.Text;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Provisioning;

public sealed class ImportTests
{
    private const string File = """
        Ansattnummer;Navn;E-post;Enhet;Stilling;Rolle;Tilknytning;Fra
        1001;Kari Nordmann;kari@fjordvik.example;Fjordvik / Helse / Team nord;Hjelpepleier;medarbeider;fast;15.08.2025
        1002;Åse Ødegård;ase@fjordvik.example;Fjordvik / Helse;Avdelingsleder;leder, verneombud;fast;
        1003;Per Vik;per@fjordvik.example;Fjordvik / Helse / Team nord;;;innleid;
        """;

    [Theory, EachDatabase]
    public async Task What_was_shown_is_carried_out_and_the_same_file_again_changes_nothing(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        using var ada = app.As(await app.AdministratorAsync());
        var preview = await UploadAsync(ada, File);
        preview.Heading.ShouldBe("Forhåndsvisning av importen");
        preview.Text.ShouldContain("personer.csv, 3 rader. Ingenting er lagret ennå.");
        preview.Text.ShouldContain("Nye enheter: 3");
        preview.Text.ShouldContain("Nye personer: 3");
        preview.Text.ShouldContain("Nye stillinger og roller: 4");
        (await CountPeopleAsync(app)).ShouldBe(1);

        var done = await preview.PressAsync("Gjennomfør importen");
        done.Heading.ShouldBe("Importen er gjennomført");
        done.Text.ShouldContain("Personer opprettet eller endret: 3");
        var places = await app.InStorageAsync(context =>
            context
                .Memberships.Join(
                    context.Users,
                    place => place.PersonId,
                    person => person.Id,
                    (place, person) =>
                        new
                        {
                            person.DisplayName,
                            place.Role,
                            place.Title,
                            place.Since,
                            place.UnitId,
                        }
                )
                .Join(
                    context.Units,
                    row => row.UnitId,
                    unit => unit.Id,
                    (row, unit) => $"{row.DisplayName} {unit.Name} {row.Role} {row.Title} {row.Since:yyyy-MM-dd}"
                )
                .ToListAsync()
        );
        places.ShouldContain(place => place.StartsWith("Kari Nordmann Team nord employee Hjelpepleier"));
        places.ShouldContain(place => place.StartsWith("Åse Ødegård Helse safety-representative"));

        var again = await UploadAsync(ada, File);
        again.Text.ShouldContain("Fila stemmer med det som alt er lagret. Det er ingenting å endre.");
        again.HasButton("Gjennomfør importen").ShouldBeFalse();
        again.Text.ShouldContain("Uendret: 3 personer og 2 enheter");
    }

    [Fact]
    public async Task Changes_moves_and_those_who_leave_are_shown_before_and_after()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        await (await UploadAsync(ada, File)).PressAsync("Gjennomfør importen");
        const string Next = """
            Ansattnummer;Navn;E-post;Enhet
            1001;Kari Nordmann-Å;kari@fjordvik.example;Fjordvik / Helse / Team sør
            1002;Åse Ødegård;ase@fjordvik.example;Fjordvik / Helse
            """;
        var preview = await UploadAsync(ada, Next);
        preview.TextOf("Endrede personer").ShouldContain("Kari Nordmann-ÅNavnKari NordmannKari Nordmann-Å");
        preview
            .TextOf("Flytter til en annen enhet")
            .ShouldContain("Fjordvik / Helse / Team nordFjordvik / Helse / Team sør");
        preview.Text.ShouldContain("Én person står ikke i fila");
        preview.HasPart("Blir deaktivert").ShouldBeFalse();

        preview.Tick("De har sluttet: deaktiver dem");
        var refused = await preview.PressAsync("Vis på nytt");
        refused.Messages.ShouldBe(["Skriv e-posten til den som tar over."]);
        preview = await refused.Fill("E-posten til den som tar over", "ase@fjordvik.example").PressAsync("Vis på nytt");
        preview.TextOf("Blir deaktivert").ShouldContain("Per Vik");
        await preview.PressAsync("Gjennomfør importen");
        var per = await app.InStorageAsync(context => context.Users.SingleAsync(p => p.ExternalId == "1003"));
        var åse = await app.InStorageAsync(context => context.Users.SingleAsync(p => p.ExternalId == "1002"));
        per.DeactivatedAt.ShouldNotBeNull();
        per.SuccessorId.ShouldBe(åse.Id);
        (await UploadAsync(ada, Next)).Text.ShouldContain("ingenting å endre");
    }

    [Theory, EachDatabase]
    public async Task When_something_changed_meanwhile_nothing_is_stored_and_the_new_preview_is_shown(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        using var ada = app.As(await app.AdministratorAsync());
        var preview = await UploadAsync(ada, File);
        using var scim = await ScimUnderTest.OnAsync(app);
        await scim.SendAsync("POST", "/Users", """{"userName":"kari@fjordvik.example","displayName":"Kari"}""");
        var late = await preview.PressAsync("Gjennomfør importen");
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("Noe er endret siden du så forhåndsvisningen. Ingenting er lagret.");
        late.Text.ShouldContain("Nye personer: 2");
        (await CountPeopleAsync(app)).ShouldBe(2);
        (await late.PressAsync("Gjennomfør importen")).Heading.ShouldBe("Importen er gjennomført");
        (await CountPeopleAsync(app)).ShouldBe(4);
    }

    [Fact]
    public async Task Errors_are_told_by_row_and_column_in_the_persons_language_and_nothing_is_stored()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        const string Wrong = """
            Ansattnummer;Navn;E-post;Rolle
            1001;Kari;kari;medarbeider
            01019912345;Liv;liv@fjordvik.example;konge
            1003;;ny@fjordvik.example;medarbeider
            """;
        var page = await UploadAsync(ada, Wrong);
        page.Headings.ShouldContain("4 feil må rettes");
        page.Text.ShouldContain("2 E-post «kari» er ikke en e-postadresse.");
        page.Text.ShouldContain("3 Ansattnummer Dette ser ut som et fødselsnummer.");
        // A person without a name is found only when the rows are understood, and is told in the same round.
        page.Text.ShouldContain("4 Navn Personen er ny og trenger et navn.");
        page.HasButton("Gjennomfør importen").ShouldBeFalse();
        var csv = await ada.Client.GetStringAsync(page.AddressOf("Last ned feilene (CSV)"));
        csv.ShouldContain("3;Rolle;«konge» er ikke en rolle.");

        ada.Speaks("nn");
        (await ada.OpenAsync(page.Path)).Text.ShouldContain("3 Rolle «konge» er ikkje ei rolle.");
        ada.Speaks("en");
        (await ada.OpenAsync(page.Path)).Text.ShouldContain("“konge” is not a role.");
        (await CountPeopleAsync(app)).ShouldBe(1);
    }

    [Theory]
    [InlineData("mal.csv")]
    [InlineData("mal.xlsx")]
    public async Task The_template_is_a_file_that_can_be_taken_in(string template)
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        foreach (var language in new[] { "nb", "nn", "en" })
        {
            ada.Speaks(language);
            var bytes = await ada.Client.GetByteArrayAsync($"/personer/import/{template}");
            var page = await UploadAsync(ada, bytes, template);
            page.Text.ShouldContain("Kari Nordmann");
            page.HasButton(language == "en" ? "Carry out the import" : "Gjennomfør importen").ShouldBeTrue(language);
        }
    }

    [Fact]
    public async Task A_preview_survives_a_restart_belongs_to_one_person_and_is_gone_after_a_day()
    {
        using var data = new TemporaryFolder();
        TestPerson ada;
        string address;
        await using (var first = await AppUnderTest.StartAsync(new AppSetup { Data = data }))
        {
            ada = await first.AdministratorAsync();
            using var browser = first.As(ada);
            address = (await UploadAsync(browser, File)).Path;
            using var other = first.As(await first.AdministratorAsync("Arne Annen"));
            (await other.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        await using var again = await AppUnderTest.StartAsync(new AppSetup { Data = data });
        using var later = again.As(ada);
        (await later.OpenAsync(address)).Text.ShouldContain("Nye personer: 3");
        // A day later nobody is signed in any more, so the file is made older instead.
        await again.InStorageAsync(context =>
            context.ImportPreviews.ExecuteUpdateAsync(set =>
                set.SetProperty(preview => preview.ExpiresAt, again.Time.GetUtcNow())
            )
        );
        using var tomorrow = again.As(ada);
        (await tomorrow.OpenAsync(address)).Heading.ShouldBe("Fila er borte");
        await UploadAsync(tomorrow, File);
        (await again.InStorageAsync(context => context.ImportPreviews.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Five_thousand_people_are_taken_in_at_once()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var rows = Enumerable
            .Range(0, 5_000)
            .Select(i =>
                $"{10_000 + i};Person {i};p{i}@fjordvik.example;Fjordvik / Område {i % 10} / Team {i % 10}-{i % 50}"
            );
        var file = string.Join('\n', rows.Prepend("Ansattnummer;Navn;E-post;Enhet"));
        var preview = await UploadAsync(ada, file);
        var done = await preview.PressAsync("Gjennomfør importen");
        done.Heading.ShouldBe("Importen er gjennomført");
        (await CountPeopleAsync(app)).ShouldBe(5_001);
        (await UploadAsync(ada, file)).Text.ShouldContain("ingenting å endre");
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_at_its_field()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        (await UploadAsync(ada, [0xFF, 0xD8, 0x00, 0x01], "bilde.csv"))
            .Messages.Single()
            .ShouldStartWith("Fila er verken Excel eller CSV.");
        (await UploadAsync(ada, [.. "PK\u0003\u0004"u8, 1, 2, 3], "ark.xlsx"))
            .Messages.Single()
            .ShouldStartWith("Excel-fila kan ikke leses.");
        (await UploadAsync(ada, [], "tom.csv")).Messages.ShouldBe(["Velg en fil først."]);
    }

    [Fact]
    public async Task A_unit_keeps_its_history_when_a_file_renames_and_moves_it()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        await (
            await UploadAsync(ada, "Enhetskode;Enhet\n1;Fjordvik\n2;Fjordvik / Helse\n3;Fjordvik / Team nord")
        ).PressAsync("Gjennomfør importen");
        await (await UploadAsync(ada, "Enhetskode;Enhet;Overordnet enhet\n3;Team nordvest;Helse")).PressAsync(
            "Gjennomfør importen"
        );
        var history = await app.InStorageAsync(context =>
            context
                .UnitChanges.Join(
                    context.Units.Where(unit => unit.Code == "3"),
                    change => change.UnitId,
                    unit => unit.Id,
                    (change, _) => change.What
                )
                .ToListAsync()
        );
        history.ShouldBe(["opened", "renamed", "moved"], ignoreOrder: true);
        var unit = await app.InStorageAsync(context => context.Units.SingleAsync(one => one.Code == "3"));
        (unit.Name, unit.Version).ShouldBe(("Team nordvest", 3));
    }

    internal static Task<TestPage> UploadAsync(TestBrowser browser, string text) =>
        UploadAsync(browser, Encoding.UTF8.GetBytes(text), "personer.csv");

    internal static async Task<TestPage> UploadAsync(TestBrowser browser, byte[] bytes, string name)
    {
        var page = await browser.OpenAsync("/personer/import");
        return await browser.SendFileAsync(page, "/personer/import", "file", name, bytes);
    }

    private static Task<int> CountPeopleAsync(AppUnderTest app) =>
        app.InStorageAsync(context => context.Users.CountAsync());
}

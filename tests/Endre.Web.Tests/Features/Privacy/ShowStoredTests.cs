using System.Globalization;
using System.Net;
using System.Text.Json;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Storage.Privacy;
using Endre.Testing;
using Endre.Web.Features.Privacy;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Privacy;

public sealed class ShowStoredTests
{
    private const string Stored = "/min-side/lagret";

    [Theory, EachDatabase]
    public async Task Everybody_reads_the_rows_that_point_to_them_and_no_others(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        var kari = await app.EmployeeAsync("Kari Blåbærøl");
        await app.EmployeeAsync("Čáhppe Ærfugl");
        await WorksAsync(app, kari, "hjelpepleier");
        using var browser = app.As(kari);
        var page = await (await browser.OpenAsync("/min-side")).FollowAsync("Se alt som er lagret om meg");
        page.Heading.ShouldBe("Hva lagres om meg");
        page.Headings.ShouldContain("Kontoen din");
        page.Headings.ShouldContain("Stillinger og verv");
        page.Text.ShouldContain("Kari Blåbærøl");
        page.Text.ShouldContain("hjelpepleier");
        page.Text.ShouldContain("(hemmelig verdi, vises ikke)");
        page.Text.ShouldNotContain("Ærfugl");
        page.Headings.ShouldNotContain("Sporingslogg");

        var json = JsonDocument.Parse(await browser.Client.GetStringAsync($"{Stored}.json")).RootElement;
        json.GetProperty("people")[0].GetProperty("display_name").GetString().ShouldBe("Kari Blåbærøl");
        json.GetProperty("people")[0].GetProperty("password_hash").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("memberships")[0].GetProperty("title").GetString().ShouldBe("hjelpepleier");
        json.GetProperty("memberships").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_stranger_signs_in_first()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var stranger = app.Browser();
        (await stranger.OpenAsync(Stored)).Heading.ShouldBe("Logg inn");
        (await stranger.OpenAsync("/personvern")).Heading.ShouldBe("Hva Endre lagrer om deg");
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task Every_table_that_points_to_a_person_says_what_it_is_for(string language)
    {
        await using var app = await AppUnderTest.StartAsync();
        var tables = await app.InStorageAsync(storage =>
            Task.FromResult(PersonColumns.Of(storage.Model).Select(t => t.Table.GetTableName()!).ToList())
        );
        tables.ShouldContain("people");
        tables.ShouldContain("audit_entries");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var texts = new Texts<PrivacyTexts>();
        tables.Where(table => !texts.Has($"Table_{table}") || !texts.Has($"Why_{table}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_column_that_is_named_after_a_person_is_among_them()
    {
        await using var app = await AppUnderTest.StartAsync();
        string[] names = ["PersonId", "ActorId", "OwnerId", "UserId", "LeaderId", "AuthorId", "WriterId", "AnsweredBy"];
        var missed = await app.InStorageAsync(storage =>
        {
            var known = PersonColumns.Of(storage.Model).SelectMany(table => table.Columns).ToHashSet();
            return Task.FromResult(
                storage
                    .Model.GetEntityTypes()
                    .SelectMany(table => table.GetProperties())
                    .Where(column => names.Contains(column.Name) && !known.Contains(column))
                    .Select(column => $"{column.DeclaringType.Name}.{column.Name}")
                    .ToList()
            );
        });
        missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_administrator_hands_out_a_copy_on_request_and_that_is_recorded()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var kari = await app.EmployeeAsync("Kari Innsyn");
        var page = await ada.OpenAsync($"/personer/{kari.Id}/slett");
        var copy = await page.PressAsync("Last ned innsyn (JSON)");
        copy.Status.ShouldBe(HttpStatusCode.OK);
        var acts = await app.InStorageAsync(storage => storage.AuditEntries.ToListAsync());
        acts.ShouldHaveSingleItem().Act.ShouldBe("DownloadStored");
        acts[0].SubjectId.ShouldBe(kari.Id);
        acts[0].Details.ShouldNotContain("Kari");
    }

    [Fact]
    public async Task Whoever_is_only_mentioned_in_a_row_sees_no_more_of_it()
    {
        await using var app = await AppUnderTest.StartAsync();
        var liv = await app.EmployeeAsync("Liv Overtok");
        var siv = await app.EmployeeAsync("Siv Sluttet");
        await app.InStorageAsync(storage =>
            storage
                .Users.Where(person => person.Id == siv.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.SuccessorId, liv.Id))
        );
        using var browser = app.As(liv);
        var page = await browser.OpenAsync(Stored);
        page.Text.ShouldContain(siv.Id.ToString());
        page.Text.ShouldNotContain("Siv Sluttet");
        page.Text.ShouldNotContain(siv.Email);
    }

    private static Task<int> WorksAsync(AppUnderTest app, TestPerson person, string title) =>
        app.InStorageAsync(storage =>
        {
            var unit = new UnitRow { Name = "Team nord", Kind = UnitKind.Team };
            storage.Units.Add(unit);
            storage.Memberships.Add(
                new Membership
                {
                    PersonId = person.Id,
                    UnitId = unit.Id,
                    Role = UnitRole.Employee,
                    Title = title,
                }
            );
            return storage.SaveChangesAsync();
        });
}

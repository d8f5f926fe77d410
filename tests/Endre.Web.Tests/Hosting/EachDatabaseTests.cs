using System.Net;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Hosting;

/// <summary>The ground on the database that several nodes share, in one walk.</summary>
public sealed class EachDatabaseTests
{
    [Theory, EachDatabase]
    public async Task The_first_administrator_invites_a_facilitator_who_signs_in(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        var link = app
            .Console.Split('\n')
            .Single(line => line.StartsWith("first administrator: ", StringComparison.Ordinal))
            .Split(' ')[2];
        using var ada = app.Browser();
        var page = await ada.OpenAsync(link.Trim());
        await page.Fill("Navn", "Ada Fjell")
            .Fill("E-post", "ada@fjordvik.no")
            .Fill("Velg et passord", "blåbær på tirsdag")
            .PressAsync("Lag administrator");
        page = await ada.OpenAsync("/personer/inviter");
        page = await page.Fill("Navn", "Pål").Fill("E-post", "pål@fjordvik.no").PressAsync("Lag invitasjon");

        using var pål = app.Browser();
        var invitation = await pål.OpenAsync(page.ValueOf("Engangslenke"));
        await invitation.Fill("Velg et passord", "sju svarte hester").PressAsync("Lagre passord og gå inn");
        (await pål.OpenAsync("/min-side")).Text.ShouldContain("Prosessleder");
        using var client = app.Api();
        (await client.GetStringAsync("/healthz/ready")).ShouldBe("ready");
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_know_each_others_sign_ins_and_forms(DatabaseKind database)
    {
        await using var storage = await TestDatabase.UpgradedAsync(database);
        TestPerson kari;
        TestPage form;
        await using (var first = await AppUnderTest.StartAsync(new AppSetup { Storage = storage }))
        {
            kari = await first.FacilitatorAsync();
            using var browser = first.As(kari);
            form = await browser.OpenAsync("/min-side");
        }

        // The first node is gone; the browser's cookies and its open page meet another one.
        await using var second = await AppUnderTest.StartAsync(new AppSetup { Storage = storage });
        using var later = second.As(kari);
        foreach (var cookie in form.Cookies)
            later.Keep(cookie);
        var page = await later.PostAsync(form, "/min-side/navn", ("name", "Kari Flyttet"));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Navnet er lagret");
        var names = await second.InStorageAsync(context =>
            context.Users.Select(person => person.DisplayName).ToListAsync()
        );
        names.ShouldBe(["Kari Flyttet"]);
    }

    [Theory, EachDatabase]
    public async Task The_demo_is_made_once(DatabaseKind database)
    {
        await using var storage = await TestDatabase.UpgradedAsync(database);
        var setup = new AppSetup { Storage = storage, Args = ["--demo"] };
        for (var start = 0; start < 2; start++)
        {
            await using var app = await AppUnderTest.StartAsync(setup);
            (await app.InStorageAsync(context => context.Users.CountAsync())).ShouldBe(20);
        }
    }
}

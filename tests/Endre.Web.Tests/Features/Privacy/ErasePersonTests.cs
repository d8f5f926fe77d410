using System.Net;
using System.Text;
using Endre.Domain.ActionItems;
using Endre.Domain.Needs;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Storage.ActionItems;
using Endre.Storage.Hassles;
using Endre.Storage.Needs;
using Endre.Testing;
using Endre.Web.Live;
using Endre.Web.Tests.Features.Units;
using Endre.Web.Tests.Features.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NextStep = Endre.Domain.Workshops.Running.NextStep;

namespace Endre.Web.Tests.Features.Privacy;

public sealed class ErasePersonTests
{
    [Theory, EachDatabase]
    public async Task The_name_goes_everywhere_and_the_workshop_stays(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        using var ada = app.As(await app.AdministratorAsync());
        var kari = await app.FacilitatorAsync("Kari Blåbærøl");
        using var workshop = await FacilitatedWorkshop.BeginAsync(app, kari);
        await LeaveAsync(app, ada, kari);

        var form = await ada.OpenAsync($"/personer/{kari.Id}/slett");
        form.Heading.ShouldBe("Slett Kari Blåbærøl");
        var list = await form.Fill("Skriv navnet for å bekrefte: Kari Blåbærøl", "kari blåbærøl")
            .PressAsync("Slett for godt");
        list.Heading.ShouldBe("Personer");
        list.Text.ShouldNotContain("Blåbærøl");

        (await app.InStorageAsync(storage => storage.Users.AnyAsync(p => p.Id == kari.Id))).ShouldBeFalse();
        var row = await app.InStorageAsync(storage => storage.Workshops.SingleAsync());
        row.OwnerId.ShouldBeNull();
        row.Facilitators.ShouldNotContain($"{kari.Id:N}");
        var payloads = await app.InStorageAsync(storage =>
            storage.Database.SqlQuery<byte[]>($"SELECT payload AS \"Value\" FROM events").ToListAsync()
        );
        payloads.Count.ShouldBeGreaterThan(0);
        payloads.ShouldAllBe(payload => !Encoding.UTF8.GetString(payload).Contains("Blåbærøl"));
        var entry = await app.InStorageAsync(storage => storage.AuditEntries.SingleAsync(e => e.Act == "ErasePerson"));
        entry.SubjectId.ShouldBe(kari.Id);

        // A token that was used a moment ago is remembered for half a minute.
        app.Time.Advance(TimeSpan.FromSeconds(31));
        using var phone = app.Api(kari.Token);
        (await phone.GetAsync(new Uri("/api/v1/workshops", UriKind.Relative))).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized
        );
        (await workshop.JoinAsync("Ola")).ParticipantId.ShouldNotBe(Guid.Empty);
    }

    [Theory, EachDatabase]
    public async Task The_name_goes_where_somebody_else_wrote_it_as_the_one_who_does_it(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        using var ada = app.As(await app.AdministratorAsync());
        var kari = await app.EmployeeAsync("Kari Blåbærøl");
        var workshop = await app.WorkshopAsync();
        var proposal = Guid.CreateVersion7();
        await workshop.ChangeAsync(new NextStep(), new NextStep());
        await workshop.ChangeAsync(
            new Propose(proposal, "g1", "question-1", NoteId: null, "Korte morgenmøter"),
            new AnswerProposal(
                proposal,
                AnswerKind.TakenFurther,
                "Per og Kari Blåbærøl (renhold)",
                "Avtale tid",
                new DateOnly(2026, 4, 1),
                Reason: null
            )
        );
        var unit = await app.UnitAsync("Renholdrud");
        await app.InStorageAsync(storage =>
        {
            storage.Hassles.Add(Promised(unit, "Kari Blåbærøl"));
            storage.Hassles.Add(Promised(unit, "Kari Blåbærølsen"));
            storage.Needs.Add(NeedRow.Of(Planned(unit, "Kari Blåbærøl og Per")));
            storage.ActionItems.Add(ActionItemRow.Of(Done(unit, "Kari Blåbærøl har malt")));
            return storage.SaveChangesAsync();
        });

        var form = await ada.OpenAsync($"/personer/{kari.Id}/slett");
        await form.Fill("Skriv navnet for å bekrefte: Kari Blåbærøl", "Kari Blåbærøl").PressAsync("Slett for godt");

        var log = string.Concat(
            (
                await app.InStorageAsync(storage =>
                    storage.Database.SqlQuery<byte[]>($"SELECT payload AS \"Value\" FROM events").ToListAsync()
                )
            ).Select(Encoding.UTF8.GetString)
        );
        log.ShouldNotContain("Blåbærøl");
        log.ShouldContain("Per og – (renhold)");
        (await app.InStorageAsync(s => s.Hassles.Select(row => row.PromisedWho).ToListAsync())).ShouldBe(
            ["–", "Kari Blåbærølsen"],
            ignoreOrder: true
        );
        var need = (await app.InStorageAsync(storage => storage.Needs.SingleAsync())).ToNeed([]);
        (need.Statement.Who, need.Sheet.Plan[0].Who).ShouldBe(("– og Per", "– og Per"));
        var item = await app.InStorageAsync(storage => storage.ActionItems.SingleAsync());
        item.ToActionItem().Ending!.Text.ShouldBe("– har malt");
        var live = await app.Services.GetRequiredService<LiveWorkshops>().FindAsync(workshop.Id);
        live!.State.Answers[proposal].Who.ShouldBe("Per og – (renhold)");
    }

    [Fact]
    public async Task The_file_on_disk_holds_no_trace_of_the_name()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var kari = await app.FacilitatorAsync("Kari Blåbærøl");
        using var workshop = await FacilitatedWorkshop.BeginAsync(app, kari);
        await LeaveAsync(app, ada, kari);
        var form = await ada.OpenAsync($"/personer/{kari.Id}/slett");
        await form.Fill("Skriv navnet for å bekrefte: Kari Blåbærøl", "Kari Blåbærøl").PressAsync("Slett for godt");
        var folder = app.DataFolder;

        var name = Encoding.UTF8.GetBytes("Blåbærøl");
        foreach (var file in Directory.GetFiles(folder, "*.db*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            bytes.AsSpan().IndexOf(name).ShouldBe(-1, file);
        }
    }

    [Fact]
    public async Task The_page_of_a_person_leads_to_access_and_erasure()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var kari = await app.EmployeeAsync("Kari Spør");
        var page = await ada.OpenAsync($"/personer/{kari.Id}");
        (await page.FollowAsync("Slett Kari Spør")).Heading.ShouldBe("Slett Kari Spør");
        var file = await page.PressAsync("Last ned innsyn (JSON)");
        file.Answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        file.Document.Body!.TextContent.ShouldContain("Kari Spør");
    }

    [Fact]
    public async Task Another_name_erases_nobody()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var kari = await app.EmployeeAsync("Kari Riktig");
        var form = await ada.OpenAsync($"/personer/{kari.Id}/slett");
        var page = await form.Fill("Skriv navnet for å bekrefte: Kari Riktig", "Kari Feil")
            .PressAsync("Slett for godt");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Navnet er ikke det samme. Skriv Kari Riktig."]);
        page.ValueOf("Skriv navnet for å bekrefte: Kari Riktig").ShouldBe("Kari Feil");
        (await app.InStorageAsync(storage => storage.Users.AnyAsync(p => p.Id == kari.Id))).ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_erases_themselves()
    {
        await using var app = await AppUnderTest.StartAsync();
        var ada = await app.AdministratorAsync("Ada Alene");
        using var browser = app.As(ada);
        var form = await browser.OpenAsync($"/personer/{ada.Id}/slett");
        var page = await form.Fill("Skriv navnet for å bekrefte: Ada Alene", "Ada Alene").PressAsync("Slett for godt");
        page.Messages.ShouldBe(["Du kan ikke slette deg selv. Be en annen administrator om det."]);
    }

    [Fact]
    public async Task Only_administrators_may()
    {
        await using var app = await AppUnderTest.StartAsync();
        var kari = await app.EmployeeAsync("Kari Trygg");
        using var leader = app.As(await app.PersonAsync("Liv Leder", "leader", "facilitator", "security-reader"));
        (await leader.OpenAsync($"/personer/{kari.Id}/slett")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var ada = app.As(await app.AdministratorAsync());
        (await ada.OpenAsync($"/personer/{Guid.CreateVersion7()}/slett")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static HassleRow Promised(Guid unitId, string who) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = unitId,
            Speaker = "anonymous",
            Text = "Skriveren",
            Week = new DateOnly(2026, 3, 2),
            State = "will-do",
            PromisedWho = who,
        };

    private static Need Planned(Guid unitId, string who) =>
        new(
            Guid.CreateVersion7(),
            unitId,
            new Statement(who, "ro", "avbrudd"),
            new BltState(1, Diamond.Need),
            [],
            [],
            [],
            [],
            CauseCategory.Defaults,
            A3Sheet.Empty with
            {
                Plan = [new PlanLine(Guid.CreateVersion7(), "Merke plassen", who, DueOn: null, IsDone: false)],
            }
        );

    private static ActionItem Done(Guid unitId, string happened) =>
        new(
            Guid.CreateVersion7(),
            unitId,
            "Merke plassen",
            FirstStep: "",
            OwnerId: null,
            new DateOnly(2026, 3, 9),
            IsSmall: false,
            ActionItemState.Done,
            new ActionItemEnding(happened, new DateOnly(2026, 3, 2)),
            Check: null
        );

    // The workshop that is open goes to somebody else first.
    private static async Task LeaveAsync(AppUnderTest app, TestBrowser administrator, TestPerson person)
    {
        var successor = await app.FacilitatorAsync("Frode Overtar");
        var form = await administrator.OpenAsync($"/personer/{person.Id}/slett");
        var refused = await form.Fill($"Skriv navnet for å bekrefte: {person.Name}", person.Name)
            .PressAsync("Slett for godt");
        refused.Messages.ShouldBe(["Personen har ansvar for noe som ikke er ferdig. Gi det til en annen først."]);
        var left = await administrator.PostAsync(
            form,
            $"/personer/{person.Id}/slutter",
            ("successorId", $"{successor.Id}")
        );
        left.Status.ShouldBe(HttpStatusCode.OK);
    }
}

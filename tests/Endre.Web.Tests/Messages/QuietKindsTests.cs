using Endre.Domain.Messages;
using Endre.Storage;
using Endre.Storage.Messages;
using Endre.Testing;
using Endre.Web.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Messages;

/// <summary>Quiet hours hold for whatever kind of message there is, and for each that is made later.</summary>
public sealed class QuietKindsTests
{
    [Theory, EachDatabase]
    public async Task No_kind_of_mail_comes_in_quiet_hours_and_each_does_afterwards(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        var kari = await app.EmployeeAsync("Kari Dag");
        var nina = await app.EmployeeAsync("Nina Natt");
        await app.InStorageAsync(async storage =>
        {
            await storage.ChooseMessagesAsync(
                nina.Id,
                new Dictionary<string, bool>(),
                new QuietHours(new TimeOnly(8, 0), new TimeOnly(16, 0), AlsoDaysOff: false),
                default
            );
            return true;
        });
        // From nine on Monday to half past ten on Friday evening here.
        app.Time.Advance(TimeSpan.FromDays(4) + TimeSpan.FromHours(13.5));
        var kinds = app.Services.GetServices<MessageKind>().ToList();
        kinds.Count.ShouldBeGreaterThanOrEqualTo(8);
        kinds.Select(kind => kind.Word).Distinct().Count().ShouldBe(kinds.Count);
        await TellAsync(app, kinds, kari.Id, nina.Id);

        var rows = await app.MessagesAsync();
        var now = app.Time.GetUtcNow();
        var monday = new DateTimeOffset(2026, 3, 9, 6, 0, 0, TimeSpan.Zero);
        foreach (var kind in kinds)
        {
            NotBefore(kari.Id, kind, "quiet").ShouldBe(monday, $"{kind.Word}: evenings, nights and weekends are quiet");
            NotBefore(kari.Id, kind, "asked").ShouldBe(now, $"{kind.Word}: what one asks for oneself comes at once");
            NotBefore(nina.Id, kind, "quiet").ShouldBe(now, $"{kind.Word}: who sleeps by day is awake");
            NotBefore(person: null, kind, "guest").ShouldBe(monday, $"{kind.Word}: a guest's evening is quiet too");
        }
        await app.RoundAsync();
        (await WaitingAsync()).ShouldAllBe(row => row.NotBefore == monday);
        (await WaitingAsync()).Count.ShouldBeGreaterThan(kinds.Count);
        app.Time.Advance(monday - app.Time.GetUtcNow());
        // The program's own round may be at it; whoever comes second finds nothing due and looks again.
        for (var rounds = 0; rounds < 400 && (await WaitingAsync()).Count > 0; rounds++)
        {
            await app.RoundAsync();
            await Task.Yield();
        }
        (await WaitingAsync()).ShouldBeEmpty();

        // What holds a secret goes only to a mail server, and there is none here.
        async Task<List<MessageRow>> WaitingAsync() =>
            [
                .. (await app.MessagesAsync()).Where(row =>
                    row.Mail == MailState.Waiting && !kinds.Single(kind => kind.Word == row.Kind).IsSecret
                ),
            ];

        DateTimeOffset NotBefore(Guid? person, MessageKind kind, string key) =>
            rows.Single(row =>
                row.PersonId == person
                && row.Kind == kind.Word
                && row.Key.StartsWith($"{kind.Word}/{key}/", StringComparison.Ordinal)
            ).NotBefore;
    }

    private static async Task TellAsync(AppUnderTest app, List<MessageKind> kinds, params Guid[] people)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outgoing = scope.ServiceProvider.GetRequiredService<Outgoing>();
        foreach (var kind in kinds)
        {
            foreach (var person in people)
            {
                await outgoing.AddAsync(person, Message(kind, "quiet"), default);
                await outgoing.AddAsync(person, Message(kind, "asked") with { IsUrgent = true }, default);
            }
            var guest = new MessageGuest("gjest@fjord.example") { AboutId = Guid.CreateVersion7() };
            await outgoing.AddAsync(guest, Message(kind, "guest"), default);
        }
        await scope.ServiceProvider.GetRequiredService<EndreContext>().SaveChangesAsync();
    }

    private static OutgoingMessage Message(MessageKind kind, string key) =>
        new(kind, key, () => new Letter(kind.About(), LetterPart.Paragraph("Hei på deg")));
}

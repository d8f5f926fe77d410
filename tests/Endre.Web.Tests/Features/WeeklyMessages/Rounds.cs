using Endre.Domain.ActionItems;
using Endre.Storage.ActionItems;
using Endre.Storage.Messages;
using Endre.Testing;
using Endre.Web.Features.ActionItems.RemindOwners;
using Endre.Web.Features.Improvements.Holding;
using Endre.Web.Features.Improvements.Loop;
using Endre.Web.Features.WeeklyMessages.SendWeekly;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Endre.Web.Tests.Features.WeeklyMessages;

/// <summary>The rounds that the program makes by itself, made when the test says so.</summary>
internal static class Rounds
{
    /// <summary>A program that makes no rounds by itself.</summary>
    public static AppSetup Still(this AppSetup setup) =>
        setup with
        {
            Replace = builder =>
            {
                foreach (
                    var clock in builder
                        .Services.Where(service =>
                            service.ServiceType == typeof(IHostedService)
                            && (
                                service.ImplementationType == typeof(ReminderClock)
                                || service.ImplementationType == typeof(ImprovementReminderClock)
                                || service.ImplementationType == typeof(HoldingClock)
                                || service.ImplementationType == typeof(WeeklyClock)
                            )
                        )
                        .ToList()
                )
                {
                    builder.Services.Remove(clock);
                }
            },
        };

    /// <summary>What the clocks do every quarter of an hour.</summary>
    public static async Task<int> RoundAsync(this AppUnderTest app) =>
        await app.RemindAsync() + await app.WriteWeeklyAsync();

    public static async Task<int> RemindAsync(this AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var remind = scope.ServiceProvider.GetRequiredService<RemindOwners>();
        return scope.ServiceProvider.GetRequiredService<TellingHours>().Day is { } today
            ? await remind.RunAsync(today, CancellationToken.None)
            : 0;
    }

    public static async Task<int> WriteWeeklyAsync(this AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<SendWeekly>().RunAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ForgetWords>().RunAsync(CancellationToken.None);
        return written;
    }

    public static DateOnly Today(this AppUnderTest app) =>
        app.Services.GetRequiredService<Formats>().Day(app.Time.GetUtcNow());

    public static async Task<Guid> MakeItemAsync(this AppUnderTest app, Guid unit, Guid owner, string what, string due)
    {
        var id = Guid.CreateVersion7();
        var make = new MakeActionItem(
            id,
            unit,
            what,
            "",
            owner,
            DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            IsSmall: false
        );
        (
            await app.InStorageAsync(database =>
                database.MakeActionItemAsync(make, null, app.Hand(owner), CancellationToken.None)
            )
        ).ShouldBeNull();
        return id;
    }

    public static async Task DoAsync(this AppUnderTest app, Guid item, ActionItemCommand command, Guid by) =>
        (
            await app.InStorageAsync(database =>
                database.DoWithActionItemAsync(item, command, app.Hand(by), CancellationToken.None)
            )
        ).ShouldBeNull();

    public static Task<List<MessageRow>> MessagesAsync(this AppUnderTest app, Guid person, MessageKind kind) =>
        app.InStorageAsync(database =>
            database
                .Messages.AsNoTracking()
                .Where(message => message.PersonId == person && message.Kind == kind.Word)
                .OrderBy(message => message.CreatedAt)
                .ToListAsync()
        );

    /// <summary>The links of a message by what they say, in order.</summary>
    public static IReadOnlyList<LetterItem> LinksOf(this MessageRow message) =>
        [.. LetterJson.Read(message.Parts).SelectMany(part => part.Items ?? [])];

    public static IReadOnlyList<string> HeadingsOf(this MessageRow message) =>
        [
            .. LetterJson
                .Read(message.Parts)
                .Where(part => part.Kind == LetterPartKind.Heading)
                .Select(part => part.Text),
        ];

    private static ActionItemRecords.Hand Hand(this AppUnderTest app, Guid person) =>
        new(person, app.Time.GetUtcNow(), app.Today());
}

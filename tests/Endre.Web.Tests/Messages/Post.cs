using Endre.Storage;
using Endre.Storage.Messages;
using Endre.Testing;
using Endre.Web.Features.ActionItems.TellOwner;
using Endre.Web.Messages;
using Endre.Web.Messages.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Messages;

/// <summary>What an area does to tell somebody, and what the program does every few seconds.</summary>
internal static class Post
{
    public static readonly MessageKind Kind = TellOwner.Given;

    public static async Task<bool> TellAsync(
        this AppUnderTest app,
        Guid person,
        string key,
        Letter? letter = null,
        params MessageFile[] files
    )
    {
        var message = new OutgoingMessage(
            Kind,
            key,
            () => letter ?? new Letter(key, LetterPart.Paragraph("Hei på deg"))
        )
        {
            Files = files,
        };
        await using var scope = app.Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<Outgoing>().AddAsync(person, message, default);
        await scope.ServiceProvider.GetRequiredService<EndreContext>().SaveChangesAsync();
        // So that the next one is younger, and comes after it.
        app.Time.Advance(TimeSpan.FromMilliseconds(1));
        return added;
    }

    public static async Task TellGuestAsync(this AppUnderTest app, MessageGuest guest, OutgoingMessage message)
    {
        await using var scope = app.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<Outgoing>().AddAsync(guest, message, default)).ShouldBeTrue();
        await scope.ServiceProvider.GetRequiredService<EndreContext>().SaveChangesAsync();
        // So that the next one is younger, and comes after it.
        app.Time.Advance(TimeSpan.FromMilliseconds(1));
    }

    /// <summary>One round of one node.</summary>
    public static async Task RoundAsync(this AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendMail>().RunAsync(default);
    }

    public static Task<List<MessageRow>> MessagesAsync(this AppUnderTest app) =>
        app.InStorageAsync(storage => storage.Messages.AsNoTracking().OrderBy(row => row.Id).ToListAsync());
}

using Endre.Storage.Messages;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.MeetingSeries;

/// <summary>Makes a series through the form, and reads what was sent of it.</summary>
internal static class Series
{
    /// <summary>The first Thursday of every month at nine, from 2 April 2026.</summary>
    public static async Task<TestPage> MakeAsync(TestBrowser leader, Guid unit, string rhythm = "monthly-by-weekday")
    {
        var page = await leader.OpenAsync($"/moter/serier/ny?enhet={unit}");
        return await page.Fill("Hva heter møtet?", "Forbedringsmøte")
            .Fill("Første møte", "2026-04-02")
            .Fill("Klokkeslett", "09:00")
            .Fill("Hvor ofte?", rhythm)
            .Fill("Sted (valgfritt)", "Møterom 2")
            .PressAsync("Lag møterekken");
    }

    public static Task<Guid> FirstMeetingAsync(AppUnderTest app) =>
        app.InStorageAsync(storage => storage.Meetings.OrderBy(row => row.SlotAt).Select(row => row.Id).FirstAsync());

    /// <summary>What a person was sent, in order.</summary>
    public static Task<List<MessageRow>> MessagesAsync(AppUnderTest app, Guid? person) =>
        app.InStorageAsync(storage =>
            storage.Messages.AsNoTracking().Where(row => row.PersonId == person).OrderBy(row => row.Id).ToListAsync()
        );

    /// <summary>The calendar files a person was sent, in order.</summary>
    public static async Task<List<MessageAttachmentRow>> FilesAsync(AppUnderTest app, Guid? person)
    {
        var messages = (await MessagesAsync(app, person)).ConvertAll(message => message.Id);
        var files = await app.InStorageAsync(storage =>
            storage.MessageAttachments.AsNoTracking().Where(row => messages.Contains(row.MessageId)).ToListAsync()
        );
        return [.. files.OrderBy(file => messages.IndexOf(file.MessageId))];
    }
}

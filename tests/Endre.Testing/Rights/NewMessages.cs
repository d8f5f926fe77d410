using Endre.Domain.Messages;
using Endre.Storage.Messages;
using Endre.Web.Features.ActionItems.TellOwner;
using Endre.Web.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Testing.Rights;

/// <summary>Messages, and what stands in the links of mail.</summary>
internal sealed class NewMessages(AppUnderTest app)
{
    /// <summary>Something that the person has been told.</summary>
    public async Task<string> MessageAsync(Guid reader)
    {
        var row = new MessageRow
        {
            Id = Guid.CreateVersion7(),
            PersonId = reader,
            Kind = TellOwner.Given.Word,
            Key = $"{Guid.CreateVersion7()}",
            Language = "nb",
            Subject = "Nytt tiltak til deg",
            Parts = "[]",
            CreatedAt = app.Time.GetUtcNow(),
            NotBefore = app.Time.GetUtcNow(),
            Mail = MailState.None,
        };
        await app.InStorageAsync(storage =>
        {
            storage.Add(row);
            return storage.SaveChangesAsync();
        });
        return $"{row.Id}";
    }

    public string UnsubscribeToken(Guid reader) =>
        app.Services.GetRequiredService<UnsubscribeTokens>().Make(reader, TellOwner.Given.Word);
}

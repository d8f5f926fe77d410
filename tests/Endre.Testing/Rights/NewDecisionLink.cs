using Endre.Domain.Messages;
using Endre.Storage.Messages;
using Endre.Storage.WeeklyMessages;
using Endre.Web.Features.WeeklyMessages.TapAnswer;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Testing.Rights;

internal static class NewDecisionLink
{
    /// <summary>A link in a leader's weekly message, by which something that was said is answered.</summary>
    public static async Task<string> DecisionLinkAsync(this NewRows rows, AppUnderTest app, TestPerson leader)
    {
        var hassle = Guid.Parse(await rows.HassleAsync(leader.Id));
        var (token, hash) = app.Services.GetRequiredService<DecisionLinks>().Make();
        var now = app.Time.GetUtcNow();
        var message = new MessageRow
        {
            Id = Guid.CreateVersion7(),
            PersonId = leader.Id,
            Kind = "weekly-message",
            Key = $"{Guid.CreateVersion7()}",
            Language = "nb",
            Subject = "1 ting venter på svar fra deg",
            Parts = "[]",
            CreatedAt = now,
            NotBefore = now,
            Mail = MailState.None,
        };
        await app.InStorageAsync(async database =>
        {
            database.Add(message);
            database.Add(
                new DecisionLinkRow
                {
                    Hash = hash,
                    PersonId = leader.Id,
                    Area = "hassle",
                    SubjectId = hassle,
                    Choice = "will-do",
                    Seen = 0,
                    MessageId = message.Id,
                    ExpiresAt = now + DecisionLinks.Lifetime,
                }
            );
            return await database.SaveChangesAsync();
        });
        return token;
    }
}

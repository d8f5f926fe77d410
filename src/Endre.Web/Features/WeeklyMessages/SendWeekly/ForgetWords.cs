using Endre.Domain.Messages;
using Endre.Storage;
using Endre.Web.Texts;
using Endre.Web.Weekly;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.WeeklyMessages.SendWeekly;

/// <summary>
/// Empties messages that repeat words which were taken back afterwards. What lies in a leader's mailbox is out of reach; what
/// lies here is not.
/// </summary>
internal sealed class ForgetWords(EndreContext database, IEnumerable<IWeeklyDecisions> areas, Formats formats)
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var area in areas)
        {
            var word = area.Area;
            var told = await database
                .DecisionLinks.Where(link => link.Area == word)
                .Select(link => new { link.SubjectId, link.MessageId })
                .Distinct()
                .Join(
                    // What is still to be sent goes out first: half a mail helps nobody.
                    database.Messages.Where(message =>
                        message.Parts != null && message.Mail != MailState.Waiting && message.Mail != MailState.Failed
                    ),
                    link => link.MessageId,
                    message => message.Id,
                    (link, message) =>
                        new
                        {
                            link.SubjectId,
                            message.Id,
                            message.CreatedAt,
                        }
                )
                .ToListAsync(ct);
            var takenBack = await area.TakenBackAsync([.. told.Select(one => one.SubjectId).Distinct()], ct);
            var messages = told.Where(one =>
                    takenBack.TryGetValue(one.SubjectId, out var day) && day >= formats.Day(one.CreatedAt)
                )
                .Select(one => one.Id)
                .Distinct()
                .ToList();
            if (messages.Count > 0)
            {
                await database
                    .Messages.Where(message => messages.Contains(message.Id))
                    .ExecuteUpdateAsync(to => to.SetProperty(message => message.Parts, (string?)null), ct);
            }
        }
    }
}

using Endre.Domain.Messages;
using Endre.Storage;
using Endre.Storage.Messages;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Hosting;
using Endre.Web.Messages;
using Endre.Web.Messages.Sending;
using Endre.Web.Texts;

namespace Endre.Web.Features.Messages.ShowOutbox;

/// <summary><c>/e-post</c>: how mail goes, in numbers. Whose it is and what it says is not shown.</summary>
internal sealed class ShowOutbox(
    EndreContext database,
    Settings settings,
    CurrentPerson person,
    AuditLog audit,
    Outgoing outgoing,
    TimeProvider clock
)
{
    /// <summary>The mail by which an administrator tries whether mail gets through.</summary>
    public static readonly MessageKind Trial = MessageKind.Of<MessageTexts>("mail-trial") with
    {
        MayBeTurnedOff = false,
    };

    private static readonly Texts<MessageTexts> Texts = new();

    public static async Task<IResult> HandleAsync(string? gjort, ShowOutbox outbox, CancellationToken ct) =>
        Page.Of<ShowOutboxPage>(new { View = await outbox.ReadAsync(gjort, ct) });

    public static async Task<IResult> RetryAsync(ShowOutbox outbox, CancellationToken ct)
    {
        await outbox.RetryNowAsync(ct);
        return Page.SeeOther(MessageLinks.OutboxAfter("igjen"));
    }

    public static async Task<IResult> TestAsync(ShowOutbox outbox, CancellationToken ct) =>
        Page.SeeOther(MessageLinks.OutboxAfter(await outbox.WriteToMeAsync(ct) ? "prove" : "uten-adresse"));

    private async Task<OutboxView> ReadAsync(string? done, CancellationToken ct)
    {
        var groups = await database.CountMailAsync(ct);
        return new OutboxView(
            settings.Mail.IsServer ? $"{settings.Mail.Host}:{settings.Mail.Port}" : null,
            FolderRoute.In(settings),
            [
                .. MailState
                    .All.Where(state => state != MailState.None)
                    .Select(state => (state, groups.Where(group => group.State == state).Sum(group => group.Count))),
            ],
            [
                .. groups
                    .Where(group => group.Error is not null)
                    .OrderByDescending(group => group.Latest)
                    .Select(group => new OutboxFault(group.State, group.Error!, group.Count, group.Latest)),
            ],
            done
        );
    }

    private async Task RetryNowAsync(CancellationToken ct)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(ct);
        var count = await database.RetryMailAsync(clock.GetUtcNow(), ct);
        audit.Record("RetryMail", "mail", subjectId: null, ("count", $"{count}"));
        await database.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<bool> WriteToMeAsync(CancellationToken ct)
    {
        var message = new OutgoingMessage(
            Trial,
            $"{Guid.CreateVersion7(clock.GetUtcNow())}",
            () =>
                new Letter(
                    Texts["TrialSubject"],
                    LetterPart.Paragraph(Texts["TrialText"]),
                    LetterPart.Button(Texts["TrialButton"], MessageLinks.Outbox)
                )
        )
        {
            IsUrgent = true,
        };
        await outgoing.AddAsync(person.RequiredId, message, ct);
        var hasMail = database.Messages.Local.Any(row => row.Mail == MailState.Waiting);
        audit.Record("SendTrialMail", "person", person.RequiredId);
        await database.SaveChangesAsync(ct);
        return hasMail;
    }
}

/// <summary>How mail goes.</summary>
/// <param name="Server">The mail server; null for none.</param>
/// <param name="Folder">The folder that is used without one.</param>
/// <param name="Counts">How many in each state.</param>
/// <param name="Faults">Why some did not get through, the latest first.</param>
/// <param name="Done">What was just done, as a word; or null.</param>
public sealed record OutboxView(
    string? Server,
    string Folder,
    IReadOnlyList<(string State, int Count)> Counts,
    IReadOnlyList<OutboxFault> Faults,
    string? Done
);

/// <summary>Mail that did not get through for the same reason.</summary>
/// <param name="State">Whether it is tried again.</param>
/// <param name="Error">The class of the fault.</param>
/// <param name="Count">How many.</param>
/// <param name="Latest">When the latest of them was written.</param>
public sealed record OutboxFault(string State, string Error, int Count, DateTimeOffset Latest);

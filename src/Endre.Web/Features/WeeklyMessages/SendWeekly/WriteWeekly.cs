using Endre.Storage;
using Endre.Storage.WeeklyMessages;
using Endre.Web.Access;
using Endre.Web.Features.WeeklyMessages.TapAnswer;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Endre.Web.Weekly;

namespace Endre.Web.Features.WeeklyMessages.SendWeekly;

/// <summary>Writes one leader's message of a week, with a link for each answer: message, links and that it is done, or none of it.</summary>
internal sealed class WriteWeekly(
    EndreContext database,
    Decisions decisions,
    DecisionLinks links,
    Outgoing outgoing,
    IServiceProvider services,
    TimeProvider clock
)
{
    public static readonly MessageKind Kind = MessageKind.Of<WeeklyTexts>("weekly-message");

    private const int LongestQuote = 240;

    private static readonly Texts<WeeklyTexts> Texts = new();

    /// <returns>Whether there was anything to write.</returns>
    public async Task<bool> WriteAsync(Guid person, DateOnly week, CancellationToken ct)
    {
        PersonScopes.LanguageOf(services).Use();
        var waiting = await decisions.ReadAsync(isAll: false, ct);
        database.Add(new WeeklyRoundRow { PersonId = person, Week = week });
        var isWritten = waiting.Count > 0 && await AddAsync(person, week, waiting, ct);
        await database.SaveChangesAsync(ct);
        return isWritten;
    }

    private async Task<bool> AddAsync(Guid person, DateOnly week, WaitingDecisions waiting, CancellationToken ct)
    {
        var made = new List<DecisionLinkRow>();
        var letter = Letter(
            waiting,
            (decision, choice) =>
            {
                var (token, hash) = links.Make();
                made.Add(Link(person, decision, choice, hash));
                return token;
            }
        );
        if (!await outgoing.AddAsync(person, new OutgoingMessage(Kind, $"{week:yyyy-MM-dd}", () => letter), ct))
            return false;
        var message = database.Messages.Local.Single(row => row.PersonId == person).Id;
        database.AddRange(made.Select(link => link with { MessageId = message }));
        return true;
    }

    private Letter Letter(WaitingDecisions waiting, Func<WeeklyDecision, WeeklyChoice, string> token)
    {
        var parts = new List<LetterPart> { LetterPart.Paragraph(Texts["LetterLead"]) };
        foreach (var decision in waiting.Shown)
        {
            parts.Add(LetterPart.Heading(decision.About));
            parts.Add(LetterPart.Quote(Short(decision.Text)));
            parts.Add(
                LetterPart.List([
                    .. decision.Choices.Select(choice => new LetterItem(
                        choice.Label,
                        WeeklyLinks.Tap(token(decision, choice))
                    )),
                ])
            );
        }
        if (waiting.More > 0)
            parts.Add(LetterPart.Paragraph(Texts.Count("More", waiting.More)));
        parts.Add(LetterPart.Button(Texts["LetterOpen"], WeeklyLinks.All));
        parts.Add(LetterPart.Paragraph(Texts["LetterEnd"]));
        return new Letter(Texts.Count("LetterSubject", waiting.Count), parts) { Path = WeeklyLinks.Mine };
    }

    private DecisionLinkRow Link(Guid person, WeeklyDecision decision, WeeklyChoice choice, byte[] hash) =>
        new()
        {
            Hash = hash,
            PersonId = person,
            Area = decision.Area,
            SubjectId = decision.Id,
            Choice = choice.Word,
            Seen = decision.Seen,
            MessageId = Guid.Empty,
            ExpiresAt = clock.GetUtcNow() + DecisionLinks.Lifetime,
        };

    // No more than one needs to know which it is: mail lies in other systems.
    private static string Short(string text)
    {
        if (text.Length <= LongestQuote)
            return text;
        var end = text.LastIndexOf(' ', LongestQuote);
        end = end > LongestQuote / 2 ? end : LongestQuote;
        return $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)]}…";
    }
}

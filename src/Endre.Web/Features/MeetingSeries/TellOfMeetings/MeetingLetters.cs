using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;
using Endre.Web.Features.Meetings;
using Endre.Web.Messages;
using Endre.Web.Texts;

namespace Endre.Web.Features.MeetingSeries.TellOfMeetings;

/// <summary>What is written to those who are asked, in the language of whoever reads it.</summary>
internal sealed class MeetingLetters(Texts<MeetingSeriesTexts> texts, Formats formats, RhythmWords words)
{
    private const int MostDates = 5;

    /// <summary>What was done with a series.</summary>
    /// <param name="key">The end of the text's key: <c>Begun</c>, <c>Changed</c> …</param>
    /// <param name="all">The series as it is now.</param>
    /// <param name="who">Who reads it.</param>
    public Letter OfSeries(string key, WholeSeries all, CalendarReader who)
    {
        var series = all.Series;
        var next = all
            .Meetings.Where(meeting => meeting.State == MeetingState.Planned && who.IsAskedTo(meeting))
            .OrderBy(meeting => meeting.StartsAt)
            .Take(MostDates)
            .ToList();
        var parts = new List<LetterPart>
        {
            LetterPart.Paragraph(texts[$"Mail_{key}Lead", all.Unit]),
            LetterPart.Paragraph(
                texts["Mail_Rhythm", words.Of(series.Rule, series.FirstOn), $"{series.Time:HH\\:mm}", series.Minutes]
            ),
        };
        AddWhere(parts, series.Place, series.VideoLink);
        if (next.Count > 0)
        {
            parts.Add(LetterPart.Heading(texts.Count("Mail_Next", next.Count)));
            parts.Add(
                LetterPart.List([
                    .. next.Select(meeting => new LetterItem(
                        When(meeting.StartsAt),
                        who.PersonId is null ? null : MeetingLinks.One(meeting.Id)
                    )),
                ])
            );
        }
        return new Letter(
            texts[$"Mail_{key}", series.Title],
            WithButton(parts, who, "Mail_SeeSeries", MeetingSeriesLinks.OneSeries(series.Id))
        );
    }

    /// <summary>What was done with one meeting.</summary>
    /// <param name="command">What was done.</param>
    /// <param name="before">The meeting before.</param>
    /// <param name="after">The meeting as it is now.</param>
    /// <param name="who">Who reads it.</param>
    public Letter OfMeeting(PlanningCommand command, Meeting before, Meeting after, CalendarReader who)
    {
        var key = command switch
        {
            CancelMeeting => "Canceled",
            RestoreMeeting => "Restored",
            Invite => "Asked",
            Disinvite => "TakenOff",
            _ => before.StartsAt == after.StartsAt ? "MovedPlace" : "Moved",
        };
        var parts = new List<LetterPart>
        {
            LetterPart.Paragraph(texts[$"Mail_{key}Lead", When(after.StartsAt), When(before.StartsAt)]),
        };
        if (key is "Canceled" or "TakenOff")
        {
            if (after.CanceledBecause.Length > 0)
            {
                parts.Add(LetterPart.Quote(after.CanceledBecause));
            }
        }
        else
        {
            AddWhere(parts, after.Place, after.VideoLink);
        }
        return new Letter(
            texts[$"Mail_{key}", after.Title],
            WithButton(parts, who, "Mail_SeeMeeting", MeetingLinks.One(after.Id))
        );
    }

    /// <summary>
    /// A matter needs somebody. What it is about stands in the app alone: what is taken back there must not live on in mail.
    /// </summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="role">As what.</param>
    public Letter OfRepresentative(Meeting meeting, AttendeeRole role)
    {
        var parts = new List<LetterPart>
        {
            LetterPart.Paragraph(texts["Mail_NeededLead", When(meeting.StartsAt), texts[$"Role_{role}"]]),
        };
        AddWhere(parts, meeting.Place, meeting.VideoLink);
        return new Letter(
            texts["Mail_Needed", meeting.Title],
            [.. parts, LetterPart.Button(texts["Mail_SeeMeeting"], MeetingLinks.One(meeting.Id))]
        );
    }

    private void AddWhere(List<LetterPart> parts, string place, string video)
    {
        if (place.Length > 0)
        {
            parts.Add(LetterPart.Paragraph(texts["Mail_Place", place]));
        }
        if (video.Length > 0)
        {
            parts.Add(LetterPart.List(new LetterItem(texts["Mail_Video"], video)));
        }
    }

    // Somebody without an account can open nothing in Endre.
    private IReadOnlyList<LetterPart> WithButton(List<LetterPart> parts, CalendarReader who, string label, string to) =>
        who.PersonId is null ? parts : [.. parts, LetterPart.Button(texts[label], to)];

    private string When(DateTimeOffset at) => $"{formats.LongDate(at)}, {formats.Time(at)}";
}

using System.Security.Cryptography;
using Endre.Documents.Calendars;
using Endre.Domain.Meetings;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Endre.Web.Features.Meetings;
using Endre.Web.Features.MeetingSeries.TellOfMeetings;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Endre.Web.Features.MeetingSeries.FollowCalendar;

/// <summary><c>/api/v1/calendars/{token}.ics</c>: the meetings that the one whose address it is may see now.</summary>
internal sealed class CalendarFeed(EndreContext database, SignInRight right, SeriesCalendar calendar, SeriesTime time)
{
    private const int DaysBack = 90;
    private const int Most = 1000;

    private static readonly string Canceled = StoredWord.Of(MeetingState.Canceled);

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        string token,
        CalendarFeed feed,
        CalendarGuesses guesses,
        Texts<MeetingSeriesTexts> texts
    )
    {
        var address = context.Connection.RemoteIpAddress;
        if (guesses.IsBlocked(address, out var wait))
        {
            return ErrorResult.TooManyAttempts(wait);
        }
        if (await feed.FindAsync(token, context.RequestAborted) is not { } personId)
        {
            guesses.RecordWrong(address);
            return ErrorResult.NotFound;
        }
        var (file, changedAt) = await feed.ReadAsync(personId, texts["CalendarName"], context.RequestAborted);
        // Calendars ask again and again: what has not changed is not sent again.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..32]}\"");
        return Results.File(file, CalendarWriter.MediaType, lastModified: changedAt, entityTag: tag);
    }

    private async Task<Guid?> FindAsync(string token, CancellationToken ct)
    {
        var hash = SecretText.Hash(token);
        var person = await database
            .CalendarLinks.AsNoTracking()
            .Where(link => link.Hash == hash)
            .Join(database.Users, link => link.PersonId, person => person.Id, (_, person) => person)
            .SingleOrDefaultAsync(ct);
        return person is not null && right.Has(person) ? person.Id : null;
    }

    private async Task<(byte[] File, DateTimeOffset? ChangedAt)> ReadAsync(
        Guid personId,
        string name,
        CancellationToken ct
    )
    {
        var tree = await database.ReadUnitTreeAsync(ct);
        var places = await database.Memberships.AsNoTracking().Where(row => row.PersonId == personId).ToListAsync(ct);
        var scope = UnitScope.Of(tree, places.Select(row => row.ToPosition()), isAdministrator: false, right.Today);
        var own = SeriesSight.SeenUnits(tree, scope.Own, new HashSet<Guid>());
        var from = time.Now.AddDays(-DaysBack);
        var meetings = await database
            .Meetings.AsNoTracking()
            .Where(row => row.StartsAt >= from && row.State != Canceled)
            .Where(row =>
                own.Contains(row.UnitId)
                || database.Attendances.Any(place => place.MeetingId == row.Id && place.PersonId == personId)
            )
            .OrderBy(row => row.StartsAt)
            .ThenBy(row => row.Id)
            .Take(Most)
            .Select(row => new
            {
                Meeting = row,
                ChangedAt = database
                    .MeetingEvents.Where(entry => entry.MeetingId == row.Id)
                    .Max(entry => (DateTimeOffset?)entry.At),
            })
            .ToListAsync(ct);
        var entries = meetings.ConvertAll(one => Entry(one.Meeting, one.ChangedAt ?? one.Meeting.StartsAt));
        var file = new CalendarFile(CalendarMethod.Publish, name, time.Zone, entries);
        return (CalendarWriter.Write(file), meetings.Max(one => one.ChangedAt));
    }

    private CalendarEntry Entry(MeetingRow row, DateTimeOffset changedAt)
    {
        var page = calendar.Address(MeetingLinks.One(row.Id));
        return new CalendarEntry
        {
            Uid = $"{row.Id:N}@endre",
            Sequence = row.Sequence,
            StampedAt = changedAt,
            StartsAt = row.StartsAt,
            Minutes = row.Minutes,
            Title = row.Title,
            Place = row.Place,
            VideoLink = row.VideoLink,
            Page = page,
            Description = row.VideoLink.Length == 0 ? page : $"{row.VideoLink}\n\n{page}",
        };
    }
}

/// <summary>Guesses at the secret in the address of a calendar.</summary>
internal sealed class CalendarGuesses(TimeProvider time) : GuessLimit(limit: 20, TimeSpan.FromMinutes(5), time);

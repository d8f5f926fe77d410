using Endre.Documents.Calendars;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Meetings.Series;
using Endre.Domain.Organizations;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Series;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Meetings;

public sealed class SeriesRecordsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
    private static readonly MeetingRecords.Hand Hand = new(null, Now);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_series_plans_its_meetings_and_asks_who_works_there(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (unit, people) = await UnitAsync(node, 3);
        await using var context = await node.OpenAsync();

        var answer = await context.BeginSeriesAsync(Begin(unit), Clock(), Hand, Ct);

        answer.Refusal.ShouldBeNull();
        answer.Kept!.Planned.ShouldBe(SeriesRules.MeetingsAhead);
        answer.Kept.Came.Count.ShouldBe(3);
        context.ChangeTracker.Clear();
        var rows = await context.Meetings.AsNoTracking().OrderBy(row => row.StartsAt).ToListAsync(Ct);
        rows.Count.ShouldBe(SeriesRules.MeetingsAhead);
        rows.ShouldAllBe(row => TimeZoneInfo.ConvertTime(row.StartsAt, Oslo).Hour == 9 && row.SlotAt == row.StartsAt);
        (await context.Attendances.CountAsync(Ct)).ShouldBe(SeriesRules.MeetingsAhead * 3);
        var read = await context.FindMeetingAsync(rows[4].Id, Ct);
        read!.People.Select(place => place.PersonId).ShouldBe(people.Cast<Guid?>(), ignoreOrder: true);
        (
            await context.BeginSeriesAsync(Begin(unit) with { Id = answer.Kept.Series.Id }, Clock(), Hand, Ct)
        ).Kept.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_plan_each_meeting_once(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (unit, _) = await UnitAsync(node, 2);
        var begin = Begin(unit);
        await using (var context = await node.OpenAsync())
        {
            await context.BeginSeriesAsync(begin, Clock(), Hand, Ct);
        }
        var later = Today.AddDays(100);
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async _ =>
                {
                    await using var other = await node.OpenAsync();
                    await other.KeepSeriesAsync(begin.Id, Clock(later), Now.AddDays(100), Ct);
                })
        );
        await using var read = await node.OpenAsync();
        var slots = await read.Meetings.Select(row => row.SlotAt).ToListAsync(Ct);
        slots.Distinct().Count().ShouldBe(slots.Count);
        (await read.Meetings.CountAsync(row => row.StartsAt >= Now.AddDays(100), Ct)).ShouldBe(
            SeriesRules.MeetingsAhead
        );
        (
            await read
                .Attendances.GroupBy(place => new { place.MeetingId, place.PersonId })
                .AnyAsync(g => g.Count() > 1, Ct)
        ).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Who_comes_to_the_unit_is_asked_and_who_leaves_is_taken_off(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (unit, people) = await UnitAsync(node, 2);
        var begin = Begin(unit);
        await using var context = await node.OpenAsync();
        await context.BeginSeriesAsync(begin, Clock(), Hand, Ct);
        context.ChangeTracker.Clear();
        (await context.KeepSeriesAsync(begin.Id, Clock(), Now, Ct)).Kept!.Came.ShouldBeEmpty();
        var newcomer = await PersonAsync(node, unit);
        var gone = people[0];
        await context
            .Memberships.Where(place => place.PersonId == gone)
            .ExecuteUpdateAsync(to => to.SetProperty(place => place.Until, Today.AddDays(-1)), Ct);
        context.ChangeTracker.Clear();

        var kept = (await context.KeepSeriesAsync(begin.Id, Clock(), Now, Ct)).Kept!;

        kept.Came.Select(place => place.PersonId).ShouldBe([newcomer]);
        kept.Left.Select(place => place.PersonId).ShouldBe([gone]);
        context.ChangeTracker.Clear();
        (await context.Attendances.Select(place => place.PersonId).Distinct().ToListAsync(Ct)).ShouldBe(
            [people[1], newcomer],
            ignoreOrder: true
        );
    }

    [Theory, EachDatabase]
    public async Task Another_rhythm_keeps_what_was_held_moved_called_off_or_given_a_guest(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (unit, _) = await UnitAsync(node, 1);
        var begin = Begin(unit);
        await using var context = await node.OpenAsync();
        await context.BeginSeriesAsync(begin, Clock(), Hand, Ct);
        context.ChangeTracker.Clear();
        var before = await context.Meetings.AsNoTracking().OrderBy(row => row.StartsAt).ToListAsync(Ct);
        var (moved, off, guest) = (before[4], before[5], before[6]);
        await DoAsync(context, moved.Id, new MoveMeeting(moved.StartsAt.AddDays(1), 30, "Rom 2", ""));
        await DoAsync(context, off.Id, new CancelMeeting("Ferie"));
        await DoAsync(context, guest.Id, new Invite(Guid.CreateVersion7(), null, "Per Arne", AttendeeRole.Guest));

        var from = new DateOnly(2026, 6, 1);
        var next = Begin(unit) with { Form = Form with { Rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", FirstOn = from } };
        var (old, added) = await context.ContinueSeriesAsync(begin.Id, next, Clock(), Hand, Ct);

        (old.Refusal, added.Refusal).ShouldBe((null, null));
        context.ChangeTracker.Clear();
        var rows = await context.Meetings.AsNoTracking().OrderBy(row => row.StartsAt).ToListAsync(Ct);
        rows.Where(row => row.SeriesId == begin.Id)
            .Select(row => row.Id)
            .ShouldBe(
                before
                    .Where(row => row.StartsAt < new DateTimeOffset(2026, 5, 31, 22, 0, 0, TimeSpan.Zero))
                    .Select(row => row.Id)
                    .Concat([moved.Id, off.Id, guest.Id])
                    .Distinct(),
                ignoreOrder: true
            );
        rows.Count(row => row.SeriesId == next.Id).ShouldBe(SeriesRules.MeetingsAhead);
        old.Kept!.Dropped.Count.ShouldBe(before.Count - rows.Count(row => row.SeriesId == begin.Id));
        var former = await context.FindSeriesAsync(next.Id, Ct);
        (former!.FormerId, former.FirstOn).ShouldBe((begin.Id, new DateOnly(2026, 6, 4)));
        (await context.FindSeriesAsync(begin.Id, Ct))!.EndsBefore.ShouldBe(from);
        // Sent twice it is once.
        (await context.ContinueSeriesAsync(begin.Id, next, Clock(), Hand, Ct)).Old.Kept.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Another_place_follows_where_a_meeting_has_none_of_its_own(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (unit, _) = await UnitAsync(node, 1);
        var begin = Begin(unit);
        await using var context = await node.OpenAsync();
        await context.BeginSeriesAsync(begin, Clock(), Hand, Ct);
        context.ChangeTracker.Clear();
        var first = await context.Meetings.AsNoTracking().OrderBy(row => row.StartsAt).FirstAsync(Ct);
        await DoAsync(context, first.Id, new MoveMeeting(first.StartsAt, 30, "Kantina", ""));

        var answer = await context.DoWithSeriesAsync(
            begin.Id,
            new ChangeSeries("Møtet vårt", "Rom 9", "", false, true),
            Clock(),
            Hand,
            Ct
        );

        answer.Act.ShouldBe(SeriesAct.Changed);
        context.ChangeTracker.Clear();
        var rows = await context.Meetings.AsNoTracking().OrderBy(row => row.StartsAt).ToListAsync(Ct);
        rows.Select(row => row.Place).Distinct().ShouldBe(["Kantina", "Rom 9"]);
        rows.ShouldAllBe(row => row.Title == "Møtet vårt" && row.ConcernsWork);
        // What calendars know of each is told by the series; only the one that was moved has a change of its own.
        rows.Sum(row => row.Sequence).ShouldBe(1);
        (await context.SeriesEvents.Select(entry => entry.What).ToListAsync(Ct)).ShouldBe(
            ["series-begun", "series-changed"],
            ignoreOrder: true
        );
    }

    [Theory, EachDatabase]
    public async Task A_guest_is_asked_to_all_and_taken_off_all(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (unit, _) = await UnitAsync(node, 1);
        var begin = Begin(unit);
        await using var context = await node.OpenAsync();
        await context.BeginSeriesAsync(begin, Clock(), Hand, Ct);
        context.ChangeTracker.Clear();
        var guest = new SeriesGuest(Guid.CreateVersion7(), null, "Per Arne", "per@eiendom.example");

        var came = await context.DoWithSeriesAsync(begin.Id, new AddGuest(guest), Clock(), Hand, Ct);
        context.ChangeTracker.Clear();
        (await context.Attendances.CountAsync(place => place.Email == guest.Email, Ct)).ShouldBe(
            SeriesRules.MeetingsAhead
        );
        var left = await context.DoWithSeriesAsync(begin.Id, new RemoveGuest(guest.Id), Clock(), Hand, Ct);

        (came.Kept!.Came.Single().Name, left.Kept!.Left.Single().Name).ShouldBe(("Per Arne", "Per Arne"));
        context.ChangeTracker.Clear();
        (await context.Attendances.AnyAsync(place => place.Email == guest.Email, Ct)).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task What_tells_of_it_is_stored_with_it_or_not_at_all(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (unit, _) = await UnitAsync(node, 1);
        await using var context = await node.OpenAsync();
        var clock = Clock() with { Also = (_, _, _) => throw new InvalidOperationException("no mail") };

        await Should.ThrowAsync<InvalidOperationException>(() =>
            context.BeginSeriesAsync(Begin(unit), clock, Hand, Ct)
        );

        context.ChangeTracker.Clear();
        (await context.MeetingSeries.AnyAsync(Ct)).ShouldBeFalse();
        (await context.Meetings.AnyAsync(Ct)).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task A_year_of_weeks_goes_on_over_both_changes_of_the_clock(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (unit, _) = await UnitAsync(node, 1);
        var begin = Begin(unit) with { Form = Form with { Rule = "FREQ=WEEKLY;BYDAY=TU" } };
        await using var context = await node.OpenAsync();
        await context.BeginSeriesAsync(begin, Clock(), Hand, Ct);
        for (var day = 1; day <= 366; day += 3)
        {
            context.ChangeTracker.Clear();
            await context.KeepSeriesAsync(begin.Id, Clock(Today.AddDays(day)), Now.AddDays(day), Ct);
        }
        context.ChangeTracker.Clear();
        var rows = await context.Meetings.AsNoTracking().OrderBy(row => row.SlotAt).ToListAsync(Ct);
        rows.Count.ShouldBeInRange(64, 66);
        rows.ShouldAllBe(row => TimeZoneInfo.ConvertTime(row.StartsAt, Oslo).TimeOfDay == TimeSpan.FromHours(9));
        rows.Zip(rows.Skip(1))
            .ShouldAllBe(two => two.Second.StartsAt.Date - two.First.StartsAt.Date == TimeSpan.FromDays(7));
    }

    private static Task DoAsync(EndreContext context, Guid id, PlanningCommand command) =>
        context.DoWithPlannedAsync(
            id,
            _ => Task.FromResult<MeetingCommand>(command),
            Hand,
            (_, _, _) => Task.CompletedTask,
            Ct
        );

    private static SeriesForm Form { get; } =
        new("Forbedringsmøte", "FREQ=MONTHLY;BYDAY=1TU", Today, new TimeOnly(9, 0), 30, "Rom 1", "", false, false);

    private static BeginSeries Begin(Guid unit) => new(Guid.CreateVersion7(), unit, Form);

    private static SeriesClock Clock(DateOnly? today = null)
    {
        var day = today ?? Today;
        return new(day, Oslo, (rule, first) => RuleDays.From(rule, first, day.AddDays(SeriesRules.DaysAhead), 5000));
    }

    private static async Task<(Guid Unit, List<Guid> People)> UnitAsync(StorageNode node, int people)
    {
        var unit = new UnitRow { Name = "Team nord", Kind = UnitKind.Team };
        await using (var context = await node.OpenAsync())
        {
            context.Add(unit);
            await context.SaveChangesAsync(Ct);
        }
        var ids = new List<Guid>();
        for (var at = 0; at < people; at++)
        {
            ids.Add(await PersonAsync(node, unit.Id));
        }
        return (unit.Id, ids);
    }

    private static async Task<Guid> PersonAsync(StorageNode node, Guid unit)
    {
        await using var context = await node.OpenAsync();
        var person = new Person { DisplayName = "Kari", UserName = $"{Guid.CreateVersion7()}" };
        person.NormalizedUserName = person.UserName.ToUpperInvariant();
        context.Add(person);
        context.Add(
            new Membership
            {
                PersonId = person.Id,
                UnitId = unit,
                Role = UnitRole.Employee,
            }
        );
        await context.SaveChangesAsync(Ct);
        return person.Id;
    }
}

using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Planning;
using Endre.Storage.ActionItems;
using Endre.Storage.Meetings;

namespace Endre.Testing;

/// <summary>Meetings as they are when they have been held.</summary>
public static class Meetings
{
    private static CancellationToken Ct => CancellationToken.None;

    /// <summary>A meeting that began and ended twenty minutes ago.</summary>
    /// <param name="app">The program.</param>
    /// <param name="unit">The unit that met.</param>
    /// <param name="title">What it was called.</param>
    /// <param name="matters">What was on its agenda.</param>
    public static Task<Guid> HeldMeetingAsync(
        this AppUnderTest app,
        Guid unit,
        string title,
        params IReadOnlyList<HeldMatter> matters
    ) => app.MeetingAsync(unit, title, people: [], isOver: true, matters);

    /// <summary>A meeting that goes on, or is over.</summary>
    /// <param name="app">The program.</param>
    /// <param name="unit">The unit that meets.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="people">Who is there; the first holds it.</param>
    /// <param name="isOver">Whether it is over.</param>
    /// <param name="matters">What is on its agenda.</param>
    public static async Task<Guid> MeetingAsync(
        this AppUnderTest app,
        Guid unit,
        string title,
        IReadOnlyList<TestPerson> people,
        bool isOver,
        params IReadOnlyList<HeldMatter> matters
    )
    {
        var now = app.Time.GetUtcNow();
        var id = Guid.CreateVersion7();
        var chair = people.Count > 0 ? people[0].Id : (await app.EmployeeAsync($"Møteleder {id:N}")).Id;
        var hand = new MeetingRecords.Hand(PersonId: null, now.AddMinutes(-40));
        var plan = new PlanMeeting(
            id,
            unit,
            Series: null,
            title,
            now.AddMinutes(-40),
            20,
            "Møterom Fjæra",
            VideoLink: null
        );
        await app.InStorageAsync(storage => storage.PlanMeetingAsync(plan, hand, Ct));
        await app.InStorageAsync(async storage =>
        {
            for (var at = 0; at < people.Count; at++)
            {
                storage.Add(
                    AttendanceRow.Of(
                        id,
                        at,
                        new Attendance(Guid.CreateVersion7(), people[at].Id, "", AttendeeRole.Member, Presence.Present)
                    )
                );
            }
            for (var at = 0; at < matters.Count; at++)
            {
                storage.Add(MatterRow.Of(id, at, matters[at].Matter));
                foreach (var decision in matters[at].Decisions)
                {
                    var made = new MeetingDecision(Guid.CreateVersion7(), matters[at].Matter.Id, decision, now);
                    storage.Add(MeetingDecisionRow.Of(id, at, made));
                }
            }
            return await storage.SaveChangesAsync();
        });
        foreach (var make in matters.SelectMany(matter => matter.Actions))
        {
            var acting = new ActionItemRecords.Hand(null, now, DateOnly.FromDateTime(now.UtcDateTime));
            var origin = new RecordReference(RecordKind.Meeting, id);
            await app.InStorageAsync(storage =>
                storage.MakeActionItemAsync(make with { UnitId = unit }, origin, acting, Ct)
            );
        }
        await app.InStorageAsync(storage => storage.DoWithMeetingAsync(id, new BeginMeeting(chair), hand, Ct));
        if (isOver)
        {
            await app.EndAsync(id, now.AddMinutes(-20));
        }
        return id;
    }

    /// <summary>Ends a meeting.</summary>
    /// <param name="app">The program.</param>
    /// <param name="id">Which.</param>
    /// <param name="at">When.</param>
    public static Task EndAsync(this AppUnderTest app, Guid id, DateTimeOffset at) =>
        app.InStorageAsync(storage =>
            storage.DoWithMeetingAsync(id, new EndMeeting(), new MeetingRecords.Hand(null, at), Ct)
        );
}

/// <summary>A matter of a meeting, with what came of it.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Decisions">What was decided.</param>
/// <param name="Actions">Which action items were made; their unit is the meeting's.</param>
public sealed record HeldMatter(
    Matter Matter,
    IReadOnlyList<string> Decisions,
    params IReadOnlyList<MakeActionItem> Actions
)
{
    /// <summary>A matter that was ticked.</summary>
    /// <param name="title">What it was about.</param>
    /// <param name="text">What was said.</param>
    /// <param name="decisions">What was decided.</param>
    public static HeldMatter Of(string title, string text, params IReadOnlyList<string> decisions) =>
        new(
            new Matter(Guid.CreateVersion7(), MatterKind.Own, title, Subject: null, Minutes: 5)
            {
                Text = text,
                IsTicked = true,
            },
            decisions
        );

    /// <summary>The same with an action item.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="owner">Who answers for it.</param>
    /// <param name="due">The last day.</param>
    /// <param name="step">What one begins with.</param>
    public HeldMatter WithAction(string what, TestPerson owner, DateOnly due, string step)
    {
        var make = new MakeActionItem(Guid.CreateVersion7(), Guid.Empty, what, step, owner.Id, due, IsSmall: false);
        return this with
        {
            Matter = Matter with { ActionItems = [.. Matter.ActionItems, make.Id] },
            Actions = [.. Actions, make],
        };
    }
}

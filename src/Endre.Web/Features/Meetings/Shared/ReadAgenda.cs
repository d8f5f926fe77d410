using System.Collections.Immutable;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Agendas;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Web.Meetings;
using Endre.Web.Texts;

namespace Endre.Web.Features.Meetings.Shared;

/// <summary>What stands on a meeting's agenda: made afresh until the meeting begins.</summary>
internal sealed class ReadAgenda(
    EndreContext database,
    IEnumerable<IAgendaSource> sources,
    Texts<MeetingTexts> texts,
    TimeProvider clock
)
{
    public async Task<AgendaReading> ReadAsync(Meeting meeting, MeetingUnit unit, CancellationToken ct)
    {
        var news = await NewsAsync(unit, ct);
        if (meeting.State is MeetingState.Running or MeetingState.Held)
            return new AgendaReading(meeting.Matters, meeting.Matters, MoreNewHassles: 0, ById(news));
        var earlier = await database.ReadEarlierMattersAsync(meeting, [.. unit.Own], clock.GetUtcNow(), ct);
        var made = earlier.SelectMany(other => other.Matter.ActionItems).Distinct().ToList();
        var ground = new AgendaGround(
            [.. news.Select(one => one.Entry)],
            earlier,
            await database.ReadOpenAsync(made, ct),
            new LastMatters([texts["Managed"], texts["Improve"], texts["Problems"]], texts["Planning"])
        );
        var agenda = Agenda.Of(meeting, ground);
        return new AgendaReading(
            agenda,
            AgendaTimes.Spread(agenda, meeting.Minutes),
            ground.MoreNewHassles,
            ById(news)
        );
    }

    /// <summary>What the areas want taken up today.</summary>
    public async Task<IReadOnlyList<AgendaNews>> NewsAsync(MeetingUnit unit, CancellationToken ct)
    {
        var news = new List<AgendaNews>();
        foreach (var source in sources)
            news.AddRange(await source.ReadAsync(unit, ct));
        return news;
    }

    private static Dictionary<Guid, AgendaNews> ById(IReadOnlyList<AgendaNews> news) =>
        news.DistinctBy(one => one.Entry.Subject.Id).ToDictionary(one => one.Entry.Subject.Id);
}

/// <summary>An agenda.</summary>
/// <param name="Arranged">The matters in their order, with the minutes that were given by hand.</param>
/// <param name="Matters">The same, each with its minutes.</param>
/// <param name="MoreNewHassles">How many new hassles wait beyond those.</param>
/// <param name="News">What the areas tell today, by the record that it is about.</param>
internal sealed record AgendaReading(
    ImmutableArray<Matter> Arranged,
    ImmutableArray<Matter> Matters,
    int MoreNewHassles,
    IReadOnlyDictionary<Guid, AgendaNews> News
);

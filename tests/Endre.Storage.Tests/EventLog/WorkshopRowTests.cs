using Endre.Storage.EventLog;
using Endre.Storage.Workshops;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.EventLog;

public sealed class WorkshopRowTests
{
    private readonly Guid _workshop = Guid.CreateVersion7();

    [Theory, EachDatabase]
    public async Task The_row_is_written_with_the_events_and_read_as_an_entity(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var row = Row(_workshop, "482913");
        await node.Log.AppendAsync(_workshop, 0, _ => Events("made", "opened") with { Row = row }, Ct);

        await using (var context = await node.OpenAsync())
        {
            var read = await context.Workshops.SingleAsync(workshop => workshop.Id == _workshop, Ct);
            read.ShouldBeEquivalentTo(row);
            read.LastSequence.ShouldBe(2);
        }

        row.State = WorkshopRow.Closed;
        row.ClosedAt = Now.AddHours(3);
        await node.Log.AppendAsync(_workshop, 2, _ => Events("closed") with { Row = row }, Ct);

        await using (var context = await node.OpenAsync())
        {
            var read = await context.Workshops.SingleAsync(workshop => workshop.ClosedAt > Now, Ct);
            (read.State, read.LastSequence).ShouldBe((WorkshopRow.Closed, 3));
        }
    }

    [Theory, EachDatabase]
    public async Task Two_open_workshops_cannot_have_the_same_code(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var second = Guid.CreateVersion7();
        await node.Log.AppendAsync(_workshop, 0, _ => Events("made") with { Row = Row(_workshop, "482913") }, Ct);

        await Should.ThrowAsync<WorkshopCodeTaken>(() =>
            node.Log.AppendAsync(second, 0, _ => Events("made") with { Row = Row(second, "482913") }, Ct)
        );
        (await node.Log.TipAsync(second, Ct)).ShouldBe(0);

        await node.Log.AppendAsync(
            _workshop,
            1,
            _ => Events("closed") with { Row = Row(_workshop, "482913", WorkshopRow.Closed) },
            Ct
        );
        var last = await node.Log.AppendAsync(second, 0, _ => Events("made") with { Row = Row(second, "482913") }, Ct);
        last.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_row_of_an_owner_who_does_not_exist_is_refused_with_its_events(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var row = Row(_workshop, "482913");
        row.OwnerId = Guid.CreateVersion7();

        await Should.ThrowAsync<AppendConflict>(() =>
            node.Log.AppendAsync(_workshop, 0, _ => Events("made") with { Row = row }, Ct)
        );
        (await node.Log.AllAsync(_workshop)).ShouldBeEmpty();
    }
}

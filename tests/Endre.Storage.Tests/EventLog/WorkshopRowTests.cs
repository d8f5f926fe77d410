using Endre.Storage.EventLog;
using Endre.Storage.People;
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
    public async Task The_owner_is_kept_as_long_as_there_is_such_a_person(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var owner = new Person { DisplayName = "Kari" };
        context.Users.Add(owner);
        await context.SaveChangesAsync(Ct);
        var row = Row(_workshop, "482913");
        row.OwnerId = owner.Id;

        await node.Log.AppendAsync(_workshop, 0, _ => Events("made") with { Row = row }, Ct);
        (await context.Workshops.AsNoTracking().SingleAsync(Ct)).OwnerId.ShouldBe(owner.Id);

        context.Users.Remove(owner);
        await context.SaveChangesAsync(Ct);
        await node.Log.AppendAsync(_workshop, 1, _ => Events("renamed") with { Row = row }, Ct);
        (await context.Workshops.AsNoTracking().SingleAsync(Ct)).OwnerId.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task A_row_that_the_database_refuses_takes_its_events_along(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var row = Row(_workshop, "482913");
        row.Title = null!;

        await Should.ThrowAsync<AppendConflict>(() =>
            node.Log.AppendAsync(_workshop, 0, _ => Events("made") with { Row = row }, Ct)
        );
        (await node.Log.AllAsync(_workshop)).ShouldBeEmpty();
    }
}

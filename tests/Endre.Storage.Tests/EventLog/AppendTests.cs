using Endre.Storage.EventLog;
using Endre.Testing;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.EventLog;

public sealed class AppendTests
{
    private readonly Guid _stream = Guid.CreateVersion7();

    [Theory, EachDatabase]
    public async Task What_is_stored_is_read_as_it_was(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var command = Guid.CreateVersion7();
        byte[] everyByte = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        var longWord = new string('ø', 300);

        var last = await node.Log.AppendAsync(
            _stream,
            0,
            _ => new Appending([
                new NewEvent(Now.ToOffset(TimeSpan.FromHours(2)), "note-written", "group:3 👩‍🚒", command, everyByte),
                new NewEvent(DateTimeOffset.UnixEpoch, longWord, "", null, ReadOnlyMemory<byte>.Empty),
            ]),
            Ct
        );

        last.ShouldBe(2);
        var events = await node.Log.AllAsync(_stream);
        events[0].Sequence.ShouldBe(1);
        events[0].At.ShouldBe(Now);
        events[0].At.Offset.ShouldBe(TimeSpan.Zero);
        (events[0].Kind, events[0].Audience, events[0].CommandId).ShouldBe(("note-written", "group:3 👩‍🚒", command));
        events[0].Payload.ToArray().ShouldBe(everyByte);
        events[1].Kind.ShouldBe(longWord);
        events[1].Audience.ShouldBe("");
        events[1].CommandId.ShouldBeNull();
        events[1].Payload.Length.ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task A_stream_that_has_not_begun_is_empty(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        (await node.Log.TipAsync(_stream, Ct)).ShouldBe(0);
        (await node.Log.AllAsync(_stream)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_decider_is_given_what_it_has_not_seen(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await node.Log.AppendAsync(_stream, 0, "a", "b", "c");
        await node.Log.AppendAsync(Guid.CreateVersion7(), 0, "of another stream");
        string[] missed = [];

        var last = await node.Log.AppendAsync(
            _stream,
            1,
            events =>
            {
                missed = [.. events.Select(stored => stored.Text())];
                return Events("d");
            },
            Ct
        );

        missed.ShouldBe(["b", "c"]);
        last.ShouldBe(4);
        (await node.Log.TextsAsync(_stream)).ShouldBe(["a", "b", "c", "d"]);
    }

    [Theory, EachDatabase]
    public async Task A_refusal_stores_nothing_and_answers_the_tip(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await node.Log.AppendAsync(_stream, 0, "a", "b");

        (await node.Log.AppendAsync(_stream, 0, _ => Appending.Nothing, Ct)).ShouldBe(2);

        (await node.Log.AppendAsync(_stream, 2, "c")).ShouldBe(3);
        (await node.Log.TipAsync(_stream, Ct)).ShouldBe(3);
    }

    [Theory, EachDatabase]
    public async Task A_decision_that_throws_stores_nothing_and_disturbs_nobody(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        Task<long> Failing() =>
            node.Log.AppendAsync(_stream, 0, _ => throw new TimeoutException("a fault in a rule"), Ct);

        var failures = Enumerable.Range(0, 5).Select(_ => Failing()).ToList();
        var others = Enumerable.Range(0, 5).Select(_ => node.Log.AppendAsync(_stream, 0, "kept")).ToList();

        foreach (var failure in failures)
        {
            (await Should.ThrowAsync<TimeoutException>(() => failure)).Message.ShouldBe("a fault in a rule");
        }
        (await Task.WhenAll(others)).Order().ShouldBe([1, 2, 3, 4, 5]);
    }

    [Theory, EachDatabase]
    public async Task A_command_is_stored_once_in_a_stream(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var command = Guid.CreateVersion7();
        Task<long> Append(Guid stream, long known) =>
            node.Log.AppendAsync(stream, known, _ => new Appending([Event("once", command)]), Ct);

        await Append(_stream, 0);
        await Should.ThrowAsync<CommandAlreadyStored>(() => Append(_stream, 1));

        (await node.Log.AppendAsync(_stream, 1, "next", "without a command")).ShouldBe(3);
        (await Append(Guid.CreateVersion7(), 0)).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task All_events_of_a_decision_are_stored_or_none(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var command = Guid.CreateVersion7();
        await node.Log.AppendAsync(_stream, 0, _ => new Appending([Event("a", command)]), Ct);

        var conflicting = node.Log.AppendAsync(
            _stream,
            1,
            _ => new Appending([Event("b"), Event("c"), Event("d", command), Event("e")]),
            Ct
        );
        var beside = node.Log.AppendAsync(_stream, 0, "f");

        await Should.ThrowAsync<CommandAlreadyStored>(() => conflicting);
        (await beside).ShouldBe(2);
        (await node.Log.TextsAsync(_stream)).ShouldBe(["a", "f"]);
    }

    [Theory, EachDatabase]
    public async Task The_same_command_on_two_connections_at_once_happens_once(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var command = Guid.CreateVersion7();

        // As the workshop does it: a command whose event is among the missed is not decided again.
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ =>
                    node.Log.AppendAsync(
                        _stream,
                        0,
                        missed =>
                            missed.Any(stored => stored.CommandId == command)
                                ? Appending.Nothing
                                : new Appending([Event("once", command)]),
                        Ct
                    )
                )
        );

        answers.ShouldAllBe(sequence => sequence == 1);
        (await node.Log.TextsAsync(_stream)).ShouldBe(["once"]);
    }

    [Theory, EachDatabase]
    public async Task A_caller_who_remembers_more_than_is_stored_is_told(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await node.Log.AppendAsync(_stream, 0, "a");
        await Should.ThrowAsync<StreamIsShorter>(() => node.Log.AppendAsync(_stream, 2, "c"));
        await Should.ThrowAsync<StreamIsShorter>(() => node.Log.AppendAsync(Guid.CreateVersion7(), 1, "b"));
        (await node.Log.AppendAsync(_stream, 1, "b")).ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task A_caller_who_has_gone_is_not_decided_for(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            node.Log.AppendAsync(_stream, 0, _ => Events("never"), gone.Token)
        );
        (await node.Log.TipAsync(_stream, Ct)).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task A_part_of_a_stream_can_be_read(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await node.Log.AppendAsync(_stream, 0, "a", "b", "c", "d", "e");

        (await node.Log.ReadAsync(_stream, 1, 2, Ct)).Select(stored => stored.Text()).ShouldBe(["b", "c"]);
        (await node.Log.ReadAsync(_stream, 4, 100, Ct)).Select(stored => stored.Sequence).ShouldBe([5]);
        (await node.Log.ReadAsync(_stream, 5, 100, Ct)).ShouldBeEmpty();
        (await node.Log.ReadAsync(_stream, 700, 100, Ct)).ShouldBeEmpty();
    }
}

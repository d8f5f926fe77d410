using System.Diagnostics.Metrics;
using Endre.Storage.Messages;

namespace Endre.Web.Messages.Sending;

/// <summary>How mail goes, told to whoever watches the installation: numbers, kinds and classes of faults, no people.</summary>
internal sealed partial class MailWatch
{
    private readonly ILogger<MailWatch> logger;
    private readonly Counter<long> sent;
    private readonly Counter<long> failed;
    private readonly Counter<long> givenUp;
    private long waiting;

    public MailWatch(IMeterFactory meters, ILogger<MailWatch> logger)
    {
        this.logger = logger;
        var meter = meters.Create("Endre.Mail");
        sent = meter.CreateCounter<long>("endre.mail.sent", description: "Mail that was taken.");
        failed = meter.CreateCounter<long>("endre.mail.failed", description: "Tries that did not get through.");
        givenUp = meter.CreateCounter<long>("endre.mail.given_up", description: "Mail that is not tried again.");
        meter.CreateObservableGauge(
            "endre.mail.waiting",
            () => Interlocked.Read(ref waiting),
            description: "Mail that waits or is tried again, at the last round of this node."
        );
    }

    public void Sent(MessageRow row, string state)
    {
        sent.Add(1);
        WasSent(row.Kind, row.Id, state);
    }

    public void Failed(MessageRow row, MailFault fault, bool isGivenUp)
    {
        NotSent(row.Kind, row.Id, fault.Word, isGivenUp ? "given up" : "tried again");
        failed.Add(1, new KeyValuePair<string, object?>("error", fault.Word));
        if (isGivenUp)
        {
            givenUp.Add(1);
        }
    }

    public void Waits(long count) => Interlocked.Exchange(ref waiting, count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail of kind {Kind}, message {Id}: {State}.")]
    private partial void WasSent(string kind, Guid id, string state);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Mail of kind {Kind}, message {Id}, did not get through: {Error}; {Then}."
    )]
    private partial void NotSent(string kind, Guid id, string error, string then);
}

using Endre.Domain.Hassles.Channels;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.Channels;

/// <summary><c>/avvik-og-varsling</c>: where the organization takes in what is no hassle. For administrators.</summary>
internal static class ChangeChannels
{
    public static async Task<IResult> ShowAsync(bool? lagret, EndreContext database, CancellationToken ct)
    {
        var channels = await database.ReadChannelsAsync(ct);
        return Page.Of<ChangeChannelsPage>(
            new
            {
                Typed = Enum.GetValues<ChannelKind>()
                    .ToDictionary(kind => kind, kind => channels.GetValueOrDefault(kind)?.Address),
                IsSaved = lagret is true,
            }
        );
    }

    public static async Task<IResult> HandleAsync(
        HttpRequest request,
        EndreContext database,
        AuditLog audit,
        CancellationToken ct
    )
    {
        var form = await request.ReadFormAsync(ct);
        var typed = Enum.GetValues<ChannelKind>()
            .ToDictionary(kind => kind, kind => form.Text(ReportingChannel.WordOf(kind)));
        var before = await database.ReadChannelsAsync(ct);
        var faults = FormFaults.None;
        var changes = new List<(string Name, string? Value)>();
        foreach (var (kind, text) in typed)
        {
            if (ReportingChannel.Read(kind, text, out var channel) is { } refusal)
            {
                faults.Add(refusal.Field!, RefusalTexts.Sentence(refusal));
            }
            else if (channel != before.GetValueOrDefault(kind))
            {
                await database.SetChannelAsync(kind, channel, ct);
                // The log holds no words that somebody wrote.
                changes.Add((ReportingChannel.WordOf(kind), channel is null ? "removed" : "set"));
            }
        }
        if (!faults.IsEmpty)
        {
            return Page.Refused<ChangeChannelsPage>(new { Typed = typed, Faults = faults });
        }
        if (changes.Count > 0)
        {
            audit.Record(nameof(ChangeChannels), "organization", subjectId: null, changes);
            await database.SaveChangesAsync(ct);
        }
        return Page.SeeOther($"{ChannelRoutes.Change}?lagret=true");
    }
}

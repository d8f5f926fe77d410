using Endre.Domain.Workshops.Groups;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Workshops.JoinWorkshop;

/// <summary>What somebody says of who is at the device: one, two, or a table with a scribe.</summary>
public sealed record JoinForm
{
    public const string Table = "table";

    public string? Name { get; init; }

    /// <summary><c>1</c>, <c>2</c> or <see cref="Table"/>.</summary>
    public string Who { get; init; } = "1";

    /// <summary>How many sit at the table; only asked for with <see cref="Table"/>.</summary>
    public string? TableHeads { get; init; } = "4";

    public string? GroupId { get; init; }

    public JoinTicket? Ticket { get; init; }

    public bool IsScribe => Who == Table;

    public int Heads =>
        Who switch
        {
            "1" => 1,
            "2" => 2,
            _ => int.TryParse(TableHeads, System.Globalization.CultureInfo.InvariantCulture, out var heads) ? heads : 0,
        };

    public static JoinForm Of(Participant participant) =>
        new()
        {
            Name = participant.Name,
            Who = participant switch
            {
                { IsScribe: false, Heads: 1 } => "1",
                { IsScribe: false, Heads: 2 } => "2",
                _ => Table,
            },
            TableHeads = Math.Max(participant.Heads, 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    public static JoinForm Read(IFormCollection form) =>
        new()
        {
            Name = form.Text("name"),
            Who = form.Text("who") ?? "1",
            TableHeads = form.Text("heads"),
            GroupId = form.Text("groupId"),
            Ticket =
                form.Id("commandId") is { } id
                && form.Text("ticket") is { Length: > 40 and < 100 } token
                && token.StartsWith(ParticipantToken.Prefix, StringComparison.Ordinal)
                    ? new JoinTicket(id, token)
                    : null,
        };

    internal JoinWorkshop.Input For(string code) => new(code, Name, Heads, GroupId, IsScribe);
}

/// <summary>What a form carries, so that sending it twice joins once.</summary>
/// <param name="ParticipantId">The id the device gets.</param>
/// <param name="Token">The secret it gets.</param>
public sealed record JoinTicket(Guid ParticipantId, string Token);

using Endre.Domain.Improvements.Drivers;
using Endre.Storage;
using Endre.Storage.Improvements.Drivers;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Improvements.Drivers;

/// <summary>Does one thing in a driver diagram, and shows it again where it was done.</summary>
internal sealed class DrawDrivers(
    EndreContext database,
    ImprovementSight sight,
    ReadOwners people,
    ReadDrivers drivers,
    TimeProvider clock
)
{
    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, string act, DrawDrivers draw) =>
        await draw.DoAsync(
            id,
            act,
            await context.Request.ReadFormAsync(context.RequestAborted),
            context.RequestAborted
        );

    private async Task<IResult> DoAsync(Guid id, string act, IFormCollection form, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var node = form.Id("node") ?? Guid.Empty;
        if (
            await scope.FindAsync(database, id, ct) is not { } improvement
            || !scope.MayWork(improvement)
            || Read(act, node, form) is not { } command
        )
        {
            return ErrorResult.NotFound;
        }
        var hand = new Hand(scope.PersonId, clock.GetUtcNow(), people.Today);
        var refusal = await database.DrawDriversAsync(id, command, hand, ct);
        if (refusal is null)
        {
            return Page.SeeOther($"{ImprovementLinks.Drivers(id)}#{PlaceOf(command, node)}");
        }
        return await drivers.FindAsync(id, new Attempt(form.Text("form") ?? "", refusal, form), ct) is { } view
            ? Page.Refused<DriversPage>(new { View = view })
            : ErrorResult.NotFound;
    }

    private static DriverCommand? Read(string act, Guid node, IFormCollection form) =>
        act switch
        {
            DriverActs.Add => new AddDriver(
                node,
                StoredWord.Find<DriverKind>(form.Text("kind")),
                form.Text("text"),
                form.Text("measure"),
                form.Ids("under"),
                form.Id("measureId")
            ),
            DriverActs.Change => new ChangeDriver(
                node,
                form.Text("text"),
                form.Text("measure"),
                form.Ids("under"),
                form.Id("measureId")
            ),
            DriverActs.Up => new ReorderDriver(node, Up: true),
            DriverActs.Down => new ReorderDriver(node, Up: false),
            DriverActs.Remove => new RemoveDriver(node),
            _ => null,
        };

    private static string PlaceOf(DriverCommand command, Guid node) =>
        command is RemoveDriver ? "liste" : $"driver-{node}";
}

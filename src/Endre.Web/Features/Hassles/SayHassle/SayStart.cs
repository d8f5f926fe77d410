using Endre.Domain.Organizations;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Layout;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Endre.Web.Features.Hassles.SayHassle;

/// <summary>To whom one says it: the unit one belongs to, or one of all; also on the page that a device keeps.</summary>
internal sealed class SayStart(UnitSeats seats, CurrentPerson person) : IHomePart
{
    public async Task<RenderFragment?> ReadAsync(CancellationToken ct)
    {
        var view = await ViewAsync(await seats.ReadAsync(ct), ct);
        return view.Own is null && view.Units.Count == 0
            ? null
            : builder =>
            {
                builder.OpenComponent<SayStartForm>(0);
                builder.AddComponentParameter(1, nameof(SayStartForm.View), view);
                builder.CloseComponent();
            };
    }

    private async Task<SayStartView> ViewAsync(UnitSeats.Known known, CancellationToken ct)
    {
        return await OwnAsync(known, ct) is { } own
            ? new SayStartView(own, [])
            : new SayStartView(null, Choices(known.Tree));
    }

    /// <summary>
    /// <c>/si-fra/uten-nett</c>: the same form for any unit, as nobody. It is kept on the device, so that it holds nothing of
    /// whoever asks for it.
    /// </summary>
    public static async Task<IResult> ShowShellAsync(string? sprak, SayStart start, CancellationToken ct) =>
        new Shell(Language.Find(sprak) ?? Language.Current, await start.ReadTreeAsync(ct));

    private async Task<UnitTree> ReadTreeAsync(CancellationToken ct) => (await seats.ReadAsync(ct)).Tree;

    // The texts are of the language that is asked for, since whoever asks as nobody has no cookie.
    private sealed class Shell(Language language, UnitTree tree) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            language.Use();
            var texts = httpContext.RequestServices.GetRequiredService<Texts<HassleTexts>>();
            var any = new Unit(Guid.Empty, ParentId: null, texts["ShellUnit"], UnitKind.Team);
            var place = new SayPlace(
                any,
                Parent: null,
                FewerThan: null,
                [texts["ShellLeader"]],
                Person: null,
                Place: null,
                new WhereView([], Chosen: null, Retired: null)
            );
            return Page.Of<SayHasslePage>(
                    new
                    {
                        Place = place,
                        Input = SayForm.New(),
                        Units = (IReadOnlyList<UnitChoice>)Choices(tree),
                    }
                )
                .ExecuteAsync(httpContext);
        }
    }

    /// <summary>The unit that the one who is signed in belongs to, or null.</summary>
    public async Task<Unit?> OwnAsync(UnitSeats.Known known, CancellationToken ct)
    {
        if (person.Id is not { } id)
            return null;
        var own = await seats.OfAsync(id, ct);
        return own.OrderBy(membership => membership.Role == UnitRole.Employee ? 0 : 1)
            .ThenBy(membership => membership.Id)
            .Select(membership => known.Tree.Current(membership.UnitId))
            .FirstOrDefault(unit => unit is { IsOpen: true });
    }

    /// <summary>All open units, set in by how deep they lie.</summary>
    public static List<UnitChoice> Choices(UnitTree tree)
    {
        var choices = new List<UnitChoice>();
        Add(parent: null, depth: 0);
        return choices;

        void Add(Guid? parent, int depth)
        {
            foreach (var unit in tree.OpenChildren(parent))
            {
                choices.Add(new UnitChoice(unit.Id, new string('\u2003', depth) + unit.Name));
                Add(unit.Id, depth + 1);
            }
        }
    }
}

/// <summary>Where one begins to say something.</summary>
/// <param name="Own">The unit one belongs to, or null.</param>
/// <param name="Units">The units to choose among, where one belongs to none.</param>
public sealed record SayStartView(Unit? Own, IReadOnlyList<UnitChoice> Units);

using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.SortHassle;

/// <summary>Reads what a hassle may be moved to and merged into.</summary>
internal sealed class SortChoices(EndreContext database)
{
    private const int MostChoices = 200;
    private const int LongestChoice = 90;

    private static readonly string Withdrawn = HassleWords.Of(HassleState.Withdrawn);
    private static readonly string Waiting = HassleWords.Of(HassleState.Waiting);

    /// <returns>Null for whoever may not answer it, and for what was withdrawn.</returns>
    public async Task<SortHassleView?> ReadAsync(HassleSight.Scope scope, Hassle hassle, CancellationToken ct)
    {
        if (!scope.MayAnswer(hassle) || hassle.State == HassleState.Withdrawn)
            return null;
        var merged = await database
            .Hassles.AsNoTracking()
            .Where(row => row.MergedIntoId == hassle.Id && row.State != Withdrawn)
            .Select(row => new MergedHassle(
                row.Id,
                row.Text,
                (row.State == Waiting || row.State == GiveAnswer.Lifted)
                    && database
                        .HassleMessages.Where(message => message.HassleId == row.Id)
                        .OrderByDescending(message => message.Number)
                        .Select(message => message.IsFromWriter)
                        .FirstOrDefault()
            ))
            .ToListAsync(ct);
        if (hassle.MergedIntoId is { } into)
        {
            var one = await scope.FindAsync(database, into, ct);
            return new SortHassleView(hassle.Id, [], [], merged, new MergedHassle(into, one?.Text ?? "–", false));
        }
        var tree = scope.Known.Tree;
        var unit = tree.Current(hassle.AnsweringUnitId)?.Id;
        return new SortHassleView(
            hassle.Id,
            UnitsOf(tree, unit),
            await SameAsync(scope, hassle, ct),
            [.. merged.OrderBy(one => one.Text, StringComparer.CurrentCulture)],
            Into: null
        );
    }

    /// <summary>Whether the two are answered by the same unit, and the person may answer the other one too.</summary>
    public static bool MayMerge(HassleSight.Scope scope, Hassle hassle, Hassle into)
    {
        var tree = scope.Known.Tree;
        return scope.MayAnswer(into)
            && tree.Current(hassle.AnsweringUnitId)?.Id == tree.Current(into.AnsweringUnitId)?.Id;
    }

    private async Task<List<Choice>> SameAsync(HassleSight.Scope scope, Hassle hassle, CancellationToken ct)
    {
        var tree = scope.Known.Tree;
        var unit = tree.Current(hassle.AnsweringUnitId)?.Id;
        var rows = await scope
            .In(database)
            .AsNoTracking()
            .Where(row => row.Id != hassle.Id && row.MergedIntoId == null && row.State != Withdrawn)
            .OrderByDescending(row => row.Week)
            .Select(row => new
            {
                row.Id,
                row.Text,
                row.State,
                Unit = row.MovedToId ?? row.UnitId,
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Where(row => tree.Current(row.Unit)?.Id == unit)
                .OrderBy(row => row.State == Waiting ? 0 : 1)
                .Take(MostChoices)
                .Select(row => new Choice(row.Id.ToString(), Short(row.Text))),
        ];
    }

    // Two units of one name are told apart by where they lie; the top is not said.
    private static List<Choice> UnitsOf(UnitTree tree, Guid? except) =>
        [
            .. tree
                .All.Where(unit => unit.IsOpen && unit.Id != except)
                .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Select(unit => new Choice(
                    unit.Id.ToString(),
                    string.Join(
                        ", ",
                        tree.Ancestors(unit.Id)
                            .Where(above => above.ParentId is not null)
                            .Select(above => above.Name)
                            .Prepend(unit.Name)
                    )
                )),
        ];

    private static string Short(string text) =>
        text.Length <= LongestChoice ? text : $"{text[..LongestChoice].TrimEnd()} …";
}

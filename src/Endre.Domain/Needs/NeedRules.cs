using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Needs;

/// <summary>What may happen with a need.</summary>
public static class NeedRules
{
    /// <summary>States a need.</summary>
    /// <param name="state">What is wanted.</param>
    /// <returns>
    /// <see cref="NeedStated"/>, or refused: <c>TooManyHassles</c>, or what <see cref="FreeText"/> says of the texts.
    /// Fields: <c>who</c>, <c>what</c>, <c>why</c>, <c>hassles</c>.
    /// </returns>
    public static Decision<NeedEvent> State(StateNeed state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Read(state.Who, state.What, state.Why, out var statement) is { } fault)
        {
            return fault;
        }
        var hassles = state.HassleIds.Distinct().ToImmutableList();
        if (hassles.Count > Need.MostHassles)
        {
            return TooMany("TooManyHassles", "hassles", Need.MostHassles);
        }
        return new NeedStated(
            new Need(
                state.Id,
                state.UnitId,
                statement,
                BltState.Start,
                hassles,
                [],
                [],
                [],
                CauseCategory.Defaults,
                A3Sheet.Empty
            )
        );
    }

    /// <summary>Decides a command on a need.</summary>
    /// <param name="need">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <returns>
    /// The event; none when it has happened already (a form sent twice). What each command is refused for stands with its
    /// rules: <see cref="BltRules"/>, <see cref="CauseRules"/>, <see cref="SheetRules"/>.
    /// </returns>
    public static Decision<NeedEvent> Decide(Need need, NeedCommand command)
    {
        ArgumentNullException.ThrowIfNull(need);
        return command switch
        {
            RewordNeed reword => Reword(need, reword),
            TieHassles tie => Tie(need, tie),
            UntieHassle untie => untie.HassleId is { } id && need.HassleIds.Contains(id)
                ? new HassleUntied(id)
                : Decision<NeedEvent>.Happened(),
            _ => BltRules.Decide(need, command)
                ?? CauseRules.Decide(need, command)
                ?? SheetRules.Decide(need, command)
                ?? throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The need after an event.</summary>
    /// <param name="need">Before; null when it is being stated.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Need Evolve(Need? need, NeedEvent happened) =>
        (need, happened) switch
        {
            (null, NeedStated stated) => stated.Need,
            ({ } before, NeedReworded reworded) => before with { Statement = reworded.Statement },
            ({ } before, HasslesTied tied) => before with { HassleIds = before.HassleIds.AddRange(tied.HassleIds) },
            ({ } before, HassleUntied untied) => before with
            {
                HassleIds = before.HassleIds.Remove(untied.HassleId),
                Causes = before.Causes.RemoveAll(cause => cause.HassleId == untied.HassleId),
            },
            ({ } before, _) => BltRules.Evolve(before, happened)
                ?? CauseRules.Evolve(before, happened)
                ?? SheetRules.Evolve(before, happened)
                ?? throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };

    internal static Refusal TooMany(string reason, string field, int most) =>
        new(reason, field, most.ToString(CultureInfo.InvariantCulture));

    /// <summary>The list with a thing put in, or in the place of what it was.</summary>
    internal static ImmutableList<T> Put<T>(this ImmutableList<T> list, T thing, Predicate<T> isSame)
    {
        var at = list.FindIndex(isSame);
        return at < 0 ? list.Add(thing) : list.SetItem(at, thing);
    }

    private static Decision<NeedEvent> Reword(Need need, RewordNeed reword) =>
        Read(reword.Who, reword.What, reword.Why, out var statement) is { } fault ? fault
        : statement == need.Statement ? Decision<NeedEvent>.Happened()
        : new NeedReworded(statement);

    private static Decision<NeedEvent> Tie(Need need, TieHassles tie)
    {
        var added = tie.HassleIds.Distinct().Except(need.HassleIds).ToImmutableList();
        return added.IsEmpty ? Decision<NeedEvent>.Happened()
            : need.HassleIds.Count + added.Count > Need.MostHassles
                ? TooMany("TooManyHassles", "hassles", Need.MostHassles)
            : new HasslesTied(added);
    }

    private static Refusal? Read(string? who, string? what, string? why, out Statement statement)
    {
        statement = new Statement("", "", "");
        if (
            (
                FreeText.Require(who, Statement.LongestWho, "who", out var cleanWho)
                ?? FreeText.Require(what, Statement.LongestPart, "what", out _)
                ?? FreeText.Require(why, Statement.LongestPart, "why", out _)
            ) is
            { } fault
        )
        {
            return fault;
        }
        statement = new Statement(cleanWho, FreeText.Tidy(what!), FreeText.Tidy(why!));
        return null;
    }
}

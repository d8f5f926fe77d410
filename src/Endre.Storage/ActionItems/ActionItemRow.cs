using Endre.Domain.ActionItems;
using Endre.Storage.Privacy;

namespace Endre.Storage.ActionItems;

/// <summary>An action item of a unit. What it comes from are links of the lineage.</summary>
public sealed class ActionItemRow
{
    /// <summary>The longest word of a state or an effect.</summary>
    public const int MaxWordLength = 20;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The unit that decided it. A unit that is closed keeps its action items.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>What is done.</summary>
    public required string What { get; set; }

    /// <summary>What one begins with; may be empty.</summary>
    public required string FirstStep { get; set; }

    /// <summary>The one person who answers for it; null when the account is gone.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>The last day.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>Whether it can be done before the next meeting.</summary>
    public bool IsSmall { get; set; }

    /// <summary>Where it stands: <c>open</c>, <c>done</c> or <c>dropped</c>.</summary>
    public required string State { get; set; }

    /// <summary>What happened, or why nothing comes of it; null while it is open.</summary>
    public string? Ending { get; set; }

    /// <summary>The day on which it ended; null while it is open.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Whether it worked: <c>yes</c>, <c>partly</c>, <c>no</c> or <c>not-yet-known</c>; null while nobody has said.</summary>
    public string? Effect { get; set; }

    /// <summary>How one sees that; null while nobody has said.</summary>
    public string? Seen { get; set; }

    /// <summary>The day on which that was said.</summary>
    public DateOnly? SeenOn { get; set; }

    /// <summary>The day from which «virket det?» waits for an answer; null when it does not.</summary>
    public DateOnly? AsksFrom { get; set; }

    /// <summary>One more at each change: what was decided on must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The row of an action item that was just made.</summary>
    /// <param name="item">The action item.</param>
    public static ActionItemRow Of(ActionItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var row = new ActionItemRow
        {
            Id = item.Id,
            UnitId = item.UnitId,
            What = "",
            FirstStep = "",
            DueOn = item.DueOn,
            State = "",
        };
        row.Fill(item);
        return row;
    }

    /// <summary>Takes over what may change.</summary>
    /// <param name="item">The same action item, as it is now.</param>
    public void Take(ActionItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Fill(item);
        Version++;
    }

    /// <summary>The action item of the row.</summary>
    public ActionItem ToActionItem() =>
        new(
            Id,
            UnitId,
            What,
            FirstStep,
            OwnerId,
            DueOn,
            IsSmall,
            ActionItemWords.State(State),
            Ending is { } text && EndedOn is { } day ? new ActionItemEnding(text, day) : null,
            ActionItemWords.Effect(Effect) is { } effect && SeenOn is { } on
                ? new EffectCheck(effect, Seen ?? "", on)
                : null
        );

    /// <summary>Takes the name of somebody who is erased out of what was written.</summary>
    /// <param name="name">The whole name, as the person had it.</param>
    public void EraseName(string name)
    {
        string Without(string text) => EventNames.Without(text, name);
        var item = ToActionItem();
        var without = item with
        {
            What = Without(item.What),
            FirstStep = Without(item.FirstStep),
            Ending = item.Ending is { } ending ? ending with { Text = Without(ending.Text) } : null,
            Check = item.Check is { } check ? check with { Seen = Without(check.Seen) } : null,
        };
        if (without != item)
        {
            Take(without);
        }
    }

    private void Fill(ActionItem item)
    {
        (What, FirstStep, OwnerId) = (item.What, item.FirstStep, item.OwnerId);
        (DueOn, IsSmall, State) = (item.DueOn, item.IsSmall, ActionItemWords.Of(item.State));
        (Ending, EndedOn) = (item.Ending?.Text, item.Ending?.On);
        (Effect, Seen, SeenOn) = (ActionItemWords.Of(item.Check?.Effect), item.Check?.Seen, item.Check?.On);
        AsksFrom = item.AsksFrom;
    }
}

/// <summary>The words for states and effects, in tables and forms.</summary>
public static class ActionItemWords
{
    /// <summary>The word of a state: <c>open</c>, <c>done</c> or <c>dropped</c>.</summary>
    /// <param name="state">The state.</param>
    public static string Of(ActionItemState state) => StoredWord.Of(state);

    /// <summary>The word of an effect: <c>yes</c>, <c>partly</c>, <c>no</c> or <c>not-yet-known</c>; null for none.</summary>
    /// <param name="effect">The effect.</param>
    public static string? Of(Effect? effect) => effect is { } known ? StoredWord.Of(known) : null;

    /// <summary>The state of a word.</summary>
    /// <param name="word">As it is stored.</param>
    public static ActionItemState State(string word) => StoredWord.Read<ActionItemState>(word);

    /// <summary>The effect of a word; null when there is none.</summary>
    /// <param name="word">As it is stored, or came from outside.</param>
    public static Effect? Effect(string? word) => StoredWord.Find<Effect>(word);
}

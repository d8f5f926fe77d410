using Endre.Domain.ActionItems;

namespace Endre.Domain.Tests.ActionItems;

public sealed class ActionItemRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Owner = new("0199a000-0000-4000-8000-000000000001");

    [Fact]
    public void It_is_made_with_one_owner_and_a_day()
    {
        var item = Made();

        item.State.ShouldBe(ActionItemState.Open);
        (item.OwnerId, item.DueOn, item.What).ShouldBe((Owner, Today.AddDays(7), "Merke plassen"));
        item.AsksFrom.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "Merke", 7, true, "TextMissing", "what")]
    [InlineData("Merke plassen", "Spør 01010112345", 7, true, "NationalIdentityNumber", "firstStep")]
    [InlineData("Merke plassen", "", 7, false, "OwnerMissing", "owner")]
    [InlineData("Merke plassen", "", null, true, "DueMissing", "due")]
    [InlineData("Merke plassen", "", -1, true, "DueInThePast", "due")]
    [InlineData("Merke plassen", "", 0, true, null, null)]
    [InlineData("Merke plassen", "", 800, true, "DueTooFarAhead", "due")]
    public void What_cannot_be_used_is_refused_at_its_field(
        string what,
        string step,
        int? days,
        bool hasOwner,
        string? reason,
        string? field
    )
    {
        var due = days is { } ahead ? Today.AddDays(ahead) : (DateOnly?)null;
        var owner = hasOwner ? Owner : (Guid?)null;

        var decision = ActionItemRules.Make(new(New(), New(), what, step, owner, due, IsSmall: false), Today);

        (decision.Refusal?.Reason, decision.Refusal?.Field).ShouldBe((reason, field));
    }

    [Fact]
    public void Texts_have_limits()
    {
        Make(new string('å', ActionItem.LongestWhat), "").Refusal.ShouldBeNull();
        Make(new string('å', ActionItem.LongestWhat + 1), "").Refusal!.Field.ShouldBe("what");
        Make("Merke", new string('å', ActionItem.LongestStep + 1)).Refusal!.Field.ShouldBe("firstStep");
        Made().ShouldRefuse(new FinishActionItem(new string('å', ActionItemEnding.LongestText + 1)), "TextTooLong");
    }

    [Fact]
    public void Done_needs_a_line_on_what_happened_and_is_said_once()
    {
        var item = Made();
        item.ShouldRefuse(new FinishActionItem(" "), "HappenedMissing");

        var done = item.After(new FinishActionItem("Plassen er merket"));

        (done.State, done.Ending).ShouldBe((ActionItemState.Done, new ActionItemEnding("Plassen er merket", Today)));
        done.ShouldChangeNothing(new FinishActionItem("Plassen er merket "));
        done.ShouldRefuse(new FinishActionItem("Noe annet"), "NotOpen");
        done.ShouldRefuse(new DropActionItem("Ikke nå"), "NotOpen");
    }

    [Fact]
    public void Nothing_comes_of_it_for_a_reason_and_nobody_asks_whether_it_worked()
    {
        Made().ShouldRefuse(new DropActionItem(null), "DropReasonMissing");

        var dropped = Made().After(new DropActionItem("Ny bygning i mai"));

        dropped.State.ShouldBe(ActionItemState.Dropped);
        dropped.AsksFrom.ShouldBeNull();
        dropped.ShouldRefuse(new CheckEffect(Effect.Yes, ""), "NotDone");
    }

    [Fact]
    public void Whether_it_worked_is_asked_after_a_fortnight_and_again_until_somebody_knows()
    {
        var done = Made().After(new FinishActionItem("Merket"));
        done.AsksOn(Today.AddDays(13)).ShouldBeFalse();
        done.AsksOn(Today.AddDays(14)).ShouldBeTrue();

        var later = Today.AddDays(20);
        var unknown = done.After(new CheckEffect(Effect.NotYetKnown, null), later);
        unknown.AsksOn(later.AddDays(27)).ShouldBeFalse();
        unknown.AsksOn(later.AddDays(28)).ShouldBeTrue();

        var known = unknown.After(new CheckEffect(Effect.Partly, "Fem av sju netter"), later.AddDays(30));
        known.AsksFrom.ShouldBeNull();
        known.Check.ShouldBe(new EffectCheck(Effect.Partly, "Fem av sju netter", later.AddDays(30)));
        known.ShouldRefuse(new CheckEffect(null, "?"), "EffectMissing");
    }

    [Fact]
    public void What_did_not_work_is_taken_up_again_with_a_new_day()
    {
        var failed = Made()
            .After(new FinishActionItem("Merket"))
            .After(new CheckEffect(Effect.No, "Ingen ser skiltet"));

        failed.ShouldRefuse(new ReopenActionItem(null), "DueMissing");
        var again = failed.After(new ReopenActionItem(Today.AddDays(14)));

        (again.State, again.Ending, again.Check, again.DueOn).ShouldBe(
            (ActionItemState.Open, null, null, Today.AddDays(14))
        );
        again.ShouldChangeNothing(new ReopenActionItem(Today.AddDays(14)));
        again.ShouldRefuse(new ReopenActionItem(Today.AddDays(15)), "StillOpen");
    }

    [Fact]
    public void An_owner_is_replaced_knowingly()
    {
        var item = Made();
        var other = New();
        item.ShouldRefuse(new ReplaceOwner(Owner, null), "OwnerMissing");
        item.ShouldRefuse(new ReplaceOwner(New(), other), "OwnerChanged");

        var given = item.After(new ReplaceOwner(Owner, other));

        given.OwnerId.ShouldBe(other);
        given.ShouldChangeNothing(new ReplaceOwner(Owner, other));
        given.After(new FinishActionItem("Merket")).ShouldRefuse(new ReplaceOwner(other, Owner), "NotOpen");
    }

    [Fact]
    public void Words_are_mended_when_the_day_has_passed_but_a_new_day_lies_ahead()
    {
        var item = Made();
        var late = Today.AddDays(30);

        item.After(new ChangeActionItem("Merke og male", "", item.DueOn, IsSmall: true), late)
            .DueOn.ShouldBe(item.DueOn);
        item.ShouldRefuse(new ChangeActionItem("Merke", "", Today.AddDays(8), IsSmall: true), "DueInThePast", late);
        item.ShouldChangeNothing(new ChangeActionItem(item.What, item.FirstStep, item.DueOn, item.IsSmall));
    }

    [Fact]
    public void It_is_overdue_the_day_after_its_day_and_lifted_a_fortnight_later()
    {
        var item = Made();

        item.IsOverdueOn(item.DueOn).ShouldBeFalse();
        item.IsOverdueOn(item.DueOn.AddDays(1)).ShouldBeTrue();
        item.IsLiftedOn(item.DueOn.AddDays(14)).ShouldBeFalse();
        item.IsLiftedOn(item.DueOn.AddDays(15)).ShouldBeTrue();
        item.After(new FinishActionItem("Merket")).IsOverdueOn(item.DueOn.AddDays(15)).ShouldBeFalse();
    }

    [Fact]
    public void July_does_not_count_before_an_action_item_is_lifted()
    {
        var item = Made() with { DueOn = new DateOnly(2026, 6, 26) };

        // Four days of June, ten of August.
        item.LiftedFrom.ShouldBe(new DateOnly(2026, 8, 11));
        item.IsLiftedOn(new DateOnly(2026, 7, 31)).ShouldBeFalse();
        item.IsLiftedOn(new DateOnly(2026, 8, 11)).ShouldBeTrue();
    }

    [Fact]
    public void It_is_given_back_with_words_and_a_new_day()
    {
        var item = Made();
        var due = Today.AddDays(10);
        item.ShouldRefuse(new GiveBackActionItem(" ", due), "GiveBackMissing");
        item.ShouldRefuse(new GiveBackActionItem("Ring meg", null), "DueMissing");
        item.ShouldRefuse(new GiveBackActionItem("Ring meg", Today.AddDays(-1)), "DueInThePast");
        (item with { OwnerId = null }).ShouldRefuse(new GiveBackActionItem("Ring meg", due), "NobodyToGiveBackTo");

        var back = item.After(new GiveBackActionItem("Ring meg", due));

        (back.DueOn, back.OwnerId, back.State).ShouldBe((due, Owner, ActionItemState.Open));
        item.After(new FinishActionItem("Merket")).ShouldRefuse(new GiveBackActionItem("Ring meg", due), "NotOpen");
    }

    private static Guid New() => Guid.CreateVersion7();

    private static Domain.Shared.Decision<ActionItemEvent> Make(string what, string step) =>
        ActionItemRules.Make(new(New(), New(), what, step, Owner, Today.AddDays(7), IsSmall: false), Today);

    private static ActionItem Made() =>
        ActionItemRules.Evolve(null, Make("Merke plassen", "Finne teip").Events.ShouldHaveSingleItem());
}

internal static class ActionItemTries
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    public static ActionItem After(this ActionItem item, ActionItemCommand command, DateOnly? on = null)
    {
        var decision = ActionItemRules.Decide(item, command, on ?? Today);
        decision.Refusal.ShouldBeNull();
        return ActionItemRules.Evolve(item, decision.Events.ShouldHaveSingleItem());
    }

    public static void ShouldRefuse(
        this ActionItem item,
        ActionItemCommand command,
        string reason,
        DateOnly? on = null
    ) => ActionItemRules.Decide(item, command, on ?? Today).Refusal.ShouldNotBeNull().Reason.ShouldBe(reason);

    public static void ShouldChangeNothing(this ActionItem item, ActionItemCommand command)
    {
        var decision = ActionItemRules.Decide(item, command, Today);
        decision.Refusal.ShouldBeNull();
        decision.Events.ShouldBeEmpty();
    }
}

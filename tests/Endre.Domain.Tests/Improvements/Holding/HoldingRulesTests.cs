using System.Collections.Immutable;
using Endre.Domain.Improvements.Holding;

namespace Endre.Domain.Tests.Improvements.Holding;

public sealed class HoldingRulesTests
{
    private static readonly DateOnly Adopted = new(2026, 3, 31);
    private static readonly HeldRoutine None = HeldRoutine.None(Guid.CreateVersion7(), Adopted);

    [Fact]
    public void It_is_asked_after_three_and_twelve_months_to_the_day()
    {
        None.AskedOn(new DateOnly(2026, 6, 29)).ShouldBeNull();
        None.AskedOn(new DateOnly(2026, 6, 30)).ShouldBe(3);
        var used = Do(None, new CheckUse(3, InUse.Used, ""), new DateOnly(2026, 7, 5));
        used.AskedOn(new DateOnly(2027, 3, 30)).ShouldBeNull();
        (used.AsksFrom, used.AskedOn(new DateOnly(2027, 3, 31))).ShouldBe((new DateOnly(2027, 3, 31), 12));
        var gone = Do(used, new CheckUse(12, InUse.Gone, "Vi lar det ligge"), new DateOnly(2027, 4, 1));
        (gone.AsksFrom, gone.AskedOn(new DateOnly(2030, 1, 1))).ShouldBe((null, null));
        gone.Checks.Select(check => (check.Months, check.Use)).ShouldBe([(3, InUse.Used), (12, InUse.Gone)]);
    }

    [Fact]
    public void A_question_that_was_missed_gives_way_to_the_next()
    {
        var late = new DateOnly(2027, 5, 1);
        None.AskedOn(late).ShouldBe(12);
        Refused(None, new CheckUse(3, InUse.Used, ""), late).ShouldBe("UseNotAsked");
        Do(None, new CheckUse(12, InUse.Used, ""), late).AsksFrom.ShouldBeNull();
    }

    [Fact]
    public void An_answer_is_mended_until_the_next_question_comes()
    {
        var day = new DateOnly(2026, 7, 1);
        var partly = Do(None, new CheckUse(3, InUse.Partly, "Nattevakta mangler"), day);
        Do(partly, new CheckUse(3, InUse.Used, ""), day).Checks.ShouldHaveSingleItem().Use.ShouldBe(InUse.Used);
        Refused(partly, new CheckUse(3, InUse.Used, ""), new DateOnly(2027, 4, 1)).ShouldBe("UseNotAsked");
        HoldingRules.Decide(partly, new CheckUse(3, InUse.Partly, "Nattevakta mangler"), day).Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3, null, "", "UseMissing")]
    [InlineData(3, InUse.Partly, " ", "UseThenMissing")]
    [InlineData(3, InUse.Gone, "", "UseThenMissing")]
    [InlineData(12, InUse.Used, "", "UseNotAsked")]
    [InlineData(null, InUse.Used, "", "UseNotAsked")]
    public void An_answer_without_what_it_needs_is_refused(int? months, InUse? use, string then, string reason) =>
        Refused(None, new CheckUse(months, use, then), new DateOnly(2026, 7, 1)).ShouldBe(reason);

    [Fact]
    public void A_routine_needs_a_sentence_and_somebody_who_answers_for_it()
    {
        var kari = Guid.CreateVersion7();
        Refused(None, new AgreeOnRoutine("", kari, ""), Adopted).ShouldBe("TextMissing");
        Refused(None, new AgreeOnRoutine("Nøklene henger ved døra", null, ""), Adopted).ShouldBe("LineOwnerMissing");
        Refused(None, new AgreeOnRoutine(new string('a', 301), kari, ""), Adopted).ShouldBe("TextTooLong");
        Refused(None, new AgreeOnRoutine("Ja", kari, new string('a', 301)), Adopted).ShouldBe("TextTooLong");
        var agreed = Do(None, new AgreeOnRoutine(" Nøklene henger ved døra ", kari, "Alle"), Adopted);
        (agreed.Routine, agreed.LineOwnerId, agreed.Trained).ShouldBe(("Nøklene henger ved døra", kari, "Alle"));
        HoldingRules
            .Decide(agreed, new AgreeOnRoutine("Nøklene henger ved døra", kari, "Alle"), Adopted)
            .Events.ShouldBeEmpty();
        var other = Guid.CreateVersion7();
        Do(agreed, new ReplaceLineOwner(other), Adopted).LineOwnerId.ShouldBe(other);
        HoldingRules.Decide(agreed, new ReplaceLineOwner(kari), Adopted).Events.ShouldBeEmpty();
    }

    [Fact]
    public void The_ten_factors_tell_what_to_work_on_no_before_partly_and_nothing_else()
    {
        Enum.GetValues<SustainFactor>().Length.ShouldBe(10);
        var answers = new Dictionary<SustainFactor, SustainAnswer>
        {
            [SustainFactor.Benefits] = SustainAnswer.Partly,
            [SustainFactor.Monitoring] = SustainAnswer.No,
            [SustainFactor.Fit] = SustainAnswer.Yes,
            [SustainFactor.Infrastructure] = SustainAnswer.No,
        }.ToImmutableSortedDictionary();
        var held = Do(None, new CheckSustain(answers), Adopted);
        held.ToWorkOn.ShouldBe([SustainFactor.Monitoring, SustainFactor.Infrastructure, SustainFactor.Benefits]);
        HoldingRules.Decide(held, new CheckSustain(answers), Adopted).Events.ShouldBeEmpty();
        Do(held, new CheckSustain(answers.Remove(SustainFactor.Monitoring)), Adopted).ToWorkOn.Count.ShouldBe(2);
    }

    private static HeldRoutine Do(HeldRoutine before, HoldingCommand command, DateOnly today) =>
        HoldingRules.Evolve(before, HoldingRules.Decide(before, command, today).Events.ShouldHaveSingleItem());

    private static string? Refused(HeldRoutine held, HoldingCommand command, DateOnly today) =>
        HoldingRules.Decide(held, command, today).Refusal?.Reason;
}

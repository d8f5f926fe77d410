using Endre.Domain.Improvements.Voices;
using Endre.Domain.Meetings;

namespace Endre.Domain.Tests.Improvements.Voices;

public sealed class ConsultationRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Union = Guid.CreateVersion7();
    private static readonly Guid Safety = Guid.CreateVersion7();
    private static readonly Representative[] Both =
    [
        new(Union, AttendeeRole.UnionRepresentative),
        new(Safety, AttendeeRole.SafetyRepresentative),
    ];

    private static Consultation New => Consultation.None(Guid.CreateVersion7());

    private static Consultation Asked => Say(New, WorkEffect.Yes, Today.AddDays(10), Both);

    [Fact]
    public void Yes_tells_each_representative_once_also_those_who_come_later()
    {
        var asked = Say(New, WorkEffect.Yes, Today.AddDays(10), Both[0]);
        asked.Voices.Select(voice => (voice.PersonId, voice.ToldOn)).ShouldBe([(Union, Today)]);
        asked.Missing.ShouldBe([AttendeeRole.SafetyRepresentative]);
        var again = ConsultationRules.Say(asked, new(WorkEffect.Yes, asked.ViewsBy), [Both[0]], Today);
        again.Events.ShouldBeEmpty();
        var later = Say(asked, WorkEffect.Yes, asked.ViewsBy, Both);
        later.Voices.Select(voice => voice.PersonId).ShouldBe([Union, Safety]);
        later.Missing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(WorkEffect.No)]
    [InlineData(WorkEffect.Unknown)]
    public void Anything_but_yes_tells_nobody_and_keeps_those_who_were_told(WorkEffect effect)
    {
        var said = Say(New, effect, Today.AddDays(10), Both);
        (said.Voices.Count, said.ViewsBy, said.Missing.Count).ShouldBe((0, null, 0));
        Say(Asked, effect, null, Both).Voices.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(null, 10, "WorkEffectMissing")]
    [InlineData(WorkEffect.Yes, null, "ViewsByMissing")]
    [InlineData(WorkEffect.Yes, -1, "ViewsByInThePast")]
    [InlineData(WorkEffect.Yes, 370, "ViewsByTooFarAhead")]
    public void An_answer_without_what_it_needs_is_refused(WorkEffect? effect, int? days, string reason) =>
        ConsultationRules
            .Say(New, new(effect, days is { } n ? Today.AddDays(n) : null), Both, Today)
            .Refusal!.Reason.ShouldBe(reason);

    [Fact]
    public void A_day_that_has_passed_may_stand_when_a_new_representative_is_told()
    {
        var asked = Say(New, WorkEffect.Yes, Today.AddDays(1), Both[0]);
        var later = ConsultationRules.Say(asked, new(WorkEffect.Yes, asked.ViewsBy), Both, Today.AddDays(5));
        later.Refusal.ShouldBeNull();
        ConsultationRules.Evolve(asked, later.Events[0]).Voices[1].ToldOn.ShouldBe(Today.AddDays(5));
    }

    [Fact]
    public void A_view_is_changed_until_it_begins_and_later_ones_stand_beside_it()
    {
        var heard = Give(Asked, Union, "Turnusen må drøftes", hasBegun: false);
        heard = Give(heard, Union, "Turnusen må drøftes først", hasBegun: false);
        heard.Of(Union)!.Views.ShouldBe([new("Turnusen må drøftes først", Today, AfterBegin: false)]);
        heard.Of(Safety)!.IsHeard.ShouldBeFalse();
        heard = Give(heard, Union, "Det gikk fint", hasBegun: true);
        heard = Give(heard, Union, "Det gikk ikke fint likevel", hasBegun: true);
        heard
            .Of(Union)!
            .Views.Select(view => (view.Text, view.AfterBegin))
            .ShouldBe([
                ("Turnusen må drøftes først", false),
                ("Det gikk fint", true),
                ("Det gikk ikke fint likevel", true),
            ]);
        ConsultationRules
            .Give(heard, Union, " Det gikk ikke fint likevel ", hasBegun: true, Today)
            .Events.ShouldBeEmpty();
    }

    [Fact]
    public void Only_those_who_were_told_give_a_view_and_a_view_has_words_and_limits()
    {
        string? Refused(Guid who, string? text) =>
            ConsultationRules.Give(Asked, who, text, hasBegun: false, Today).Refusal?.Reason;
        Refused(Guid.CreateVersion7(), "Jeg også").ShouldBe("ViewNotAsked");
        Refused(Union, " ").ShouldBe("TextMissing");
        Refused(Union, new string('a', Consultation.LongestView + 1)).ShouldBe("TextTooLong");
        Refused(Union, new string('a', Consultation.LongestView)).ShouldBeNull();
        var full = Asked;
        for (var i = 0; i < Consultation.MostViews; i++)
            full = Give(full, Safety, $"Syn {i}", hasBegun: true);
        ConsultationRules.Give(full, Safety, "Ett til", hasBegun: true, Today).Refusal!.Reason.ShouldBe("TooManyViews");
    }

    private static Consultation Say(
        Consultation before,
        WorkEffect effect,
        DateOnly? by,
        params Representative[] representatives
    ) =>
        ConsultationRules.Evolve(
            before,
            ConsultationRules.Say(before, new(effect, by), representatives, Today).Events.ShouldHaveSingleItem()
        );

    private static Consultation Give(Consultation before, Guid who, string text, bool hasBegun) =>
        ConsultationRules.Evolve(
            before,
            ConsultationRules.Give(before, who, text, hasBegun, Today).Events.ShouldHaveSingleItem()
        );
}

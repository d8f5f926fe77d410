using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Presenting;
using Endre.Domain.Workshops.Running;

namespace Endre.Domain.Tests.Workshops;

public sealed class SightTests
{
    private readonly Given given = Given.AWorkshop();
    private readonly Actor.Device kari;
    private readonly Actor.Device ola;
    private readonly Actor.Device per;
    private readonly Guid note;

    public SightTests()
    {
        given.Joined(out kari, "g1").Joined(out ola, "g1").Joined(out per, "g2").At("write-1");
        given.Wrote(kari, out note);
    }

    [Fact]
    public void A_silent_note_is_seen_by_the_device_it_was_written_on_and_by_nobody_else()
    {
        NotesOf(kari).ShouldBe([note]);
        NotesOf(ola).ShouldBeEmpty();
        NotesOf(per).ShouldBeEmpty();
        NotesOf(Given.Siv).ShouldBeEmpty();
        NotesOf(null).ShouldBeEmpty();
    }

    [Fact]
    public void A_revealed_note_is_seen_by_its_group_and_the_facilitators()
    {
        given.And(kari, new Reveal(null, null));
        NotesOf(ola).ShouldBe([note]);
        NotesOf(Given.Siv).ShouldBe([note]);
        NotesOf(per).ShouldBeEmpty();
        NotesOf(null).ShouldBeEmpty();
        NotesOf(Given.Berit).ShouldBeEmpty();
    }

    [Fact]
    public void A_presented_note_is_seen_by_all_and_on_the_big_screen()
    {
        given.At("present").And(Given.Siv, new StartPresentation("g1"));
        NotesOf(per).ShouldBe([note]);
        NotesOf(null).ShouldBe([note]);
        new Sight(given.Workshop, null).Boards.Select(b => b.GroupId).Distinct().ShouldBe(["g1"]);
    }

    [Fact]
    public void A_withdrawn_note_is_gone_for_everybody()
    {
        given.And(kari, new Reveal(null, null)).And(kari, new WithdrawNote(note));
        NotesOf(kari).ShouldBeEmpty();
        NotesOf(Given.Siv).ShouldBeEmpty();
    }

    [Fact]
    public void One_s_own_note_is_the_one_that_may_be_changed()
    {
        given.Wrote(Given.Siv, out var typed);
        new Sight(given.Workshop, kari).IsOwn(given.Workshop.Notes[note]).ShouldBeTrue();
        new Sight(given.Workshop, ola).IsOwn(given.Workshop.Notes[note]).ShouldBeFalse();
        new Sight(given.Workshop, Given.Siv).IsOwn(given.Workshop.Notes[typed]).ShouldBeTrue();
        new Sight(given.Workshop, null).IsOwn(given.Workshop.Notes[note]).ShouldBeFalse();
    }

    private List<Guid> NotesOf(Actor? actor) =>
        [.. new Sight(given.Workshop, actor).NotesOn(given.Workshop.BoardOf("g1", "q1")).Select(n => n.Id)];
}

using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Importing;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Reporting;
using Endre.Domain.Workshops.Running;

namespace Endre.Domain.Tests.Workshops.Notes;

/// <summary>Beside what <see cref="Properties.WorkshopProperties"/> holds for all sequences of acts.</summary>
public sealed class TakenBackTests
{
    private readonly Given given = Given.AWorkshop().At("write-1");

    [Fact]
    public void A_withdrawn_note_leaves_every_event_that_had_its_words()
    {
        given.Joined(out var kari, "g1").Wrote(kari, out var id, "Fru Hansen på rom 4");
        given.And(kari, new EditNote(id, "Hansen på rom fire")).And(kari, new Reveal(null, null)).At("choose");
        given.And(kari, new Propose(Guid.CreateVersion7(), "g1", "q1", id, Text: null));
        given.And(kari, new WithdrawNote(id));

        var log = Without(given.Log);

        log.ShouldNotContain("Hansen");
        log.ShouldContain(nameof(NoteWritten));
        given.Workshop.Notes[id].Text.ShouldBe("");
    }

    [Fact]
    public void What_the_group_has_worded_itself_stays()
    {
        var proposal = Guid.CreateVersion7();
        given.Joined(out var kari, "g1").Wrote(kari, out var id, "Fru Hansen på rom 4");
        given.And(kari, new Reveal(null, null)).At("choose");
        given.And(kari, new Propose(proposal, "g1", "q1", id, Text: null));
        given.And(kari, new ChangeProposal(proposal, "Faste tider for visitt", "Det haster", Reach: null));
        given.And(kari, new WithdrawNote(id));

        var log = Without(given.Log);

        log.ShouldNotContain("Hansen");
        log.ShouldContain("Faste tider for visitt");
        log.ShouldContain("Det haster");
    }

    [Fact]
    public void The_words_before_an_edit_go_and_those_after_it_stay()
    {
        given.Joined(out var kari, "g1").Wrote(kari, out var id, "Fru Hansen på rom 4");
        given.And(kari, new EditNote(id, "En pasient på rom 4"));

        var log = Without(given.Log);

        log.ShouldNotContain("Hansen");
        log.ShouldContain("En pasient på rom 4");
    }

    [Fact]
    public void A_name_that_is_taken_back_goes()
    {
        given.Joined(out var kari, "g1", name: "Kari Ærfugl").And(kari, new ChangeWhoIsHere(null, 1, IsScribe: false));
        Without(given.Log).ShouldNotContain("Ærfugl");
        given.Workshop.Participants.Count.ShouldBe(1);
    }

    [Fact]
    public void A_note_that_came_with_a_report_goes_out_of_the_report()
    {
        given.Joined(out var kari, "g1").Wrote(kari, out var id, "Fru Hansen på rom 4").Wrote(kari, out _, "Blir");
        given.And(kari, new Reveal(null, null)).At("choose");
        given.And(kari, new Propose(Guid.CreateVersion7(), "g1", "q1", id, Text: null));
        var report = WorkshopReport.Of(new Sight(given.Workshop, Given.Siv), []);
        var imported = Given.Nothing();
        var siv = new Facilitator(Given.Siv.Id, "Siv");
        imported.And(Given.Siv, new ImportWorkshop(Guid.CreateVersion7(), "482913", siv, report));
        imported.And(Given.Siv, new Domain.Workshops.Closing.ReopenWorkshop());
        imported.And(Given.Siv, new WithdrawNote(id));

        var log = Without(imported.Log);

        log.ShouldNotContain("Hansen");
        log.ShouldContain("Blir");
    }

    private static string Without(IReadOnlyList<Recorded> log)
    {
        var takenBack = new TakenBack();
        foreach (var recorded in log.Where(entry => TakenBack.Takes(entry.Event)))
        {
            takenBack.Add(recorded);
        }
        var kept = log.Select(entry => takenBack.Without(entry.Sequence, entry.Event) ?? entry.Event);
        return string.Join(
            '\n',
            kept.Select(happened => happened.GetType().Name + Properties.OrderedJson.Of(happened))
        );
    }
}

using System.Text.Json;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Reporting;
using Endre.Domain.Workshops.Running;
using Endre.Domain.Workshops.Sorting;
using static Endre.Domain.Tests.Workshops.Given;

namespace Endre.Domain.Tests.Workshops.Reporting;

public sealed class WorkshopReportTests
{
    private readonly AFinishedWorkshop finished = new();

    [Fact]
    public void It_tells_what_the_workshop_came_to()
    {
        var report = finished.Report();
        (report.Format, report.Title, report.Language).ShouldBe(("endre-workshop/1", "Endringshoder i Fjordvik", "nb"));
        report.People.ShouldBe(3);
        report.Groups.Select(g => (g.Number, g.Name, g.Heads)).ShouldBe([(1, null, 2), (2, "Nattskiftet", 1)]);
        report.Notes.Select(n => n.Text).ShouldBe(["Tid", "Mer tid", "Tavlemøte", "Skrevet sent"]);
        report.Notes.Single(n => n.Id == finished.MoreTime).MergedInto.ShouldBe(finished.Time);
        report.Notes[^1].IsLate.ShouldBeTrue();
        report.Boards.Select(b => (b.GroupId, b.QuestionId)).ShouldBe([("g1", "q1"), ("g1", "q2")]);
        report.Boards[0].Clusters.ShouldHaveSingleItem().Title.ShouldBe("Tid");
        report.Boards[1].Proposals.ShouldHaveSingleItem().Reason.ShouldBe("Lett å få til");
        report.Boards[1].Votes.ShouldHaveSingleItem().Points.ShouldBe(2);
        report.Themes.ShouldHaveSingleItem().ClusterIds.ShouldBe([finished.Cluster]);
        report.Interpretation.ShouldHaveSingleItem().NoteIds.ShouldBe([finished.Time]);
        report.Answers.ShouldHaveSingleItem().Outcomes.ShouldHaveSingleItem().Standing.ShouldBe(Standing.Started);
        report.ClosedAt.ShouldBe(finished.Given.Now);
    }

    [Fact]
    public void It_names_the_drivers_and_barriers_that_are_mentioned() =>
        finished.Report().Factors.Select(f => f.Id).ShouldBe(["driver-leadership", "barrier-annual-budgets"]);

    [Fact]
    public void It_has_neither_names_of_participants_nor_marks_nor_what_was_taken_back()
    {
        var json = JsonSerializer.Serialize(finished.Report());
        json.ShouldNotContain("Nordmann");
        json.ShouldNotContain("angrer");
        json.ShouldNotContain(finished.Given.Workshop.Notes[finished.Time].Ownership);
        json.ShouldNotContain(finished.Kari.Id.ToString());
    }

    [Fact]
    public void An_interpretation_that_is_not_shared_is_for_the_facilitators()
    {
        var unshared = new AFinishedWorkshop(shared: false);
        var report = unshared.Report();
        report.Interpretation.ShouldBeEmpty();
        report.Themes.ShouldBeEmpty();
        report.Factors.Select(f => f.Id).ShouldBe(["barrier-annual-budgets"]);
        unshared.Report(includeUnshared: true).Interpretation.ShouldHaveSingleItem();
        unshared.Report(includeUnshared: true).Factors.Length.ShouldBe(2);
    }

    [Fact]
    public void What_is_hidden_is_not_in_it()
    {
        var given = AWorkshop().Joined(out var kari).At("write-1").Wrote(kari, out _, "Hysj");
        WorkshopReport.Of(AFinishedWorkshop.AsFacilitator(given.Workshop), []).Notes.ShouldBeEmpty();
        given.And(kari, new Reveal(null, null));
        WorkshopReport.Of(AFinishedWorkshop.AsFacilitator(given.Workshop), []).Notes.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_round_of_votes_that_is_open_tells_nothing()
    {
        var given = AWorkshop()
            .Joined(out var kari, "g1")
            .At("write-2")
            .Wrote(kari, out var note, question: "q2")
            .At("choose");
        given
            .And(kari, new OpenVoting(Guid.CreateVersion7(), "g1", "q2", VotingMethod.Dots, 3))
            .And(kari, new CastVote("g1", "q2", [note]));
        WorkshopReport.Of(AFinishedWorkshop.AsFacilitator(given.Workshop), []).Boards.ShouldBeEmpty();
        given.And(kari, new CloseVoting("g1", "q2")).And(kari, new WithdrawNote(note));
        WorkshopReport.Of(AFinishedWorkshop.AsFacilitator(given.Workshop), []).Boards.ShouldBeEmpty();
    }

    [Fact]
    public void A_theme_keeps_its_title_when_its_category_is_taken_away()
    {
        var given = AWorkshop().Joined(out var kari, "g1").At("sort");
        var (gone, theme) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        given
            .And(kari, new CreateCluster(gone, "g1", "q1", []))
            .And(Siv, new SaveTheme(new Theme(theme, "Tid", ClusterKind.Both, [gone], [])))
            .And(Siv, new ShareInterpretation())
            .And(kari, new RemoveCluster(gone));
        WorkshopReport
            .Of(AFinishedWorkshop.AsFacilitator(given.Workshop), [])
            .Themes.ShouldHaveSingleItem()
            .ClusterIds.ShouldBeEmpty();
    }

    [Fact]
    public void A_quote_from_a_board_that_may_not_be_seen_yet_is_no_quote()
    {
        var given = AWorkshop()
            .Joined(out var kari, "g1")
            .Joined(out var per, "g2")
            .At("write-1")
            .Wrote(kari, out var note);
        given
            .At("sort")
            .And(Siv, new WriteInterpretation(Guid.CreateVersion7(), "Det begynner å ligne.", [note]))
            .And(Siv, new ShareInterpretation());
        WorkshopReport.Of(new Sight(given.Workshop, kari), []).Interpretation[0].NoteIds.ShouldBe([note]);
        WorkshopReport.Of(new Sight(given.Workshop, per), []).Interpretation[0].NoteIds.ShouldBeEmpty();
    }
}

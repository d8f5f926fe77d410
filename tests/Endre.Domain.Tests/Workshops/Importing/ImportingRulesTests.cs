using System.Text.Json;
using Endre.Domain.Tests.Workshops.Reporting;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Importing;
using Endre.Domain.Workshops.Reporting;
using static Endre.Domain.Tests.Workshops.Given;

namespace Endre.Domain.Tests.Workshops.Importing;

public sealed class ImportingRulesTests
{
    private static readonly WorkshopReport Report = new AFinishedWorkshop().Report();

    [Fact]
    public void An_imported_report_gives_the_same_report() =>
        Json(WorkshopReport.Of(AFinishedWorkshop.AsFacilitator(Imported(Report).Workshop), AFinishedWorkshop.Factors))
            .ShouldBe(Json(Report));

    [Fact]
    public void It_gives_the_same_where_the_taxonomy_is_another()
    {
        var elsewhere = WorkshopReport.Of(AFinishedWorkshop.AsFacilitator(Imported(Report).Workshop), []);
        Json(elsewhere).ShouldBe(Json(Report));
    }

    [Fact]
    public void A_report_of_an_open_workshop_becomes_a_closed_one_and_is_otherwise_the_same()
    {
        var open = new AFinishedWorkshop();
        open.Given.And(Siv, new ReopenWorkshop());
        var report = open.Report();
        var given = Imported(report);
        given.Workshop.IsClosed.ShouldBeTrue();
        Json(
                WorkshopReport.Of(AFinishedWorkshop.AsFacilitator(given.Workshop), AFinishedWorkshop.Factors) with
                {
                    ClosedAt = null,
                }
            )
            .ShouldBe(Json(report));
    }

    [Fact]
    public void An_imported_workshop_is_led_by_the_one_who_imported_it()
    {
        var workshop = Imported(Report).Workshop;
        (workshop.Seat, workshop.IsJoinOpen, workshop.Code).ShouldBe((Siv.Id, false, "482913"));
        workshop.Notes.Values.ShouldAllBe(n => !n.IsWrittenBy(Siv));
    }

    [Fact]
    public void Outcomes_are_told_of_an_imported_workshop_and_it_may_be_opened_again()
    {
        var given = Imported(Report);
        given.When(Siv, new TellOutcome(Report.Answers[0].ProposalId, Standing.Done, "Henger")).Then<OutcomeTold>();
        given.And(Siv, new ReopenWorkshop()).Workshop.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void A_report_is_imported_into_an_empty_place_with_a_code_that_is_one()
    {
        AWorkshop().When(Siv, Import(Report)).ThenRefused("WorkshopExists");
        Nothing().When(Siv, Import(Report) with { Code = "48291" }).ThenRefused("CodeMalformed", "code");
    }

    [Fact]
    public void Texts_of_a_file_are_tidied_like_what_people_write()
    {
        var report = Report with
        {
            Title = " Verksted\u200B ",
            Groups = [Report.Groups[0] with { Name = "\u202ENatt" }, Report.Groups[1]],
        };
        var workshop = Imported(report).Workshop;
        (workshop.Title, workshop.Groups[0].Name).ShouldBe(("Verksted", "Natt"));
    }

    public static TheoryData<string, WorkshopReport, string, string> Bad =>
        new()
        {
            { "another format", Report with { Format = "endre-workshop/2" }, "ReportFormatUnknown", "file" },
            { "no format", Report with { Format = null! }, "ReportFormatUnknown", "file" },
            { "another language", Report with { Language = "sv" }, "LanguageUnknown", "file" },
            { "no groups", Report with { Groups = [] }, "GroupCountOutOfRange", "file" },
            { "no plan", Report with { Plan = null! }, "ReportIncomplete", "file" },
            { "an empty plan", Report with { Plan = new([], []) }, "PlanEmpty", "steps" },
            { "lists left out", Report with { Notes = default }, "ReportIncomplete", "file" },
            { "a note that is null", Report with { Notes = [null!] }, "ReportIncomplete", "file" },
            { "no title", Report with { Title = "" }, "TextMissing", "file" },
            { "a long note", WithNote(n => n with { Text = new string('x', 501) }), "TextTooLong", "file" },
            { "a number in a note", WithNote(n => n with { Text = "01019012345" }), "NationalIdentityNumber", "file" },
            {
                "a number in a title",
                WithBoard(0, b => b with { Clusters = b.Clusters.ConvertAll(c => c with { Title = "010190 12345" }) }),
                "NationalIdentityNumber",
                "file"
            },
            {
                "a number in an answer",
                WithAnswer(a => a with { Who = "Ola 010190 12345" }),
                "NationalIdentityNumber",
                "file"
            },
            {
                "a number in an outcome",
                WithAnswer(a => a with { Outcomes = [a.Outcomes[0] with { Text = "01019012345" }] }),
                "NationalIdentityNumber",
                "file"
            },
            { "a note twice", Report with { Notes = Report.Notes.Add(Report.Notes[0]) }, "ReportIncomplete", "file" },
            { "a note of no group", WithNote(n => n with { GroupId = "g3" }), "ReportIncomplete", "file" },
            { "a note on no question", WithNote(n => n with { QuestionId = "q3" }), "ReportIncomplete", "file" },
            { "a note of another half", WithNote(n => n with { Half = "c" }), "ReportIncomplete", "file" },
            {
                "a note in no category",
                WithNote(n => n with { Clusters = [Guid.CreateVersion7()] }),
                "ReportIncomplete",
                "file"
            },
            {
                "a note under nothing",
                WithNote(n => n with { MergedInto = Guid.CreateVersion7() }),
                "ReportIncomplete",
                "file"
            },
            { "a note under itself", WithNote(n => n with { MergedInto = n.Id }), "ReportIncomplete", "file" },
            {
                "a group by another name",
                Report with
                {
                    Groups = [Report.Groups[0] with { Id = "everyone" }, Report.Groups[1]],
                },
                "ReportIncomplete",
                "file"
            },
            {
                "a board twice",
                Report with
                {
                    Boards = Report.Boards.Add(Report.Boards[0]),
                },
                "ReportIncomplete",
                "file"
            },
            {
                "a category of another board",
                WithBoard(0, b => b with { Clusters = b.Clusters.ConvertAll(c => c with { GroupId = "g2" }) }),
                "ReportIncomplete",
                "file"
            },
            {
                "a proposal from no note",
                WithBoard(
                    1,
                    b => b with { Proposals = b.Proposals.ConvertAll(p => p with { NoteId = Guid.CreateVersion7() }) }
                ),
                "ReportIncomplete",
                "file"
            },
            {
                "a vote for no note",
                WithBoard(1, b => b with { Votes = [new VoteResult(Guid.CreateVersion7(), 1, 1)] }),
                "ReportIncomplete",
                "file"
            },
            {
                "a theme of no category",
                Report with
                {
                    Themes = [Report.Themes[0] with { ClusterIds = [Guid.CreateVersion7()] }],
                },
                "ReportIncomplete",
                "file"
            },
            {
                "a quote of no note",
                Report with
                {
                    Interpretation = [Report.Interpretation[0] with { NoteIds = [Guid.CreateVersion7()] }],
                },
                "ReportIncomplete",
                "file"
            },
            {
                "an answer to nothing",
                WithAnswer(a => a with { ProposalId = Guid.CreateVersion7() }),
                "ReportIncomplete",
                "file"
            },
            {
                "an answer twice",
                Report with
                {
                    Answers = Report.Answers.Add(Report.Answers[0]),
                },
                "ReportIncomplete",
                "file"
            },
            { "a step that is not there", Report with { FurthestStep = 8 }, "ReportIncomplete", "file" },
            {
                "a factor of another kind",
                Report with
                {
                    Factors = [Report.Factors[0] with { Kind = "wish" }],
                },
                "ReportIncomplete",
                "file"
            },
        };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void A_file_is_held_to_its_rules(string what, WorkshopReport report, string reason, string field)
    {
        var refusal = Nothing().When(Siv, Import(report)).Refusal;
        refusal.ShouldNotBeNull(what);
        (refusal.Reason, refusal.Field).ShouldBe((reason, field), what);
    }

    private static Given Imported(WorkshopReport report) => Nothing().And(Siv, Import(report));

    private static ImportWorkshop Import(WorkshopReport report) =>
        new(Guid.CreateVersion7(), "482913", new Facilitator(Siv.Id, "Siv"), report);

    private static string Json(WorkshopReport report) => JsonSerializer.Serialize(report);

    private static WorkshopReport WithNote(Func<ReportedNote, ReportedNote> change) =>
        Report with
        {
            Notes = Report.Notes.SetItem(2, change(Report.Notes[2])),
        };

    private static WorkshopReport WithBoard(int i, Func<ReportedBoard, ReportedBoard> change) =>
        Report with
        {
            Boards = Report.Boards.SetItem(i, change(Report.Boards[i])),
        };

    private static WorkshopReport WithAnswer(Func<Answer, Answer> change) =>
        Report with
        {
            Answers = [change(Report.Answers[0])],
        };
}

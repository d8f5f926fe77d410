using Endre.Domain.Tests.Workshops.Sorting;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Sorting;
using static Endre.Domain.Tests.Workshops.Given;

namespace Endre.Domain.Tests.Workshops.Interpreting;

public sealed class InterpretingRulesTests
{
    private readonly ASortedBoard board = new();
    private readonly Guid time;
    private readonly Guid praise;

    public InterpretingRulesTests() =>
        board.WithCluster(board.Kari, out time, board.First).WithCluster(board.Kari, out praise, board.Second);

    [Fact]
    public void Categories_are_joined_into_a_theme_and_stay_as_they_are()
    {
        var saved = board.When(Siv, new SaveTheme(Theme(time, praise) with { Title = " Tid og ros " }));
        saved.Then<ThemeSaved>().Theme.Title.ShouldBe("Tid og ros");
        saved.Audiences.ShouldBe([Audience.Facilitators]);
        board.Given.Workshop.Interpretation.ThemeOf(time)!.Title.ShouldBe("Tid og ros");
        board.Board.Clusters.Count.ShouldBe(2);
    }

    [Fact]
    public void A_theme_is_changed_and_taken_apart()
    {
        var theme = Theme(time);
        board.And(Siv, new SaveTheme(theme)).And(Siv, new SaveTheme(theme with { ClusterIds = [time, praise] }));
        board.Given.Workshop.Interpretation.Themes.ShouldHaveSingleItem().ClusterIds.ShouldBe([time, praise]);
        board.When(Siv, new SplitTheme(theme.Id)).Then<ThemeSplit>();
        board.Given.Workshop.Interpretation.Themes.ShouldBeEmpty();
        board.When(Siv, new SplitTheme(theme.Id)).ThenRefused("ThemeUnknown", "themeId");
    }

    [Fact]
    public void A_theme_is_held_to_its_rules()
    {
        board.When(Siv, new SaveTheme(Theme(time) with { Title = "" })).ThenRefused("TextMissing", "title");
        board
            .When(Siv, new SaveTheme(Theme(time) with { Title = new string('x', 121) }))
            .ThenRefused("TextTooLong", "title");
        board.When(Siv, new SaveTheme(Theme())).ThenRefused("NothingSelected", "clusterIds");
        board.When(Siv, new SaveTheme(Theme(Guid.CreateVersion7()))).ThenRefused("ClusterUnknown", "clusterIds");
        board
            .When(Siv, new SaveTheme(Theme(time) with { FactorIds = ["a", "b", "c", "d", "e", "f"] }))
            .ThenRefused("TooManyFactors", "factorIds", "5");
        board
            .When(Siv, new SaveTheme(Theme(time) with { FactorIds = ["Ledelse!"] }))
            .ThenRefused("FactorUnknown", "factorIds");
    }

    [Fact]
    public void A_category_is_in_one_theme_at_most_and_once()
    {
        board.And(Siv, new SaveTheme(Theme(time, time)));
        board.Given.Workshop.Interpretation.Themes[0].ClusterIds.ShouldBe([time]);
        board.When(Siv, new SaveTheme(Theme(praise, time))).ThenRefused("ClusterInAnotherTheme", "clusterIds");
    }

    [Fact]
    public void An_interpretation_quotes_the_notes_it_rests_on()
    {
        var id = Guid.CreateVersion7();
        var written = board.When(
            Siv,
            new WriteInterpretation(id, " Tid går igjen. ", [board.First, board.First, board.Third])
        );
        var section = written.Then<InterpretationWritten>().Section;
        section.Text.ShouldBe("Tid går igjen.");
        section.NoteIds.ShouldBe([board.First, board.Third]);
        written.Audiences.ShouldBe([Audience.Facilitators]);
        board.And(Siv, new WriteInterpretation(id, "Mer tid.", []));
        board.Given.Workshop.Interpretation.Sections.ShouldHaveSingleItem().Text.ShouldBe("Mer tid.");
        board.When(Siv, new RemoveInterpretation(id)).Then<InterpretationRemoved>();
        board.When(Siv, new RemoveInterpretation(id)).ThenRefused("SectionUnknown", "sectionId");
    }

    [Fact]
    public void A_hidden_note_a_withdrawn_one_and_one_that_is_not_there_are_not_quoted()
    {
        board.Given.At("write-2").Wrote(board.Kari, out var hidden, question: "q2");
        Quoting(hidden).ThenRefused("NoteUnknown", "noteIds");
        board.And(board.Ola, new WithdrawNote(board.Third));
        Quoting(board.Third).ThenRefused("NoteUnknown", "noteIds");
        Quoting(Guid.CreateVersion7()).ThenRefused("NoteUnknown", "noteIds");
    }

    [Fact]
    public void A_note_that_is_withdrawn_is_quoted_no_more()
    {
        Quoting(board.First, board.Third).Then<InterpretationWritten>();
        board.And(board.Kari, new WithdrawNote(board.First));
        board.Given.Workshop.Interpretation.Sections[0].NoteIds.ShouldBe([board.Third]);
    }

    [Fact]
    public void An_interpretation_is_held_to_its_rules()
    {
        board.When(Siv, new WriteInterpretation(Guid.CreateVersion7(), null, [])).ThenRefused("TextMissing", "text");
        board
            .When(Siv, new WriteInterpretation(Guid.CreateVersion7(), new string('x', 4001), []))
            .ThenRefused("TextTooLong", "text", "4000", "4001");
        Quoting([.. Enumerable.Repeat(board.First, 51)]).ThenRefused("TooManyQuotes", "noteIds", "50");
        var last = Guid.Empty;
        for (var i = 0; i < 50; i++)
        {
            last = Guid.CreateVersion7();
            board.And(Siv, new WriteInterpretation(last, $"Stykke {i}", []));
        }
        Quoting(board.First).ThenRefused("TooManySections", field: null, "50");
        board.When(Siv, new WriteInterpretation(last, "Om igjen", [])).Then<InterpretationWritten>();
    }

    [Fact]
    public void An_interpretation_is_the_facilitators_until_it_is_shared()
    {
        board.When(Siv, new ShareInterpretation()).Audiences.ShouldBe([Audience.Everyone]);
        board.When(Siv, new ShareInterpretation()).ThenNothing();
        Quoting(board.First).Audiences.ShouldBe([Audience.Everyone]);
    }

    private Outcome Quoting(params Guid[] notes) =>
        board.When(Siv, new WriteInterpretation(Guid.CreateVersion7(), "Det går igjen.", [.. notes]));

    private static Theme Theme(params Guid[] clusters) =>
        new(Guid.CreateVersion7(), "Tid", ClusterKind.Barrier, [.. clusters], ["barrier-annual-budgets"]);
}

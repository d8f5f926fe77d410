using Endre.Browser.Tests.Support;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Sorting;
using Endre.Testing;

namespace Endre.Browser.Tests;

/// <summary>A phone on which no script runs: everything is plain forms, and a reload shows what is new.</summary>
public sealed class WithoutScriptTests(Hall hall)
{
    private const string First = "question-1";
    private const string Second = "question-2";

    [Fact]
    public async Task Without_script_one_writes_categorizes_votes_and_chooses_the_best()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var phone = await hall.PhoneAsync(hasScript: false);
        await phone.JoinAsync(workshop);

        await workshop.GoToAsync("question-1-write");
        await phone.ReloadAsync();
        await phone.WriteAsync(First, "a", "Ros når noen prøver");
        await phone.WriteAsync(First, "b", "Travle vakter");
        await phone.PressAsync("Jeg er ferdig");
        await phone.ShouldShowAsync("Du har sagt at du er ferdig.");
        await phone.ShouldFitAsync("skriv uten skript");

        await workshop.GoToAsync("question-1-categorize");
        await phone.ReloadAsync();
        await phone.PickAsync("Ros når noen prøver", "Travle vakter");
        await phone.MoveToAsync("Ny kategori");
        await phone.PressAsync("Vi er ferdige med å sortere – sett navn");
        await phone.DescribeAsync("Kategori 1", "Hverdagen", "Begge deler", "Nullfeilkultur");
        await phone.ShouldFitAsync("kategoriser uten skript");

        await workshop.GoToAsync("question-2-write");
        await phone.ReloadAsync();
        foreach (var note in new[] { "Tavle", "Sjekkliste", "Daglig prat", "Vaktbytte" })
        {
            await phone.WriteAsync(Second, "a", note);
        }
        await workshop.GoToAsync("question-2-choose");
        await phone.ReloadAsync();
        await phone.PressAsync("Åpne for stemmer");
        await phone.Locator(".endre-voting").GetByLabel("Vaktbytte").CheckAsync();
        await phone.PressAsync("Send prikkene");
        await phone.PressAsync("Lukk og vis resultatet");
        await phone.ShouldShowAsync("Resultatet av stemmene");
        await phone.ProposeAsync("Tavle");
        await phone.ProposeAsync("Sjekkliste");
        await phone.ProposeAsync("Vaktbytte");
        await phone.GiveReasonAsync("Tavle", "alle ser den", "Kan vi gjøre selv");
        await phone.ShouldFitAsync("de tre beste uten skript");

        var category = Board(workshop, First).Clusters.ShouldHaveSingleItem();
        category.Title.ShouldBe("Hverdagen");
        category.Kind.ShouldBe(ClusterKind.Both);
        category.FactorIds.ShouldHaveSingleItem();
        workshop.State.Done["question-1-write"].Count.ShouldBe(1);
        var best = Board(workshop, Second).Proposals;
        best.Select(p => p.Text).ShouldBe(["Tavle", "Sjekkliste", "Vaktbytte"]);
        best[0].Reach.ShouldBe(Reach.OurOwn);
        Board(workshop, Second).Voting!.Ballots.Values.ShouldHaveSingleItem().NoteIds.ShouldHaveSingleItem();
        await phone.Context.CloseAsync();
    }

    private static Board Board(WorkshopUnderTest workshop, string question) =>
        workshop.State.Boards.Values.Single(b => b.QuestionId == question);
}

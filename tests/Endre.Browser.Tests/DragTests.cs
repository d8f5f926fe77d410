using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>Dragging with a mouse, an extra beside picking and moving.</summary>
public sealed class DragTests(Hall hall)
{
    private const string Question = "question-1";

    [Fact]
    public async Task A_note_is_dragged_into_a_category_and_out_again()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var laptop = await hall.LaptopAsync();
        await laptop.JoinAsync(workshop);
        await workshop.GoToAsync("question-1-write");
        await laptop.WriteAsync(Question, "a", "Ros når noen prøver");
        await laptop.WriteAsync(Question, "b", "Travle vakter");
        await laptop.ShouldHaveSentAsync(Question, "b", 1);
        await workshop.GoToAsync("question-1-categorize");
        await laptop.PickAsync("Ros når noen prøver");
        await laptop.MoveToAsync("Ny kategori");

        var category = laptop.Category("Kategori 1");
        await DragAsync(laptop, laptop.GetByText("Travle vakter", new() { Exact = true }), category);
        await Assertions.Expect(category).ToContainTextAsync("Travle vakter");
        workshop.State.Notes.Values.ShouldAllBe(note => note.Clusters.Count == 1);

        await DragAsync(
            laptop,
            category.GetByText("Ros når noen prøver", new() { Exact = true }),
            laptop.Category("Løse lapper")
        );
        await Assertions.Expect(category).Not.ToContainTextAsync("Ros når noen prøver");
        workshop.State.Notes.Values.Count(note => note.Clusters.IsEmpty).ShouldBe(1);
        await laptop.Context.CloseAsync();
    }

    private static async Task DragAsync(IPage page, ILocator from, ILocator to)
    {
        await from.HoverAsync();
        await page.Mouse.DownAsync();
        await to.HoverAsync(
            new()
            {
                Position = new() { X = 30, Y = 12 },
                Force = true,
            }
        );
        await to.HoverAsync(
            new()
            {
                Position = new() { X = 34, Y = 14 },
                Force = true,
            }
        );
        await page.Mouse.UpAsync();
    }
}

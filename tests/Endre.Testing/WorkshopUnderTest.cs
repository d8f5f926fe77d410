using System.Net.Http.Json;
using System.Text.Json;
using Endre.Domain.Workshops;
using Endre.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Testing;

/// <summary>A workshop that somebody leads, from the facilitator's and the participants' side.</summary>
public sealed class WorkshopUnderTest(LiveWorkshop live, TestPerson facilitator)
{
    public Guid Id => live.Id;

    public string Code => live.State.Code;

    public TestPerson Facilitator => facilitator;

    public Workshop State => live.State;

    /// <summary>The participant's page.</summary>
    public string Page => $"/verksted/{Id}";

    /// <summary>Joins with a browser, as a person does, and answers the participant's page.</summary>
    public async Task<TestPage> JoinAsync(TestBrowser browser, string? groupId = null)
    {
        var page = await browser.OpenAsync($"/bli-med/{Code}");
        if (groupId is not null)
            page.Fill("Gruppe", groupId);
        return await page.PressAsync("Bli med");
    }

    /// <summary>Does something as the facilitator.</summary>
    public async Task<Workshop> ChangeAsync(params WorkshopCommand[] commands)
    {
        foreach (var command in commands)
        {
            var answered = await live.DecideAsync(command, new Actor.Leader(facilitator.Id));
            if (answered.Refusal is { } refusal)
                throw new InvalidOperationException($"{command} is refused: {refusal.Reason}.");
        }
        return live.State;
    }

    /// <summary>Goes on until the step with this id is the current one.</summary>
    public async Task GoToAsync(string stepId)
    {
        while (State.Current.Id != stepId)
            await ChangeAsync(new Domain.Workshops.Running.NextStep());
    }
}

public static class Workshops
{
    /// <summary>Makes a workshop by a shipped template, led by a facilitator of its own.</summary>
    public static async Task<WorkshopUnderTest> WorkshopAsync(
        this AppUnderTest app,
        string title = "Hverdagen vår",
        int groups = 3,
        string template = "mdi"
    )
    {
        var facilitator = await app.FacilitatorAsync($"Frode {Guid.CreateVersion7():N}");
        using var api = app.Api(facilitator.Token);
        using var answer = await api.PostAsJsonAsync(
            new Uri("/api/v1/workshops", UriKind.Relative),
            new
            {
                template,
                title,
                groups,
            }
        );
        answer.EnsureSuccessStatusCode();
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var id = made.GetProperty("workshopId").GetGuid();
        var live = await app.Services.GetRequiredService<LiveWorkshops>().FindAsync(id, CancellationToken.None);
        return new WorkshopUnderTest(live!, facilitator);
    }
}

using Microsoft.Playwright;

namespace Endre.Browser.Tests.Support;

/// <summary>What a facilitator does at the pages for interpreting and closing.</summary>
internal static class Desk
{
    /// <summary>The first that is not answered: a yes with who, what and when, and a no with its reason.</summary>
    public static async Task AnswerAsync(this IPage desk, bool isYes)
    {
        var proposal = desk.GetByRole(AriaRole.Article)
            .Filter(new() { Has = desk.GetByText("Gi et svar", new() { Exact = true }) })
            .First;
        if (!isYes)
        {
            await proposal.GetByRole(AriaRole.Radio, new() { Name = "Nei, fordi" }).CheckAsync();
            await proposal.GetByLabel("Fordi", new() { Exact = true }).FillAsync("Det finnes alt i kvalitetssystemet.");
        }
        else
        {
            await proposal.GetByLabel("Hvem tar det videre").FillAsync("Siri og tillitsvalgt");
            await proposal.GetByLabel("Innen").FillAsync("2026-05-01");
            await proposal.GetByLabel("Første steg").FillAsync("Vi henger opp en tavle");
        }
        await proposal.GetByRole(AriaRole.Button, new() { Name = "Lagre svaret" }).ClickAsync();
    }
}

using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>
/// What is taken back in a workshop is gone: the tables, the files, a backup, the most talkative log and the metrics are
/// searched for it, and the workshop is the same after a start.
/// </summary>
public sealed class TakenBackTests
{
    private const string Mobilizes =
        "Hva kan mobilisere medarbeidernes initiativ og involvering i endring- og innovasjonsarbeid?";
    private const string Withdrawn = "Hemmeligtekst om fru Ærfugl";
    private const string BeforeEdit = "Hemmeligutkast om fru Ærfugl";
    private const string Name = "Hemmelignavn Sæther";

    [Theory, EachDatabase]
    public async Task A_note_and_a_name_that_are_taken_back_are_nowhere(DatabaseKind kind)
    {
        await using var database = await DemoDatabase.CopyAsync(kind);
        await using var endre = await EndreProcess.StartAsync(database, "--log-level", "Trace");
        using var api = new Api(endre.Address);
        var (id, code) = await api.CreateWorkshopAsync(endre.FacilitatorToken);
        using var phone = new TestBrowser(endre.Address);
        var page = await phone.OpenAsync($"/bli-med/{code}");
        await page.Fill("Hva kan vi kalle deg? (valgfritt)", Name).PressAsync("Bli med");
        var token = await api.JoinAsync(code);
        await api.StartWritingAsync(id, endre.FacilitatorToken);

        page = await (await phone.OpenAsync($"/verksted/{id}"))
            .Fill(Mobilizes, BeforeEdit)
            .PressAsync("Legg til lapp: Mobiliserer");
        page = await page.Fill("Endre lappen", Withdrawn).PressAsync("Lagre");
        (await Dump.RowsAsync(database)).ShouldContain(row => Needle.Of("note", Withdrawn).StandsIn(row));
        page = await page.PressAsync("Trekk tilbake");
        page = await page.Fill("Hva kan vi kalle deg? (valgfritt)", "").PressAsync("Lagre");
        await page.Fill(Mobilizes, "En lapp som blir").PressAsync("Legg til lapp: Mobiliserer");
        await api.RevealAsync(id, endre.FacilitatorToken);

        var rows = await Dump.RowsAsync(database);
        var files = kind == DatabaseKind.Sqlite ? Dump.Files(database) : [];
        files["backup"] = await Dump.BackupAsync(database);
        using var machine = new HttpClient { BaseAddress = endre.Address };
        var metrics = await machine.GetStringAsync("/metrics");
        foreach (
            var gone in new[]
            {
                Needle.Of("withdrawn", Withdrawn),
                Needle.Of("before the edit", BeforeEdit),
                Needle.Of("name", Name),
            }
        )
        {
            rows.Where(gone.StandsIn).ShouldBeEmpty($"{gone.Name} in a table");
            files.Where(f => gone.StandsIn(f.Value)).Select(f => f.Key).ShouldBeEmpty($"{gone.Name} in a file");
            endre.Log.Where(gone.StandsIn).ShouldBeEmpty($"{gone.Name} in the log");
            gone.StandsIn(metrics).ShouldBeFalse($"{gone.Name} in the metrics");
        }
        Needle.Of("kept", "En lapp som blir").StandsIn(files["backup"]).ShouldBeTrue();

        var before = await api.StateAsync(id, token);
        await endre.KillAsync();
        await endre.StartAsync();
        using var again = new Api(endre.Address);
        var after = await again.StateAsync(id, token);
        after.GetProperty("sequence").GetInt64().ShouldBe(before.GetProperty("sequence").GetInt64());
        after.GetProperty("notes").GetRawText().ShouldBe(before.GetProperty("notes").GetRawText());
        after.GetProperty("notes").GetArrayLength().ShouldBe(1);
    }
}

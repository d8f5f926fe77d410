using System.Globalization;
using Endre.Storage.Transfers;
using Endre.Testing;
using Endre.Web.Hosting;
using Endre.Web.Operation;

namespace Endre.Web.Tests.Operation;

public sealed class VerbsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task The_help_names_every_verb_and_every_setting(string word)
    {
        var said = await RunAsync(word);
        foreach (var verb in Verbs.All)
            said.ShouldContain($"endre {verb.Name}");
        foreach (var setting in KnownSettings.All)
            said.ShouldContain($"--{setting.Name} ");
        said.Split('\n').ShouldAllBe(line => line.Length <= 120);
    }

    [Fact]
    public async Task Each_verb_tells_about_itself()
    {
        foreach (var verb in Verbs.All)
        {
            var said = await RunAsync(verb.Name, "--help");
            said.ShouldStartWith($"endre {verb.Usage}\n");
            said.ShouldContain(verb.About);
            verb.Options.ShouldAllBe(option => said.Contains($"--{option.Name}", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("version")]
    public async Task The_version_is_told(string word) => (await RunAsync(word)).ShouldMatch(@"^\d+\.\d+\.\d+");

    [Fact]
    public async Task Settings_alone_are_no_verb()
    {
        (await Verbs.RunAsync(["--port", "1"], TextWriter.Null)).ShouldBeNull();
        (await Verbs.RunAsync([], TextWriter.Null)).ShouldBeNull();
    }

    [Fact]
    public async Task A_word_that_is_no_verb_is_told() =>
        (await FaultsAsync("bakcup")).ShouldBe([
            "\"bakcup\" is nothing that endre does. It does backup, restore, export, import, check, break-glass; "
                + "see endre --help.",
        ]);

    [Fact]
    public async Task Everything_wrong_with_a_call_is_told_at_once() =>
        (await FaultsAsync("backup", "--keep", "--port", "80000")).ShouldBe(
            [
                "endre backup needs a file or folder: endre backup <file or folder> [--keep 14].",
                "--keep needs a value, such as 14.",
                "--port must be a whole number from 0 to 65535, not \"80000\".",
            ],
            ignoreOrder: true
        );

    [Fact]
    public async Task A_verb_takes_one_thing_and_says_which() =>
        (await FaultsAsync("restore", "a", "b", "--overwrite=ja", "--prot=1")).ShouldBe(
            [
                "\"b\" is one too many: endre restore <file> [--overwrite].",
                "--overwrite takes no value.",
                "--prot is no setting of Endre. Did you mean --port?",
            ],
            ignoreOrder: true
        );

    [Theory]
    [InlineData("0")]
    [InlineData("mange")]
    public async Task How_many_to_keep_is_a_number(string keep)
    {
        var faults = await FaultsAsync("backup", _folder.Path, "--keep", keep, "--data", _folder.Path);
        faults.ShouldBe([$"--keep must be a whole number from 1 to 10000, not \"{keep}\"."]);
    }

    [Fact]
    public async Task Backups_in_a_folder_are_named_by_the_instant_and_the_oldest_go()
    {
        await using var app = await AppUnderTest.StartAsync();
        var made = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var said = await RunAsync("backup", _folder.Path, "--keep=2", "--data", app.DataFolder);
            made.Add(said.Split('\n')[0]["backup: ".Length..]);
            said.ShouldBe(i < 2 ? $"backup: {made[i]}\n" : $"backup: {made[2]}\ndeleted: {made[0]}\n");
        }
        Directory.GetFiles(_folder.Path).ShouldBe(made[1..], ignoreOrder: true);
    }

    [Fact]
    public async Task Everything_is_exported_and_imported_in_a_sentence_each()
    {
        await using var app = await AppUnderTest.StartAsync("--demo");
        var file = Path.Combine(_folder.Path, "alt.endre");
        var there = Path.Combine(_folder.Path, "ny");

        var exported = await RunAsync("export", file, "--data", app.DataFolder);
        var imported = await RunAsync("import", file, "--data", there);

        exported.ShouldMatch($@"^exported: \d+ rows of \d+ tables to {file}\n$");
        imported.ShouldBe(
            exported
                .Replace("exported", "imported", StringComparison.Ordinal)
                .Replace(file, $"SQLite in {there}", StringComparison.Ordinal)
        );
        var again = await Should.ThrowAsync<DatabaseIsNotEmpty>(() => RunAsync("import", file, "--data", there));
        again.Message.ShouldContain("Choose another folder with --data");
    }

    [Fact]
    public async Task The_check_says_what_is_set_and_whether_the_database_answers()
    {
        var said = await RunAsync("check", "--data", _folder.Path, "--metrics-token", "hemmelig0123456789");
        said.ShouldContain($"data = {_folder.Path}, from --data");
        said.ShouldContain("metrics-token = (secret), from --metrics-token");
        said.ShouldNotContain("hemmelig");
        said.ShouldContain($"database: SQLite in {_folder.Path}, made at the first start");
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();

        await using var app = await AppUnderTest.StartAsync();
        (await RunAsync("check", "--data", app.DataFolder)).ShouldContain(", ready");
    }

    [Theory]
    [InlineData("backup", "There is no database in")]
    [InlineData("export", "There is no database of Endre here")]
    public async Task Nothing_is_made_where_there_is_nothing(string verb, string said)
    {
        var data = Path.Combine(_folder.Path, "tom");
        var refusal = await Should.ThrowAsync<TransferRefused>(() =>
            RunAsync(verb, Path.Combine(_folder.Path, "fil"), "--data", data)
        );
        refusal.Message.ShouldStartWith(said);
        Directory.Exists(data).ShouldBeFalse();
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("restore")]
    [InlineData("import")]
    public async Task A_file_that_is_not_there_is_told_in_a_line_and_an_exit_code(string verb) =>
        (await Program.Main([verb, Path.Combine(_folder.Path, "borte"), "--data", _folder.Path])).ShouldBe(2);

    private static async Task<string> RunAsync(params string[] args)
    {
        await using var console = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        (await Verbs.RunAsync(args, console)).ShouldBe(0);
        return console.ToString();
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(params string[] args) =>
        (await Should.ThrowAsync<SettingsFault>(() => Verbs.RunAsync(args, TextWriter.Null))).Lines;
}

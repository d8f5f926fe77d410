using System.IO.Compression;
using System.Text;
using CsCheck;
using Endre.Storage.Tests.EventLog;
using Endre.Storage.Transfers;
using Endre.Testing;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.Transfers;

/// <summary>A file that is cut or changed is never taken for a whole one, and leaves the database as it was.</summary>
public sealed class DamagedFileTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestDatabase _source = null!;
    private TestDatabase _target = null!;
    private byte[] _whole = [];

    public async ValueTask InitializeAsync()
    {
        _source = await TestDatabase.UpgradedAsync(DatabaseKind.Sqlite);
        _target = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await using (var node = StorageNode.On(_source))
        {
            await using var context = await node.OpenAsync();
            await Filler.FillAsync(context, Filler.ModelOf(context), FullDatabase.Rows, Ct);
            await node.Log.AppendAsync(Guid.CreateVersion7(), 0, "Blåbær", "Tyttebær");
        }
        await FullDatabase.ExportAsync(_source, FileAt("whole"));
        _whole = await File.ReadAllBytesAsync(FileAt("whole"), Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _target.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_that_is_cut_anywhere_is_refused()
    {
        foreach (var length in Enumerable.Range(0, 40).Select(i => _whole.Length * i / 40).Append(_whole.Length - 1))
        {
            await ShouldBeRefusedAsync(_whole[..length]);
        }
    }

    [Fact]
    public async Task A_file_in_which_any_byte_is_changed_is_refused_or_has_the_same_content()
    {
        var expected = await RawContent.LinesAsync(_source.Options, Ct);
        await Gen.Select(Gen.Int[0, _whole.Length - 1], Gen.Byte[1, 255])
            .SampleAsync(
                async (at, change) =>
                {
                    var changed = _whole.ToArray();
                    changed[at] ^= change;
                    await File.WriteAllBytesAsync(FileAt("changed"), changed, Ct);
                    try
                    {
                        await FullDatabase.ImportAsync(_target, FileAt("changed"), overwrite: true);
                    }
                    catch (TransferRefused)
                    {
                        return;
                    }
                    // A date in the zip's own lists, or a word of the manifest that says who made it.
                    var found = await RawContent.LinesAsync(_target.Options, Ct);
                    found.Keys.ShouldBe(expected.Keys, ignoreOrder: true);
                    found.ShouldAllBe(table => table.Value.SequenceEqual(expected[table.Key]));
                },
                iter: 150,
                threads: 1
            );
    }

    [Theory]
    [InlineData("tables/people.jsonl", "Blåbær", "Bringebær", "the table people has been changed")]
    [InlineData("tables/units.jsonl", "]\n[", "]\n[1],[", "row 2 of the table units cannot be read")]
    [InlineData(
        "manifest.json",
        "\"version\": 1",
        "\"version\": 2",
        "it is written in version 2, and this Endre reads 1"
    )]
    [InlineData("manifest.json", "endre-everything", "noe-annet", "it is cut, or no file of everything from Endre")]
    [InlineData("manifest.json", "\"rows\"", "\"rader\"", "its manifest cannot be read")]
    public async Task A_file_that_somebody_has_changed_is_refused(string entry, string was, string becomes, string said)
    {
        var refusal = await ShouldBeRefusedAsync(Changed(entry, was, becomes));
        refusal.Message.ShouldContain(said);
    }

    [Theory]
    [InlineData(
        "\"display_name\"",
        "\"visningsnavn\"",
        "people's column visningsnavn (Text, may be empty) is not known"
    )]
    [InlineData("\"FactorIds\",", "", "the step FactorIds is missing in the file")]
    public async Task A_file_from_another_version_is_refused_and_both_are_named(string was, string becomes, string said)
    {
        var refusal = await ShouldBeRefusedAsync(Changed("manifest.json", was, becomes));
        refusal.ShouldBeOfType<SchemaDiffers>();
        refusal.Message.ShouldStartWith("The file was made by another version of Endre (0.");
        refusal
            .Message.Replace(", may be empty", "", StringComparison.Ordinal)
            .ShouldContain(said.Replace(", may be empty", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_with_a_table_too_few_or_too_many_is_refused()
    {
        await ShouldBeRefusedAsync(Rewritten((entry, text) => entry == "tables/roles.jsonl" ? null : text));
        await ShouldBeRefusedAsync(Rewritten((_, text) => text, zip => zip.CreateEntry("tables/mer.jsonl")));
    }

    [PostgresFact]
    public async Task A_server_that_gets_a_damaged_file_keeps_what_it_has()
    {
        await using var server = await FullDatabase.MakeAsync(DatabaseKind.Postgres);
        var before = await RawContent.LinesAsync(server.Options, Ct);
        await File.WriteAllBytesAsync(FileAt("bad"), Changed("tables/workshops.jsonl", "[", "[ "), Ct);

        await Should.ThrowAsync<FileIsDamaged>(() => FullDatabase.ImportAsync(server, FileAt("bad"), overwrite: true));

        var after = await RawContent.LinesAsync(server.Options, Ct);
        after.ShouldAllBe(table => table.Value.SequenceEqual(before[table.Key]));
    }

    [PostgresFact]
    public async Task What_only_SQLite_can_hold_is_told_by_its_table_and_column()
    {
        await using (var node = StorageNode.On(_source))
        await using (var context = await node.OpenAsync())
        {
            var unit = context.Units.First();
            unit.Name = new string('å', 201);
            await context.SaveChangesAsync(Ct);
        }
        await FullDatabase.ExportAsync(_source, FileAt("long"));
        await using var server = await TestDatabase.EmptyAsync(DatabaseKind.Postgres);

        var refusal = await Should.ThrowAsync<TransferRefused>(() => FullDatabase.ImportAsync(server, FileAt("long")));

        refusal.Message.ShouldContain("A row of units is not taken: value too long");
        refusal.Message.ShouldContain("line 1, column name");
        refusal.Message.ShouldNotContain("ååå");
    }

    [Theory, EachDatabase]
    public async Task A_row_that_refers_to_nothing_is_refused(DatabaseKind kind)
    {
        await using var target = await TestDatabase.EmptyAsync(kind);
        var lines = Rewritten((entry, text) => entry == "tables/people.jsonl" ? "" : text);
        await File.WriteAllBytesAsync(FileAt("alone"), WithTrueChecksums(lines), Ct);

        var refusal = await Should.ThrowAsync<TransferRefused>(() => FullDatabase.ImportAsync(target, FileAt("alone")));

        refusal.Message.ShouldContain("refers to");
    }

    private async Task<TransferRefused> ShouldBeRefusedAsync(byte[] file)
    {
        await File.WriteAllBytesAsync(FileAt("bad"), file, Ct);
        var refusal = await Should.ThrowAsync<TransferRefused>(() => FullDatabase.ImportAsync(_target, FileAt("bad")));
        File.Exists(_target.Options.SqliteFile).ShouldBeFalse();
        File.Exists(_target.Options.SqliteFile + ".part").ShouldBeFalse();
        return refusal;
    }

    private byte[] Changed(string entry, string was, string becomes) =>
        Rewritten(
            (name, text) =>
            {
                if (name != entry)
                    return text;
                var at = text.IndexOf(was, StringComparison.Ordinal);
                at.ShouldBeGreaterThanOrEqualTo(0);
                return text[..at] + becomes + text[(at + was.Length)..];
            }
        );

    private byte[] Rewritten(Func<string, string, string?> change, Action<ZipArchive>? more = null)
    {
        using var from = new ZipArchive(new MemoryStream(_whole));
        using var bytes = new MemoryStream();
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var entry in from.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                if (change(entry.FullName, reader.ReadToEnd()) is { } text)
                    Write(to, entry.FullName, text);
            }
            more?.Invoke(to);
        }
        return bytes.ToArray();
    }

    private static byte[] WithTrueChecksums(byte[] file)
    {
        using var bytes = new MemoryStream();
        bytes.Write(file);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("manifest.json")!;
            using var reader = new StreamReader(entry.Open());
            var manifest = System.Text.Json.Nodes.JsonNode.Parse(reader.ReadToEnd())!;
            reader.Dispose();
            entry.Delete();
            var people = manifest["tables"]!.AsArray().Single(table => (string)table!["name"]! == "people")!;
            people["rows"] = 0;
            people["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([]));
            Write(zip, "manifest.json", manifest.ToJsonString());
        }
        return bytes.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private string FileAt(string name) => Path.Combine(_folder.Path, name);
}

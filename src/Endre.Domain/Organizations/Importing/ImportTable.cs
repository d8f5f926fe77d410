using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Endre.Domain.Organizations.Importing;

/// <summary>A file of people and units as it was read: text only.</summary>
/// <param name="Header">The headings.</param>
/// <param name="Rows">The rows below them.</param>
public sealed record ImportTable(ImmutableArray<string> Header, ImmutableArray<ImportRow> Rows);

/// <summary>A row of the file.</summary>
/// <param name="Number">Its number as a spreadsheet shows it.</param>
/// <param name="Fields">Its fields; those that are missing at the end count as empty.</param>
public sealed record ImportRow(int Number, ImmutableArray<string> Fields);

/// <summary>What a column tells.</summary>
public enum ImportColumn
{
    /// <summary>What the HR system calls the person.</summary>
    EmployeeNumber,

    /// <summary>The person's name.</summary>
    Name,

    /// <summary>The person's e-mail address.</summary>
    Email,

    /// <summary>The unit: its code, its name, or its path from above.</summary>
    Unit,

    /// <summary>What the HR system calls the unit.</summary>
    UnitCode,

    /// <summary>The unit that it is a part of.</summary>
    ParentUnit,

    /// <summary>What sort of unit it is.</summary>
    UnitKind,

    /// <summary>The title of the position.</summary>
    Title,

    /// <summary>What the person is in the unit; several are separated by commas.</summary>
    Role,

    /// <summary>How the person is tied to the organization.</summary>
    Affiliation,

    /// <summary>The first day of the position.</summary>
    From,

    /// <summary>The last day of the position.</summary>
    To,
}

/// <summary>The words that headings and cells may use: bokmål, nynorsk and English.</summary>
public static class ImportWords
{
    private static readonly FrozenDictionary<string, ImportColumn> Columns = Map<ImportColumn>(
        (
            ImportColumn.EmployeeNumber,
            "ansattnummer ansattnr tilsettnummer tilsettnr eksternid id employeenumber employeeid"
        ),
        (ImportColumn.EmployeeNumber, "externalid personnr ressursnummer ressursnr employeeno staffnumber"),
        (ImportColumn.Name, "navn namn name fulltnavn fulltnamn fullname displayname visningsnavn"),
        (ImportColumn.Email, "epost epostadresse email emailaddress mail brukernavn username"),
        (ImportColumn.Unit, "enhet eining unit avdeling department organisasjonsenhet enhetsnavn einingsnamn unitname"),
        (ImportColumn.UnitCode, "enhetskode einingskode unitcode enhetsnummer einingsnummer departmentcode"),
        (ImportColumn.ParentUnit, "overordnetenhet overordnaeining parentunit overordnet overordna parent"),
        (
            ImportColumn.UnitKind,
            "enhetensslag slag einingsslag slageining enhetstype einingstype unitkind unittype kind"
        ),
        (ImportColumn.UnitKind, "enhetsslag"),
        (ImportColumn.Title, "stilling stillingstittel tittel title jobtitle position"),
        (ImportColumn.Role, "rolle roller rolla rollar role roles"),
        (
            ImportColumn.Affiliation,
            "tilknytning tilknyting affiliation tilsettingsforhold ansettelsesforhold employment"
        ),
        (ImportColumn.From, "fra frå from fradato frådato startdato start startdate"),
        (ImportColumn.To, "til to tildato sluttdato slutt enddate end todate")
    );

    private static readonly FrozenDictionary<string, string> Kinds = Map<string>(
        (
            UnitKind.Municipality,
            "kommune fylkeskommune helseforetak selskap virksomhetstopp municipality organization top"
        ),
        (UnitKind.Area, "område kommunalområde område klinikk sektor area sector clinic"),
        (UnitKind.Institution, "virksomhet verksemd institusjon institution"),
        (UnitKind.Department, "avdeling department seksjon section post ward"),
        (UnitKind.Team, "team gruppe group lag")
    );

    private static readonly FrozenDictionary<string, string> Roles = Map<string>(
        (UnitRole.Employee, "medarbeider medarbeidar ansatt tilsett employee"),
        (UnitRole.Leader, "leder leiar leader manager"),
        (UnitRole.Deputy, "stedfortreder stadfortredar nestleder nestleiar deputy"),
        (UnitRole.ChangeAgent, "endringshode endringshovud pådriver pådrivar changeagent"),
        (UnitRole.UnionRepresentative, "tillitsvalgt tillitsvald unionrepresentative"),
        (UnitRole.SafetyRepresentative, "verneombud verneombod vernombod safetyrepresentative")
    );

    private static readonly FrozenDictionary<string, string> Affiliations = Map<string>(
        (Affiliation.Permanent, "fast permanent"),
        (Affiliation.Temporary, "midlertidig mellombels vikar temporary"),
        (Affiliation.HiredIn, "innleid innleigd hiredin contractor")
    );

    /// <summary>The column that a heading names, or null.</summary>
    /// <param name="heading">As it stands in the file: case, spaces and signs do not count.</param>
    public static ImportColumn? Column(string heading) => Columns.TryGetValue(Plain(heading), out var c) ? c : null;

    /// <summary>The kind of unit, as a word of <see cref="UnitKind"/>; null when nobody knows it.</summary>
    /// <param name="word">As it stands in the file.</param>
    public static string? Kind(string word) => Kinds.GetValueOrDefault(Plain(word));

    /// <summary>The role, as a word of <see cref="UnitRole"/>; null when nobody knows it.</summary>
    /// <param name="word">As it stands in the file.</param>
    public static string? Role(string word) => Roles.GetValueOrDefault(Plain(word));

    /// <summary>The tie, as a word of <see cref="Organizations.Affiliation"/>; null when nobody knows it.</summary>
    /// <param name="word">As it stands in the file.</param>
    public static string? Tie(string word) => Affiliations.GetValueOrDefault(Plain(word));

    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }
        return plain.ToString();
    }

    private static FrozenDictionary<string, T> Map<T>(params (T Meaning, string Words)[] all) =>
        all.SelectMany(pair => pair.Words.Split(' ').Distinct().Select(word => (word, pair.Meaning)))
            .ToFrozenDictionary(pair => pair.word, pair => pair.Meaning, StringComparer.Ordinal);
}

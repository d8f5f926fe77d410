using Endre.Domain.Organizations;
using Endre.Domain.Organizations.Importing;

namespace Endre.Domain.Tests.Organizations.Importing;

public sealed class ImportRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Top = Guid.CreateVersion7();
    private static readonly Guid Health = Guid.CreateVersion7();
    private static readonly Guid Care = Guid.CreateVersion7();
    private static readonly Guid North = Guid.CreateVersion7();
    private static readonly Guid South = Guid.CreateVersion7();
    private static readonly Guid Kari = Guid.CreateVersion7();
    private static readonly Guid Per = Guid.CreateVersion7();
    private static readonly Guid Ada = Guid.CreateVersion7();
    private static readonly Guid KariInNorth = Guid.CreateVersion7();

    internal static readonly ImportSnapshot Fjordvik = new(
        [
            new Unit(Top, null, "Fjordvik kommune", UnitKind.Municipality),
            new Unit(Health, Top, "Helse og mestring", UnitKind.Area),
            new Unit(Care, Health, "Hjemmetjenesten", UnitKind.Department, "310"),
            new Unit(North, Care, "Team nord", UnitKind.Team, "311"),
            new Unit(South, Care, "Team sør", UnitKind.Team),
        ],
        [
            Person(
                Kari,
                "1001",
                "Kari Nes",
                [new KnownPlace(KariInNorth, North, UnitRole.Employee, "Hjelpepleier", null, null)]
            ),
            Person(Per, null, "Per Vik", []),
            Person(Ada, null, "Ada Lie", []) with
            {
                MayEnd = false,
            },
        ]
    );

    [Fact]
    public void A_new_person_gets_a_place_in_a_unit_told_by_its_path()
    {
        var plan = Plan(
            "Ansattnummer;Navn;E-post;Enhet;Stilling",
            "1002;Liv Å;liv@x.no;Helse og mestring / Hjemmetjenesten / Team nord;Sykepleier"
        );
        plan.Changes.Length.ShouldBe(2);
        plan.Changes[0]
            .ShouldBe(new ImportChange.PersonAdded("liv@x.no", "Liv Å", "1002", Affiliation.Permanent, null));
        var place = plan.Changes[1].ShouldBeOfType<ImportChange.PlaceStarted>();
        (place.Unit.Id, place.Role, place.Title).ShouldBe((North, UnitRole.Employee, "Sykepleier"));
    }

    [Theory]
    [InlineData("Tilsettnummer;Namn;E-post;Eining;Rolle", "1002;Liv;liv@x.no;311;leiar")]
    [InlineData("Employee number;Full name;E-mail;Unit;Role", "1002;Liv;liv@x.no;team NORD;Manager")]
    [InlineData("ANSATTNR.;Navn;e-postadresse;enhet;roller", "1002;Liv;liv@x.no;Hjemmetjenesten / Team nord;Leder")]
    public void Headings_and_words_are_taken_in_three_languages(string header, string row)
    {
        var place = Plan(header, row).Changes[^1].ShouldBeOfType<ImportChange.PlaceStarted>();
        (place.Unit.Id, place.Role).ShouldBe((North, UnitRole.Leader));
    }

    [Fact]
    public void Somebody_in_another_unit_has_moved()
    {
        var moved = Plan("Ansattnummer;Enhet", "1001;Team sør")
            .Changes.Single()
            .ShouldBeOfType<ImportChange.PlaceMoved>();
        (moved.Id, moved.From.Id, moved.To.Id, moved.Title).ShouldBe((KariInNorth, North, South, "Hjelpepleier"));
    }

    [Fact]
    public void What_is_as_the_file_says_is_unchanged_and_empty_cells_leave_things_alone()
    {
        var plan = Plan(
            "Ansattnummer;Navn;E-post;Enhet;Stilling",
            "1001;Kari Nes;kari.nes@x.no;Team nord;",
            ";;PER.VIK@x.no;;"
        );
        plan.Changes.ShouldBe([
            new ImportChange.PersonCorrected(Per, "Per Vik", "email", "per.vik@x.no", "PER.VIK@x.no"),
        ]);
        plan.UnchangedPeople.ShouldBe(1);
    }

    [Fact]
    public void A_unit_with_a_code_is_renamed_and_moved()
    {
        var plan = Plan("Enhetskode;Enhet;Overordnet enhet", "311;Team nordvest;Helse og mestring");
        plan.Changes.Length.ShouldBe(2);
        plan.Changes[0].ShouldBeOfType<ImportChange.UnitReworded>().To.ShouldBe("Team nordvest");
        plan.Changes[1].ShouldBeOfType<ImportChange.UnitRelocated>().To!.Id.ShouldBe(Health);
    }

    [Fact]
    public void Units_are_opened_from_above_whatever_the_order_of_the_rows()
    {
        var plan = Plan(
            "Enhet;Overordnet enhet;Enhetens slag",
            "Natt;Solbakken;team",
            "Solbakken;Oppvekst;virksomhet",
            "Oppvekst;Fjordvik kommune;område"
        );
        plan.Changes.Cast<ImportChange.UnitAdded>()
            .Select(c => c.Path)
            .ShouldBe([
                "Fjordvik kommune / Oppvekst",
                "Fjordvik kommune / Oppvekst / Solbakken",
                "Fjordvik kommune / Oppvekst / Solbakken / Natt",
            ]);
    }

    [Fact]
    public void Those_who_are_missing_are_left_alone_unless_told_and_administrators_always()
    {
        var plan = Plan("Ansattnummer;Navn", "1001;Kari Nes");
        plan.Changes.ShouldBeEmpty();
        plan.Missing.Select(who => who.Id).ShouldBe([Per]);
        var (ended, _) = ImportRules.Plan(
            Fjordvik,
            Table("Ansattnummer;Navn", "1001;Kari Nes"),
            new ImportChoices(true, Kari),
            Today
        );
        ended!.Changes.ShouldBe([new ImportChange.PersonEnded(Per, "Per Vik", Kari)]);
    }

    [Theory]
    [InlineData(null, "SuccessorMissing")]
    [InlineData("per", "SuccessorLeaves")]
    public void Who_takes_over_must_be_told_and_must_stay(string? who, string reason)
    {
        var choices = new ImportChoices(true, who is null ? null : Per);
        ImportRules
            .Plan(Fjordvik, Table("Ansattnummer;Navn", "1001;Kari Nes"), choices, Today)
            .Faults.Single()
            .Reason.ShouldBe(reason);
    }

    [Fact]
    public void A_file_of_units_alone_deactivates_nobody() =>
        ImportRules
            .Plan(Fjordvik, Table("Enhet", "Team nord"), new ImportChoices(true, Ada), Today)
            .Faults.ShouldContain(fault => fault.Reason == "MissingNeedsPeople");

    [Theory]
    [InlineData("Navn;E-post", "Liv;liv", ImportColumn.Email, "EmailInvalid")]
    [InlineData(
        "Ansattnummer;Navn;E-post",
        "01019912345;Liv;liv@x.no",
        ImportColumn.EmployeeNumber,
        "NationalIdentityNumber"
    )]
    [InlineData("Navn;E-post;Enhet", "Liv;liv@x.no;Team vest", ImportColumn.Unit, "UnitUnknown")]
    [InlineData("Enhet;Overordnet enhet", "Team vest;Finnes ikke", ImportColumn.ParentUnit, "UnitUnknown")]
    [InlineData("Enhet;Enhetens slag", "Team vest;sirkus", ImportColumn.UnitKind, "KindUnknown")]
    [InlineData("E-post;Navn;Rolle", "liv@x.no;Liv;konge", ImportColumn.Role, "RoleUnknown")]
    [InlineData("E-post;Navn;Tilknytning", "liv@x.no;Liv;venn", ImportColumn.Affiliation, "AffiliationUnknown")]
    [InlineData("E-post;Navn;Fra", "liv@x.no;Liv;31.02.2026", ImportColumn.From, "DateInvalid")]
    [InlineData("E-post;Navn;Fra;Til", "liv@x.no;Liv;1.3.2026;1.2.2026", ImportColumn.To, "ToBeforeFrom")]
    [InlineData("Navn", "Liv", null, "HeadingMissing")]
    [InlineData("Navn;E-post", "Liv;", ImportColumn.Email, "PersonUnknown")]
    [InlineData("Navn;E-post", ";ny@x.no", ImportColumn.Name, "NameMissing")]
    [InlineData("Ansattnummer;Navn", "7;Ny", ImportColumn.Email, "EmailMissing")]
    [InlineData("Ansattnummer;E-post", "1001;per.vik@x.no", ImportColumn.Email, "EmailTaken")]
    [InlineData("Ansattnummer;E-post", "1009;kari.nes@x.no", ImportColumn.EmployeeNumber, "NumberIsAnother")]
    [InlineData("E-post;E-post", "a@x.no;b@x.no", ImportColumn.Email, "HeadingTwice")]
    [InlineData(
        "Enhetskode;Enhet;Overordnet enhet",
        "310;Hjemmetjenesten;Team nord",
        ImportColumn.ParentUnit,
        "UnitInItself"
    )]
    [InlineData("Enhetskode;Enhet", "311;Team sør", ImportColumn.Unit, "UnitNameTaken")]
    [InlineData("Enhetskode;Enhet", "999;Hjemmetjenesten / Team nord", ImportColumn.UnitCode, "UnitHasAnotherCode")]
    public void What_cannot_be_used_is_told_by_row_and_column(
        string header,
        string row,
        ImportColumn? column,
        string reason
    )
    {
        var (plan, faults) = ImportRules.Plan(Fjordvik, Table(header, row), new ImportChoices(), Today);
        plan.ShouldBeNull();
        faults.ShouldContain(fault => fault.Column == column && fault.Reason == reason);
        faults.ShouldAllBe(fault => fault.Row == 2 || reason.StartsWith("Heading", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_of_one_person_that_disagree_are_told()
    {
        var faults = ImportRules
            .Plan(
                Fjordvik,
                Table("Ansattnummer;Navn;E-post", "5;Liv;liv@x.no", "5;Lise;liv@x.no"),
                new ImportChoices(),
                Today
            )
            .Faults;
        faults.ShouldBe([new ImportFault(3, ImportColumn.Name, "RowsDisagree", "2", "Liv", "Lise")], new SameFault());
    }

    [Fact]
    public void Dates_are_taken_as_people_and_spreadsheets_write_them()
    {
        string[] dates =
        [
            "2026-08-15",
            "15.08.2026",
            "15.8.26",
            "15/8/2026",
            "46249",
            "20260815",
            "2026-08-15 00:00:00",
        ];
        foreach (var date in dates)
        {
            Plan("E-post;Enhet;Fra", $"per.vik@x.no;Team nord;{date}")
                .Changes.Single()
                .ShouldBeOfType<ImportChange.PlaceStarted>()
                .Since.ShouldBe(new DateOnly(2026, 8, 15), date);
        }
    }

    [Fact]
    public void Five_thousand_people_are_planned_in_a_moment()
    {
        var rows = Enumerable
            .Range(0, 5_000)
            .Select(i => $"{10_000 + i};Person {i};p{i}@x.no;Team {(i % 2 == 0 ? "nord" : "sør")}");
        Plan("Ansattnummer;Navn;E-post;Enhet", [.. rows]).Changes.Length.ShouldBe(10_000);
    }

    private static KnownPerson Person(Guid id, string? number, string name, KnownPlace[] places) =>
        new(
            id,
            number,
            name,
            $"{name.ToLowerInvariant().Replace(' ', '.')}@x.no",
            Affiliation.Permanent,
            null,
            true,
            true,
            [.. places]
        );

    private static ImportPlan Plan(string header, params string[] rows)
    {
        var (plan, faults) = ImportRules.Plan(Fjordvik, Table(header, rows), new ImportChoices(), Today);
        faults.ShouldBeEmpty();
        ImportRules
            .Plan(Carried.Out(Fjordvik, plan!, Today), Table(header, rows), new ImportChoices(), Today)
            .Plan!.Changes.ShouldBeEmpty();
        return plan!;
    }

    internal static ImportTable Table(string header, params string[] rows) =>
        new(
            [.. header.Split(';')],
            [.. rows.Index().Select(row => new ImportRow(row.Index + 2, [.. row.Item.Split(';')]))]
        );

    private sealed class SameFault : IEqualityComparer<ImportFault>
    {
        public bool Equals(ImportFault? x, ImportFault? y) =>
            (x!.Row, x.Column, x.Reason) == (y!.Row, y.Column, y.Reason) && x.Details.SequenceEqual(y.Details);

        public int GetHashCode(ImportFault obj) => obj.Row;
    }
}

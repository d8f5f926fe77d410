using Endre.Domain.Organizations.Importing;

namespace Endre.Domain.Tests.Organizations.Importing;

/// <summary>Whoever mends a file is told all that is wrong in it, in one round.</summary>
public sealed class ImportFaultsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_and_nothing_that_only_follows_from_it()
    {
        var table = ImportRulesTests.Table(
            "Ansattnummer;Navn;E-post;Enhet;Overordnet enhet;Enhetens slag;Rolle;Fra",
            // Opens a unit although its kind is unknown: row 3 refers to it.
            ";;;Team vest;Hjemmetjenesten;sirkus;;",
            "7;Liv;liv;Team vest;;;konge;",
            "8;;ny@x.no;Team øst;;;;31.02.2026",
            "1009;Kari Nes;kari.nes@x.no;;;;;",
            "9;Ola;ola@x.no;Team nord;;;;",
            "9;Ole;ola@x.no;Team nord;;;;1.1.2026",
            ";;ukjent;;;;;",
            ";;;Team i lufta;Finnes ikke;;;"
        );
        var (plan, faults) = ImportRules.Plan(ImportRulesTests.Fjordvik, table, new ImportChoices(), Today);

        plan.ShouldBeNull();
        faults
            .Select(fault => (fault.Row, fault.Column, fault.Reason))
            .ShouldBe([
                (2, ImportColumn.UnitKind, "KindUnknown"),
                (3, ImportColumn.Email, "EmailInvalid"),
                (3, ImportColumn.Role, "RoleUnknown"),
                (4, ImportColumn.Name, "NameMissing"),
                (4, ImportColumn.Unit, "UnitUnknown"),
                (4, ImportColumn.From, "DateInvalid"),
                (5, ImportColumn.EmployeeNumber, "NumberIsAnother"),
                (7, ImportColumn.Name, "RowsDisagree"),
                (7, ImportColumn.Unit, "PlacesDisagree"),
                (8, ImportColumn.Email, "EmailInvalid"),
                (9, ImportColumn.ParentUnit, "UnitUnknown"),
            ]);
    }

    [Fact]
    public void A_circle_of_units_keeps_no_other_fault_from_being_told()
    {
        var table = ImportRulesTests.Table(
            "Enhetskode;Enhet;Overordnet enhet;Navn;E-post",
            "310;Hjemmetjenesten;Team nord;;",
            "311;Team sør;;;",
            ";;;;liv@x.no"
        );
        ImportRules
            .Plan(ImportRulesTests.Fjordvik, table, new ImportChoices(), Today)
            .Faults.Select(fault => (fault.Row, fault.Reason))
            .ShouldBe([(2, "UnitInItself"), (3, "UnitNameTaken"), (4, "NameMissing")]);
    }

    [Fact]
    public void A_unit_that_one_row_gives_another_name_is_not_called_by_its_old_one_in_another()
    {
        var table = ImportRulesTests.Table(
            "Enhetskode;Enhet;Overordnet enhet;Navn;E-post",
            "311;Team nordvest;;;",
            ";Team nord;Hjemmetjenesten;Liv Ny;liv@x.no"
        );
        ImportRules
            .Plan(ImportRulesTests.Fjordvik, table, new ImportChoices(), Today)
            .Faults.Select(fault => (fault.Row, fault.Column, fault.Reason))
            .ShouldBe([(3, ImportColumn.Unit, "UnitUnknown")]);
    }
}

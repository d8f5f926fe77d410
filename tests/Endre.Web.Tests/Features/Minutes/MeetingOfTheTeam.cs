using Endre.Domain.Organizations;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;

namespace Endre.Web.Tests.Features.Minutes;

/// <summary>The meeting that these tests hold: one matter for everybody, and one about somebody.</summary>
internal static class MeetingOfTheTeam
{
    public const string Light = "Lyset i gangen";
    public const string About = "Hemmelig tilrettelegging";

    public static readonly string[] OfAbout =
    [
        "Hemmelig",
        "tilrettelegging",
        "Ryggplager",
        "nattevakt",
        "Dagvakt",
        "avtaleutkast",
        "malskjema",
    ];

    public static readonly string[] ForAll =
    [
        "Lyset i gangen",
        "Det blinker. Čáhppe så det først, på blåbærøya.",
        "Alle rør byttes",
        "Bestille lysrør",
        "Ringe vaktmester",
    ];

    /// <summary>The leader of the team, who holds it.</summary>
    public static Task<TestPerson> LeaderOfTeamAsync(this Fjord fjord, string name = "Tove Teamleder") =>
        fjord.PersonAsync(name, fjord.Team, UnitRole.Leader);

    public static Task<Guid> MeetAsync(
        this Fjord fjord,
        TestPerson leader,
        bool isOver = true,
        params IReadOnlyList<TestPerson> guests
    ) =>
        fjord.App.MeetingAsync(
            fjord.Team,
            "Forbedringsmøte i mars",
            [leader, fjord.Kari, .. guests],
            isOver,
            HeldMatter
                .Of(Light, "Det blinker. Čáhppe så det først, på blåbærøya.", "Alle rør byttes")
                .WithAction("Bestille lysrør", fjord.Kari, new DateOnly(2026, 3, 9), "Ringe vaktmester"),
            HeldMatter
                .Of(About, "Ryggplager gjør nattevakt umulig.", "Dagvakt innvilges")
                .WithAction("Skrive avtaleutkast", leader, new DateOnly(2026, 3, 10), "Hente malskjema")
        );
}

using Endre.Domain.Hassles;

namespace Endre.Domain.Tests.Hassles.Answering;

/// <summary>Hassles for these tests, and what happens with them.</summary>
internal static class Saying
{
    public static readonly DateOnly Monday = new(2026, 3, 2);
    public static readonly DateOnly Wednesday = new(2026, 3, 4);
    public static readonly DateOnly Sunday = new(2026, 3, 8);
    public static readonly Guid Boss = Guid.CreateVersion7();
    public static readonly Guid Director = Guid.CreateVersion7();
    public static readonly Guid Team = Guid.CreateVersion7();
    public static readonly Guid School = Guid.CreateVersion7();

    public static Hassle Said(Speaker speaker = Speaker.Named, string text = "Skriveren står", Guid? unit = null) =>
        HassleRules.Evolve(
            null,
            HassleRules
                .Say(
                    new SayHassle(
                        HassleId.New(),
                        unit ?? Team,
                        speaker,
                        text,
                        new Effort(5, 5, 3),
                        "Kari",
                        PersonId: null,
                        "hash"
                    ),
                    Wednesday
                )
                .Events[0]
        );

    public static Hassle After(this Hassle hassle, HassleCommand command, DateOnly day)
    {
        var decision = HassleRules.Decide(hassle, command, day);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(hassle, HassleRules.Evolve);
    }

    public static string? RefusalOf(this Hassle hassle, HassleCommand command) =>
        HassleRules.Decide(hassle, command, Wednesday).Refusal?.Reason;
}

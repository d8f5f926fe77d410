using Endre.Domain.Organizations.Absences;

namespace Endre.Storage.Organizations;

/// <summary>When somebody is away and the deputy answers: one time for each person, the present one or the next.</summary>
public sealed class AbsenceRow
{
    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly Since { get; set; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; set; }

    /// <summary>The absence of the row.</summary>
    public Absence ToAbsence() => new(Since, Until);
}

using Endre.Domain.Shared;

namespace Endre.Web.Meetings;

/// <summary>The live board on which a unit collects «Læring fra forrige måned». The workshops answer; meetings ask.</summary>
internal interface IMonthBoards
{
    /// <summary>Makes a board from the month's template, led by whoever is signed in. The same id again is the same one.</summary>
    Task<Refusal?> MakeAsync(Guid id, string title, CancellationToken ct);

    /// <summary>The board, or null when there is none.</summary>
    Task<MonthBoard?> FindAsync(Guid id, CancellationToken ct);
}

/// <summary>A live board.</summary>
/// <param name="Code">The six digits that let people in.</param>
/// <param name="IsOpen">Whether one can still write on it.</param>
/// <param name="Join">Where one comes in.</param>
/// <param name="JoinWhole">The same with the host, for a QR code.</param>
/// <param name="Run">Where it is led; null for those who do not.</param>
/// <param name="Report">What came of it; null for those who were not in it.</param>
public sealed record MonthBoard(string Code, bool IsOpen, string Join, string JoinWhole, string? Run, string? Report);

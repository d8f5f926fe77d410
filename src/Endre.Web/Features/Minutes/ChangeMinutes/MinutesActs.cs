namespace Endre.Web.Features.Minutes.ChangeMinutes;

/// <summary>What can be done with minutes, each with its word in the address.</summary>
internal static class MinutesActs
{
    public const string Lock = "las";
    public const string Correct = "rettelse";
    public const string Mark = "merk";
    public const string CaseNumber = "saksnummer";
}

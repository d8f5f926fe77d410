namespace Endre.Web.Features.Improvements.Holding;

/// <summary>What can be done with the routine of an adopted improvement, each with its word in the address.</summary>
internal static class HoldingActs
{
    public const string Routine = "rutine";
    public const string Sustain = "varer-det";
    public const string Use = "i-bruk";
}

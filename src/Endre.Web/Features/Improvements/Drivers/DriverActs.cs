namespace Endre.Web.Features.Improvements.Drivers;

/// <summary>What can be done with a driver diagram, each with its word in the address.</summary>
internal static class DriverActs
{
    public const string Add = "legg-til";
    public const string Change = "endre";
    public const string Up = "opp";
    public const string Down = "ned";
    public const string Remove = "fjern";
}

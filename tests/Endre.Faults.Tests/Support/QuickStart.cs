using System.Diagnostics;

namespace Endre.Faults.Tests.Support;

/// <summary>
/// Endre begins to compile well what is called often as soon as it is called, for the minutes in which a hall fills. A
/// program that lives for seconds does twice the work for that: here the runtime waits its usual tenth of a second.
/// </summary>
internal static class QuickStart
{
    public static void Choose(ProcessStartInfo start) => start.Environment["DOTNET_TC_CallCountingDelayMs"] = "64";
}

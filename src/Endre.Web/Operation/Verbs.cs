using System.Runtime.InteropServices;
using Endre.Web.Hosting;

namespace Endre.Web.Operation;

/// <summary>What the program can do besides serving people.</summary>
internal static class Verbs
{
    /// <summary>Stopped by the operator: 128 and the number of the signal, as shells have it.</summary>
    private const int Stopped = 130;

    public static IReadOnlyList<Verb> All { get; } =
    [new BackUp(), new Restore(), new Export(), new Import(), new CheckSettings(), new BreakGlass()];

    /// <summary>Does what the first argument asks for, and answers the exit code; null when the program is to serve.</summary>
    /// <exception cref="SettingsFault">What was asked for cannot be understood.</exception>
    public static async Task<int?> RunAsync(string[] args, TextWriter console)
    {
        var verb = All.FirstOrDefault(verb => args is [var first, ..] && first == verb.Name);
        if (Array.Exists(args, arg => arg is "--help" or "-h") || args is ["help", ..])
        {
            await console.WriteAsync(verb is null ? HelpText.OfEverything() : HelpText.Of(verb));
            return 0;
        }
        if (args is ["--version"] or ["version"])
        {
            await console.WriteLineAsync(HelpText.Version);
            return 0;
        }
        if (verb is null)
            return args is [var word, ..] && !word.StartsWith('-') ? throw Unknown(word) : null;
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await verb.RunAsync(VerbArguments.Read(verb, args[1..], console), stop.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await console.WriteLineAsync("Stopped. Nothing was changed.");
            return Stopped;
        }

        static SettingsFault Unknown(string word) =>
            new([
                $"\"{word}\" is nothing that endre does. It does {string.Join(", ", All.Select(known => known.Name))}; see endre --help.",
            ]);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}

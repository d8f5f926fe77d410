using Endre.Web.Features.Administration.BreakGlass;

namespace Endre.Web.Operation;

internal sealed record BreakGlass : Verb
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public BreakGlass()
        : base("break-glass", "break-glass", "print a link that makes or opens an administrator")
    {
        About = """
            For when nobody can sign in: the provider is down, or the only administrator has left. The link opens once and for
            a short time. Making it and using it are logged. It may be made while Endre runs.
            """;
    }

    public override Task RunAsync(VerbCall call, CancellationToken ct) =>
        BreakGlassCommand.RunAsync(call.Settings, call.Console);
}

using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Account;

/// <summary>What somebody sees of their own account.</summary>
public sealed record AccountView
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required IReadOnlyList<PasskeyView> Passkeys { get; init; }

    public required bool HasPassword { get; init; }

    public required bool IsDemo { get; init; }

    /// <summary>The sign-in providers that lead to this person.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>When this session ends if the person does nothing more, or null for a token.</summary>
    public DateTimeOffset? SessionEnd { get; init; }

    /// <summary>When it ends whatever the person does.</summary>
    public DateTimeOffset? SessionLastEnd { get; init; }

    /// <summary>The key of what was just done, or null.</summary>
    public string? Done { get; init; }

    public FormFaults Faults { get; init; } = FormFaults.None;
}

public sealed record PasskeyView(string Id, string? Name, DateTimeOffset CreatedAt);

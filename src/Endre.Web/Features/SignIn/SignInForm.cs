namespace Endre.Web.Features.SignIn;

/// <summary>What the sign-in page shows.</summary>
public sealed record SignInForm
{
    /// <summary>What was typed, when it was refused.</summary>
    public string? Email { get; init; }

    /// <summary>The page one was on the way to.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>The key of what is said about a refused attempt.</summary>
    public string? Wrong { get; init; }

    /// <summary>In a demo: who one may be.</summary>
    public IReadOnlyList<DemoChoice> DemoPeople { get; init; } = [];

    public IReadOnlyList<ProviderChoice> Providers { get; init; } = [];

    /// <summary>Whether the form for password and passkey is here, or only a link to it.</summary>
    public bool ShowsLocal { get; init; } = true;
}

/// <summary>Somebody of the demo municipality.</summary>
public sealed record DemoChoice(Guid Id, string Name, IReadOnlyList<string> Roles);

/// <summary>Somebody else who knows who one is.</summary>
public sealed record ProviderChoice(string Name, string Address);

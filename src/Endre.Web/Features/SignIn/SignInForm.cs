namespace Endre.Web.Features.SignIn;

/// <summary>What the sign-in page shows.</summary>
/// <param name="Email">What was typed, when it was refused.</param>
/// <param name="ReturnTo">The page one was on the way to.</param>
/// <param name="Wrong">The key of what is said about a refused attempt.</param>
/// <param name="DemoPeople">In a demo: who one may be.</param>
public sealed record SignInForm(string? Email, string? ReturnTo, string? Wrong, IReadOnlyList<DemoChoice> DemoPeople);

/// <summary>Somebody of the demo municipality.</summary>
public sealed record DemoChoice(Guid Id, string Name, IReadOnlyList<string> Roles);

namespace Endre.Web.Access.Providers;

/// <summary>Who keeps the accounts. It decides what is taken for granted where the settings say nothing.</summary>
internal enum ProviderKind
{
    Generic,
    EntraId,
    Ansattporten,
    Feide,
}

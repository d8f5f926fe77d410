namespace Endre.Web.Features.People;

/// <summary>A line in the list of people.</summary>
public sealed record ListedPerson(Guid Id, string Name, string Email, IReadOnlyList<string> Roles, string Status);

namespace Endre.Testing.Providers;

/// <summary>Somebody with an account at a provider, as its tokens tell.</summary>
public sealed record ProviderPerson
{
    public string Subject { get; init; } = "9c1f2e8a-kari";

    public string? Name { get; init; } = "Kari Fjord";

    public string? Email { get; init; } = "kari.fjord@fjordvik.no";

    public bool IsEmailVerified { get; init; } = true;

    public string[] Groups { get; init; } = [];

    /// <summary>The provider's id of the session.</summary>
    public string? SessionId { get; init; }

    /// <summary>More that the token tells.</summary>
    public (string Name, string Value)[] More { get; init; } = [];

    internal IEnumerable<(string Name, string Value)> Claims()
    {
        yield return ("sub", Subject);
        if (Name is not null)
            yield return ("name", Name);
        if (Email is not null)
        {
            yield return ("email", Email);
            yield return ("email_verified", IsEmailVerified ? "true" : "false");
        }

        foreach (var group in Groups)
            yield return ("groups", group);
        if (SessionId is not null)
            yield return ("sid", SessionId);
        foreach (var more in More)
            yield return more;
    }
}

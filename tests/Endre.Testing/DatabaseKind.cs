namespace Endre.Testing;

/// <summary>The databases Endre runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

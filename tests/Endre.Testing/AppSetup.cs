using Microsoft.AspNetCore.Builder;

namespace Endre.Testing;

/// <summary>How a test wants the program to be.</summary>
public sealed record AppSetup
{
    /// <summary>As on the command line.</summary>
    public string[] Args { get; init; } = [];

    /// <summary>A folder that outlives the program, for tests that start it again. Whoever makes it deletes it.</summary>
    public TemporaryFolder? Data { get; init; }

    /// <summary>A database that outlives the program, like <see cref="Data"/>, on either kind of server.</summary>
    public TestDatabase? Storage { get; init; }

    /// <summary>Which database the program gets when it is given none.</summary>
    public DatabaseKind Database { get; init; } = DatabaseKind.Sqlite;

    /// <summary>What the clock shows at the start.</summary>
    public DateTimeOffset Now { get; init; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>For what really must take time, such as a countdown seen in a browser.</summary>
    public bool UsesRealTime { get; init; }

    /// <summary>Puts something else in the place of a part of the program.</summary>
    public Action<WebApplicationBuilder>? Replace { get; init; }
}

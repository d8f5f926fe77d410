using Endre.Testing;

namespace Endre.Web.Tests;

/// <summary>One running program for all tests of a class that leave nothing behind for each other.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public AppUnderTest App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await AppUnderTest.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

namespace Endre.Browser.Tests.Support;

/// <summary>Waits for what the program does by itself.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task ShouldBeAsync<T>(Func<T> value, T expected) =>
        ShouldBeAsync(() => Task.FromResult(value()), expected);

    public static async Task ShouldBeAsync<T>(Func<Task<T>> value, T expected)
    {
        using var enough = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var found = await value();
        while (!Equals(found, expected) && !enough.IsCancellationRequested)
        {
            await look.WaitForNextTickAsync(CancellationToken.None);
            found = await value();
        }
        found.ShouldBe(expected);
    }
}

using System.Net;
using System.Net.Sockets;

namespace Endre.Web.Hosting.Limits;

/// <summary>
/// Limits wrong guesses per address, not use: sixty phones behind the one address of a gym hall all get in at once.
/// Each right guess earns its address one more wrong one, because where many join, some mistype.
/// </summary>
/// <param name="limit">How many wrong guesses an address has in the window.</param>
/// <param name="window">How long a guess is remembered.</param>
/// <param name="time">The clock.</param>
internal class GuessLimit(int limit, TimeSpan window, TimeProvider time)
{
    private const int MostAddresses = 10_000;
    private const int MostEarned = 60;

    private readonly Dictionary<IPAddress, Guesses> _addresses = [];
    private readonly Lock _lock = new();

    /// <summary>True when this address has guessed wrong too often; then <paramref name="retryAfter"/> says how long to wait.</summary>
    public bool IsBlocked(IPAddress? address, out TimeSpan retryAfter)
    {
        retryAfter = TimeSpan.Zero;
        lock (_lock)
        {
            if (!_addresses.TryGetValue(Network(address), out var guesses))
                return false;
            var now = time.GetUtcNow();
            guesses.Forget(now - window);
            if (guesses.Wrong.Count < limit + guesses.Right.Count)
                return false;
            // Free again when enough of the oldest wrong guesses are forgotten.
            var oldest = guesses.Wrong.ElementAt(guesses.Wrong.Count - limit - guesses.Right.Count);
            retryAfter = oldest + window - now;
            return true;
        }
    }

    public void RecordWrong(IPAddress? address)
    {
        lock (_lock)
        {
            Of(address).Wrong.Enqueue(time.GetUtcNow());
        }
    }

    public void RecordRight(IPAddress? address)
    {
        lock (_lock)
        {
            var right = Of(address).Right;
            right.Enqueue(time.GetUtcNow());
            if (right.Count > MostEarned)
                right.Dequeue();
        }
    }

    /// <summary>How many addresses are remembered.</summary>
    internal int Remembered => _addresses.Count;

    private Guesses Of(IPAddress? address)
    {
        var network = Network(address);
        if (_addresses.TryGetValue(network, out var guesses))
        {
            guesses.Forget(time.GetUtcNow() - window);
            return guesses;
        }

        if (_addresses.Count >= MostAddresses)
            MakeRoom();
        return _addresses[network] = new Guesses();
    }

    private void MakeRoom()
    {
        foreach (var (address, guesses) in _addresses)
        {
            guesses.Forget(time.GetUtcNow() - window);
            if (guesses.IsEmpty)
                _addresses.Remove(address);
        }

        // Whoever commands so many addresses is not stopped by remembering them; the memory of this machine is.
        foreach (var address in _addresses.Keys.Take(_addresses.Count - (MostAddresses / 2)).ToList())
            _addresses.Remove(address);
    }

    // One subscriber has a whole /64 of IPv6 addresses to guess from.
    private static IPAddress Network(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private sealed class Guesses
    {
        public Queue<DateTimeOffset> Wrong { get; } = [];

        public Queue<DateTimeOffset> Right { get; } = [];

        public bool IsEmpty => Wrong.Count == 0 && Right.Count == 0;

        public void Forget(DateTimeOffset before)
        {
            while (Wrong.TryPeek(out var oldest) && oldest <= before)
                Wrong.Dequeue();
            while (Right.TryPeek(out var oldest) && oldest <= before)
                Right.Dequeue();
        }
    }
}

/// <summary>Guesses at passwords and one-time links.</summary>
internal sealed class SignInGuesses(TimeProvider time) : GuessLimit(limit: 20, TimeSpan.FromMinutes(5), time);

/// <summary>Guesses at the six digits of a workshop.</summary>
internal sealed class JoinGuesses(TimeProvider time) : GuessLimit(limit: 10, TimeSpan.FromMinutes(5), time);

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Endre.Storage;

/// <summary>
/// Instants are whole milliseconds since 1970 in UTC on both databases: SQLite can neither order nor compare a
/// <see cref="DateTimeOffset"/>, and one form makes the two databases exchangeable.
/// </summary>
internal sealed class UtcMillisecondsConverter()
    : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
    );

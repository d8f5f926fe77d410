using System.Data.Common;
using Npgsql;

namespace Endre.Web.Hosting;

/// <summary>
/// Says what is wrong with a PostgreSQL connection string. It holds a password, and a mistake may have put any part of
/// that anywhere, so nothing of it is repeated.
/// </summary>
internal static class ConnectionString
{
    private const string Example = "Host=localhost;Database=endre;Username=endre;Password=…";

    public static string? Fault(string value)
    {
        var parts = new DbConnectionStringBuilder();
        try
        {
            parts.ConnectionString = value;
        }
        catch (ArgumentException)
        {
            return $"must be a PostgreSQL connection string such as {Example}. A value with ; or \" in it stands in '.";
        }
        // The keys come in the order in which they were written.
        foreach (var (key, number) in parts.Keys!.Cast<string>().Select((key, i) => (key, i + 1)))
        {
            try
            {
                _ = new NpgsqlConnectionStringBuilder { [key] = parts[key] };
            }
            catch (Exception e)
                when (e
                        is ArgumentException
                            or InvalidCastException
                            or FormatException
                            or OverflowException
                            or KeyNotFoundException
                )
            {
                return $"must be a PostgreSQL connection string such as {Example}. Its part number {number} is not understood.";
            }
        }
        try
        {
            return new NpgsqlConnectionStringBuilder(value).Host is { Length: > 0 }
                ? null
                : $"must be a PostgreSQL connection string such as {Example}. It names no Host.";
        }
        catch (KeyNotFoundException)
        {
            // A name that is there twice, with other signs around it.
            return $"must be a PostgreSQL connection string such as {Example}. A part of it is not understood.";
        }
    }
}

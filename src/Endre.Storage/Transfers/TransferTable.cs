namespace Endre.Storage.Transfers;

/// <summary>What a column holds, called the same on both databases.</summary>
public enum ColumnKind
{
    /// <summary>Text of any length.</summary>
    Text,

    /// <summary>A whole number of up to 64 bits; instants are such numbers.</summary>
    Integer,

    /// <summary>A floating-point number.</summary>
    Number,

    /// <summary>An exact decimal number.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An id.</summary>
    Id,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of the day.</summary>
    Time,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A JSON document, where the order of the members and the spaces between them mean nothing.</summary>
    Json,
}

/// <summary>A column as it is carried from one database to another.</summary>
/// <param name="Name">Its name on both databases.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsNullable">Whether it may hold nothing.</param>
/// <param name="StoreType">What this database calls its type, without a length.</param>
public sealed record TransferColumn(string Name, ColumnKind Kind, bool IsNullable, string StoreType)
{
    /// <summary>The name in a statement: quoted, because it may be a word of the language.</summary>
    public string Quoted => TransferTable.Quote(Name);
}

/// <summary>A table as it is carried from one database to another.</summary>
/// <param name="Name">Its name on both databases.</param>
/// <param name="Columns">Its columns, by name.</param>
/// <param name="Key">The columns that tell its rows apart, and by which they are put in order.</param>
public sealed record TransferTable(string Name, IReadOnlyList<TransferColumn> Columns, IReadOnlyList<string> Key)
{
    /// <summary>The log's streams, which no entity stands for.</summary>
    public const string Streams = "streams";

    /// <summary>The log's events, which no entity stands for.</summary>
    public const string Events = "events";

    /// <summary>The name in a statement.</summary>
    public string Quoted => Quote(Name);

    /// <summary>The columns' names in a statement, separated by commas.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => column.Quoted));

    /// <summary>A name as both databases take it in a statement, whatever word it is.</summary>
    /// <param name="name">The name of a table or a column of the model.</param>
    public static string Quote(string name) => $"\"{name}\"";
}

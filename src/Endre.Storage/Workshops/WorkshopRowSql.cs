namespace Endre.Storage.Workshops;

/// <summary>How the event log writes a workshop's row in its own transaction; the same words on both databases.</summary>
public static class WorkshopRowSql
{
    /// <summary>
    /// Adds the row or writes it over. An owner who is erased, while the workshop's events still name them, must not keep
    /// the workshop from going on: it has no owner then.
    /// </summary>
    public const string Upsert = """
        INSERT INTO workshops
            (id, code, title, state, owner_id, facilitators, language, starts_on, created_at, closed_at, last_sequence)
        VALUES
            (@id, @code, @title, @state, (SELECT id FROM people WHERE id = @owner_id), @facilitators, @language, @starts_on,
             @created_at, @closed_at, @last_sequence)
        ON CONFLICT (id) DO UPDATE SET
            code = excluded.code,
            title = excluded.title,
            state = excluded.state,
            owner_id = excluded.owner_id,
            facilitators = excluded.facilitators,
            language = excluded.language,
            starts_on = excluded.starts_on,
            closed_at = excluded.closed_at,
            last_sequence = excluded.last_sequence
        """;

    /// <summary>The values of <see cref="Upsert"/>, in the form that the model gives them too.</summary>
    public static IEnumerable<(string Name, object? Value)> Values(WorkshopRow row) =>
        [
            ("@id", row.Id),
            ("@code", row.Code),
            ("@title", row.Title),
            ("@state", row.State),
            ("@owner_id", row.OwnerId),
            ("@facilitators", row.Facilitators),
            ("@language", row.Language),
            ("@starts_on", row.StartsOn),
            ("@created_at", row.CreatedAt.ToUnixTimeMilliseconds()),
            ("@closed_at", row.ClosedAt?.ToUnixTimeMilliseconds()),
            ("@last_sequence", row.LastSequence),
        ];
}

namespace Endre.Storage.Provisioning;

/// <summary>What a provisioning client told of a person beside what every person has, to be told back as it was.</summary>
public sealed class ProvisionedPerson
{
    /// <summary>The longest text of a field.</summary>
    public const int MaxLength = 200;

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>SCIM's <c>name.givenName</c>.</summary>
    public string? GivenName { get; set; }

    /// <summary>SCIM's <c>name.familyName</c>.</summary>
    public string? FamilyName { get; set; }

    /// <summary>The title of the position.</summary>
    public string? Title { get; set; }

    /// <summary>What the HR system calls the person. The import finds people by it too.</summary>
    public string? EmployeeNumber { get; set; }

    /// <summary>The department, as the client writes it.</summary>
    public string? Department { get; set; }

    /// <summary>The division, as the client writes it.</summary>
    public string? Division { get; set; }

    /// <summary>The organization, as the client writes it.</summary>
    public string? Organization { get; set; }

    /// <summary>The person's leader, who takes over what is open when the person leaves.</summary>
    public Guid? ManagerId { get; set; }

    /// <summary>When the client deleted the person: it is told of them no more, and they stay as a row.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

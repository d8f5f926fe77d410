namespace Endre.Domain.Organizations.Provisioning;

/// <summary>A question about a resource, as RFC 7644 §3.4.2.2 writes it.</summary>
public abstract record ScimFilter
{
    private ScimFilter() { }

    /// <summary>The attribute compares so with the value.</summary>
    /// <param name="Attribute">Which attribute.</param>
    /// <param name="Operator">How: eq, ne, co, sw, ew, gt, ge, lt or le.</param>
    /// <param name="Value">With what: a text, a number (<see cref="decimal"/>), yes or no, or null.</param>
    public sealed record Compare(ScimAttribute Attribute, string Operator, object? Value) : ScimFilter;

    /// <summary>The attribute has a value.</summary>
    /// <param name="Attribute">Which attribute.</param>
    public sealed record Present(ScimAttribute Attribute) : ScimFilter;

    /// <summary>Some value of the attribute answers all of the inner question: <c>emails[type eq "work"]</c>.</summary>
    /// <param name="Attribute">Which attribute, with several complex values.</param>
    /// <param name="Inner">Asked of each value.</param>
    public sealed record Some(ScimAttribute Attribute, ScimFilter Inner) : ScimFilter;

    /// <summary>Both are true.</summary>
    /// <param name="Left">One.</param>
    /// <param name="Right">The other.</param>
    public sealed record And(ScimFilter Left, ScimFilter Right) : ScimFilter;

    /// <summary>At least one is true.</summary>
    /// <param name="Left">One.</param>
    /// <param name="Right">The other.</param>
    public sealed record Or(ScimFilter Left, ScimFilter Right) : ScimFilter;

    /// <summary>It is not true.</summary>
    /// <param name="Inner">What is not true.</param>
    public sealed record Not(ScimFilter Inner) : ScimFilter;
}

/// <summary>The name of an attribute.</summary>
/// <param name="Schema">The schema's URN as written, or null when it is the resource's own.</param>
/// <param name="Name">The attribute.</param>
/// <param name="Sub">The part of it, after a full stop; null for the whole.</param>
public sealed record ScimAttribute(string? Schema, string Name, string? Sub);

/// <summary>Where a PATCH operation works: <c>emails[type eq "work"].value</c>.</summary>
/// <param name="Attribute">The attribute, with the part of it when no values are chosen.</param>
/// <param name="Chosen">Which of its values; null for all.</param>
/// <param name="Sub">The part of the chosen values, or null for the whole.</param>
public sealed record ScimPath(ScimAttribute Attribute, ScimFilter? Chosen, string? Sub);

/// <summary>A request that SCIM has a word for refusing.</summary>
/// <param name="Type">RFC 7644 table 9: <c>invalidFilter</c>, <c>invalidPath</c>, <c>noTarget</c>, <c>invalidValue</c> …</param>
/// <param name="Detail">What is wrong, in English: it is read by whoever sets up the client.</param>
public sealed record ScimFault(string Type, string Detail);

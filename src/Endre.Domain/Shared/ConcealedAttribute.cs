namespace Endre.Domain.Shared;

/// <summary>Marks what is stored with an event and shown to nobody: hashes that prove ownership, marks, account ids.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ConcealedAttribute : Attribute;

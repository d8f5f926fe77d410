namespace Endre.Web.Components.Forms;

/// <summary>What one may choose: what is sent, and what is read.</summary>
public sealed record Choice(string Value, string Label);

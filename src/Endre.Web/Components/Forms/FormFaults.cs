namespace Endre.Web.Components.Forms;

/// <summary>What must be corrected in a form, said at the fields it is about.</summary>
public sealed class FormFaults
{
    private readonly List<(string Field, string Message)> _all = [];

    public static FormFaults None => new();

    public bool IsEmpty => _all.Count == 0;

    public IReadOnlyList<(string Field, string Message)> All => _all;

    /// <param name="field">The name of the field, as in its <c>name</c> attribute.</param>
    /// <param name="message">What to do about it, in the language of the request.</param>
    public FormFaults Add(string field, string message)
    {
        _all.Add((field, message));
        return this;
    }

    public string? At(string field) =>
        _all.Where(fault => fault.Field == field).Select(fault => fault.Message).FirstOrDefault();
}

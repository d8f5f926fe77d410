namespace Endre.Web.Hosting;

/// <summary>The settings cannot be used. Each line says one thing that is wrong and what would be right.</summary>
internal sealed class SettingsFault(IReadOnlyList<string> lines) : Exception(string.Join(Environment.NewLine, lines))
{
    public IReadOnlyList<string> Lines { get; } = lines;
}

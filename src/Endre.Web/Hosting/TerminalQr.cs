using QRCoder;

namespace Endre.Web.Hosting;

/// <summary>
/// The machine's own address as a code to scan, in the terminal of the one who starts Endre on a laptop for the room.
/// It comes last, so that programs that read the lines before it have what they need.
/// </summary>
internal sealed class TerminalQr : IAnnouncement
{
    private const string BlackOnWhite = "\e[38;5;16;48;5;231m";
    private const string AsBefore = "\e[0m";

    public int Order => 1000;

    public IEnumerable<string> Lines(ListeningAddress address)
    {
        if (!address.IsForTheRoom)
        {
            return [];
        }
        var uri = address.ForPeople.ToString().TrimEnd('/');
        // Where no terminal shows colors, white is drawn on what is most likely black.
        return Console.IsOutputRedirected
            ? ["", $"Phones in the room scan this ({uri}):", .. Draw(uri, isInk: false)]
            :
            [
                "",
                $"Phones in the room scan this ({uri}):",
                .. Draw(uri, isInk: true).Select(line => BlackOnWhite + line + AsBefore),
            ];
    }

    /// <summary>Two rows of the code to a line of half blocks.</summary>
    /// <param name="text">What the code says.</param>
    /// <param name="isInk">True draws the dark modules, false the light ones.</param>
    internal static IEnumerable<string> Draw(string text, bool isInk)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.L);
        var rows = code.ModuleMatrix;
        var lines = new List<string>();
        for (var y = 0; y < rows.Count; y += 2)
        {
            var (upper, lower) = (rows[y], y + 1 < rows.Count ? rows[y + 1] : null);
            lines.Add(
                string.Create(
                    upper.Count,
                    (upper, lower, isInk),
                    static (line, code) =>
                    {
                        for (var x = 0; x < line.Length; x++)
                        {
                            var top = code.upper[x] == code.isInk;
                            var bottom = (code.lower?[x] ?? false) == code.isInk;
                            line[x] =
                                top && bottom ? '█'
                                : top ? '▀'
                                : bottom ? '▄'
                                : ' ';
                        }
                    }
                )
            );
        }
        return lines;
    }
}

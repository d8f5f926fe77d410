using Endre.Domain.Organizations.Importing;
using Endre.Web.Texts;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>Faults in a file, in words.</summary>
internal sealed class ImportSentences
{
    private readonly Texts<ImportTexts> _texts = new();

    public FaultLine Of(ImportFault fault)
    {
        var column = fault.Column is { } known ? _texts[$"Column_{known}"] : "";
        var sentence = _texts[$"Fault_{fault.Reason}", [.. fault.Details.Cast<object?>()]];
        var place = (fault.Row, column) switch
        {
            (0, _) => "",
            (_, "") => _texts["PlaceRow", fault.Row],
            _ => _texts["PlaceCell", fault.Row, column],
        };
        return new FaultLine(fault.Row, column, sentence, $"{place} {sentence}".Trim());
    }
}

using System.Collections.Immutable;
using Endre.Documents.Tables;
using Endre.Domain.Organizations.Importing;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>Reads an uploaded file as the rules take it.</summary>
internal sealed class ImportFile
{
    public static readonly TableLimits Limits = new() { MaxRows = ImportRules.MostRows };

    /// <summary>The table, or why the file cannot be read.</summary>
    public (ImportTable? Table, ImportFault? Fault) Read(byte[] bytes)
    {
        try
        {
            var read = TableFile.Read(bytes, Limits);
            return (
                new ImportTable(
                    [.. read.Header],
                    [.. read.Rows.Select(row => new ImportRow(row.Number, [.. row.Fields]))]
                ),
                null
            );
        }
        catch (TableFormatException fault)
        {
            ImmutableArray<string> details = fault.Problem switch
            {
                TableProblem.TooManyRows => [$"{Limits.MaxRows}"],
                TableProblem.TooManyColumns => [$"{Limits.MaxColumns}"],
                TableProblem.FieldTooLong => [$"{Limits.MaxFieldLength}"],
                TableProblem.FileTooLarge => [$"{Limits.MaxBytes / 1024 / 1024}"],
                _ => [],
            };
            var place = fault.Column == 0 ? "" : $"{fault.Column}";
            return (null, new ImportFault(fault.Row, null, fault.Problem.ToString(), [.. details, place]));
        }
    }
}

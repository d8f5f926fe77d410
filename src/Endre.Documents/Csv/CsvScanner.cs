using System.Text;

namespace Endre.Documents.Csv;

/// <summary>Walks through the text of a CSV file, row by row and once only.</summary>
internal sealed class CsvScanner(string text, CsvDialect dialect, CsvLimits limits)
{
    private int position;
    private int rowNumber;

    /// <summary>The next row that is not an empty line, or null at the end.</summary>
    public CsvRow? NextRow()
    {
        while (position < text.Length)
        {
            rowNumber++;
            if (!TryEndLine())
            {
                return ReadRow();
            }
        }

        return null;
    }

    private CsvRow ReadRow()
    {
        var fields = new List<string>();
        do
        {
            if (fields.Count == limits.MaxColumns)
            {
                throw Refuse(CsvProblem.TooManyColumns, fields.Count + 1);
            }

            var field = ReadField(fields.Count + 1);
            fields.Add(dialect.NeutralizesFormulas ? FormulaText.Restore(field) : field);
        } while (TryTake(dialect.Delimiter));

        TryEndLine();
        return new(rowNumber, fields);
    }

    private string ReadField(int column)
    {
        if (TryTake('"'))
        {
            return ReadQuoted(column);
        }

        var rest = text.AsSpan(position);
        var length = rest.IndexOfAny(dialect.Delimiter, '\r', '\n');
        var field = length < 0 ? rest : rest[..length];
        Check(field.Length, column);
        position += field.Length;
        return field.ToString();
    }

    private string ReadQuoted(int column)
    {
        var field = new StringBuilder();
        while (true)
        {
            var length = text.AsSpan(position).IndexOf('"');
            if (length < 0)
            {
                throw Refuse(CsvProblem.QuoteNotClosed, column);
            }

            Check(field.Length + length, column);
            field.Append(text, position, length);
            position += length + 1;
            if (!TryTake('"'))
            {
                break;
            }

            field.Append('"');
        }

        if (position < text.Length && text[position] != dialect.Delimiter && text[position] is not ('\r' or '\n'))
        {
            throw Refuse(CsvProblem.TextAfterQuote, column);
        }

        return field.ToString();
    }

    private void Check(int length, int column)
    {
        if (length > limits.MaxFieldLength)
        {
            throw Refuse(CsvProblem.FieldTooLong, column);
        }
    }

    private bool TryEndLine()
    {
        if (TryTake('\r'))
        {
            TryTake('\n');
            return true;
        }

        return TryTake('\n');
    }

    private bool TryTake(char character)
    {
        if (position < text.Length && text[position] == character)
        {
            position++;
            return true;
        }

        return false;
    }

    private CsvFormatException Refuse(CsvProblem problem, int column) => new(problem, rowNumber, column);
}

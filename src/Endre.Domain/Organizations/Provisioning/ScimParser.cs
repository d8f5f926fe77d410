namespace Endre.Domain.Organizations.Provisioning;

/// <summary>
/// Reads filters and paths of RFC 7644 (figure 1 and figure 7). Any text gives a filter or a fault, in time that grows
/// with its length and never with how it is nested: what is too long, too deep or of too many parts is refused.
/// </summary>
public sealed class ScimParser
{
    /// <summary>The longest text that is read.</summary>
    public const int LongestText = 4_000;

    /// <summary>How deep groups, <c>not</c> and brackets may lie in each other.</summary>
    public const int Deepest = 20;

    /// <summary>How many comparisons a filter may have.</summary>
    public const int MostParts = 100;

    private static readonly string[] Operators = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"];

    private readonly ScimScanner _scan;
    private int _depth;
    private int _parts;

    private ScimParser(ScimScanner scan) => _scan = scan;

    /// <summary>Reads a filter.</summary>
    /// <param name="text">As it came from outside.</param>
    /// <returns>The filter, or the fault <c>invalidFilter</c>.</returns>
    public static (ScimFilter? Filter, ScimFault? Fault) ReadFilter(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var parser = Begin(text);
            var filter = parser.ReadOr(isInBrackets: false);
            parser._scan.End();
            return (filter, null);
        }
        catch (FormatException fault)
        {
            return (null, new ScimFault("invalidFilter", fault.Message));
        }
    }

    /// <summary>Reads the path of a PATCH operation.</summary>
    /// <param name="text">As it came from outside.</param>
    /// <returns>The path, or the fault <c>invalidPath</c>.</returns>
    public static (ScimPath? Path, ScimFault? Fault) ReadPath(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var parser = Begin(text);
            var path = parser.ReadWholePath();
            parser._scan.End();
            return (path, null);
        }
        catch (FormatException fault)
        {
            return (null, new ScimFault("invalidPath", fault.Message));
        }
    }

    private static ScimParser Begin(string text) =>
        text.Length <= LongestText
            ? new ScimParser(new ScimScanner(text))
            : throw new FormatException($"Longer than {LongestText} characters.");

    private ScimPath ReadWholePath()
    {
        _scan.SkipSpaces();
        var attribute = _scan.ReadAttribute();
        if (!_scan.TryTake('['))
        {
            return new ScimPath(attribute, Chosen: null, Sub: null);
        }
        var chosen = ReadOr(isInBrackets: true);
        _scan.Take(']');
        return new ScimPath(attribute, chosen, _scan.TryTake('.') ? _scan.ReadName() : null);
    }

    private ScimFilter ReadOr(bool isInBrackets)
    {
        var left = ReadAnd(isInBrackets);
        while (_scan.TryTakeWord("or"))
        {
            left = new ScimFilter.Or(left, ReadAnd(isInBrackets));
        }
        return left;
    }

    private ScimFilter ReadAnd(bool isInBrackets)
    {
        var left = ReadOne(isInBrackets);
        while (_scan.TryTakeWord("and"))
        {
            left = new ScimFilter.And(left, ReadOne(isInBrackets));
        }
        return left;
    }

    private ScimFilter ReadOne(bool isInBrackets)
    {
        if (++_parts > MostParts)
        {
            throw new FormatException($"More than {MostParts} parts.");
        }
        if (++_depth > Deepest)
        {
            throw new FormatException($"Nested deeper than {Deepest}.");
        }
        _scan.SkipSpaces();
        var filter = ReadGroupOrComparison(isInBrackets);
        _depth--;
        return filter;
    }

    private ScimFilter ReadGroupOrComparison(bool isInBrackets)
    {
        if (_scan.TryTake('('))
        {
            return ReadGroup(isInBrackets);
        }
        var before = _scan.Place;
        if (_scan.TryTakeWord("not"))
        {
            _scan.SkipSpaces();
            if (_scan.TryTake('('))
            {
                return new ScimFilter.Not(ReadGroup(isInBrackets));
            }
            _scan.Place = before;
        }
        var attribute = _scan.ReadAttribute();
        if (_scan.TryTake('['))
        {
            if (isInBrackets)
            {
                throw _scan.Wrong("brackets do not stand in brackets");
            }
            var inner = ReadOr(isInBrackets: true);
            _scan.SkipSpaces();
            _scan.Take(']');
            // Not in the RFC, but sent: emails[type eq "work"].value eq "kari@fjordvik.example".
            return new ScimFilter.Some(
                attribute,
                _scan.TryTake('.')
                    ? new ScimFilter.And(
                        inner,
                        ReadComparison(new ScimAttribute(Schema: null, _scan.ReadName(), Sub: null))
                    )
                    : inner
            );
        }
        return ReadComparison(attribute);
    }

    private ScimFilter ReadGroup(bool isInBrackets)
    {
        var inner = ReadOr(isInBrackets);
        _scan.SkipSpaces();
        _scan.Take(')');
        return inner;
    }

    private ScimFilter ReadComparison(ScimAttribute attribute)
    {
        _scan.SkipSpaces();
        var word = _scan.ReadWord().ToLowerInvariant();
        if (word == "pr")
        {
            return new ScimFilter.Present(attribute);
        }
        if (!Operators.Contains(word))
        {
            throw _scan.Wrong("an operator is expected: eq, ne, co, sw, ew, gt, ge, lt, le or pr");
        }
        _scan.SkipSpaces();
        var value = _scan.ReadValue();
        if (value is bool or null && word is not ("eq" or "ne"))
        {
            throw _scan.Wrong($"{word} does not compare true, false or null");
        }
        if (value is decimal && word is ("co" or "sw" or "ew"))
        {
            throw _scan.Wrong($"{word} compares text");
        }
        return new ScimFilter.Compare(attribute, word, value);
    }
}

using System.Globalization;
using System.Text;

namespace Endre.Domain.Organizations.Provisioning;

/// <summary>Walks through the text of a filter or a path once. What it did not expect it throws, and the parser tells.</summary>
internal sealed class ScimScanner(string text)
{
    private readonly string _text = text;
    private int _at;

    public int Place
    {
        get => _at;
        set => _at = value;
    }

    public object? ReadValue()
    {
        if (_at < _text.Length && _text[_at] == '"')
        {
            return ReadText();
        }
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.'))
        {
            _at++;
        }
        var word = _text[start.._at];
        return word.ToLowerInvariant() switch
        {
            "true" => true,
            "false" => false,
            "null" => null,
            _ when decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw Wrong("a value is expected: text in quotation marks, a number, true, false or null"),
        };
    }

    private string ReadText()
    {
        Take('"');
        var content = new StringBuilder();
        while (_at < _text.Length)
        {
            var letter = _text[_at++];
            if (letter == '"')
            {
                return content.ToString();
            }
            content.Append(letter == '\\' ? ReadEscape() : letter);
        }
        throw Wrong("a quotation mark is not closed");
    }

    private char ReadEscape()
    {
        var letter = _at < _text.Length ? _text[_at++] : '\0';
        if (letter == 'u')
        {
            var end = Math.Min(_at + 4, _text.Length);
            var hex = _text.AsSpan(_at, end - _at);
            _at = end;
            return
                hex.Length == 4
                && ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                ? (char)code
                : throw Wrong("four hexadecimal digits are expected after \\u");
        }
        return letter switch
        {
            '"' or '\\' or '/' => letter,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Wrong("this escape does not exist"),
        };
    }

    // urn:ietf:params:scim:schemas:core:2.0:User:name.familyName: the version has a full stop too, so the URN goes to the
    // last colon.
    public ScimAttribute ReadAttribute()
    {
        string? schema = null;
        if (_text.AsSpan(_at).StartsWith("urn:", StringComparison.OrdinalIgnoreCase))
        {
            var length = _text.AsSpan(_at).IndexOfAny(" []()\"=");
            var whole = length < 0 ? _text[_at..] : _text.Substring(_at, length);
            var colon = whole.LastIndexOf(':');
            schema = whole[..colon];
            _at += colon + 1;
            // A whole extension is named by its URN alone: its last part is no attribute.
            if (schema.Length < 5 || !char.IsAsciiLetter(Peek()) || char.IsAsciiLetterUpper(Peek()))
            {
                _at += whole.Length - colon - 1;
                return new ScimAttribute(whole, "", Sub: null);
            }
        }
        var name = ReadName();
        return new ScimAttribute(schema, name, TryTake('.') ? ReadName() : null);
    }

    public string ReadName()
    {
        var start = _at;
        if (char.IsAsciiLetter(Peek()) || Peek() == '$')
        {
            _at++;
            while (char.IsAsciiLetterOrDigit(Peek()) || Peek() is '-' or '_' or '$')
            {
                _at++;
            }
        }
        return _at > start ? _text[start.._at] : throw Wrong("the name of an attribute is expected");
    }

    public string ReadWord()
    {
        var start = _at;
        while (char.IsAsciiLetter(Peek()))
        {
            _at++;
        }
        return _text[start.._at];
    }

    public bool TryTakeWord(string word)
    {
        var before = _at;
        SkipSpaces();
        if (string.Equals(ReadWord(), word, StringComparison.OrdinalIgnoreCase) && Peek() is ' ' or '(')
        {
            return true;
        }
        _at = before;
        return false;
    }

    public bool TryTake(char letter)
    {
        if (Peek() != letter)
        {
            return false;
        }
        _at++;
        return true;
    }

    public void Take(char letter)
    {
        if (!TryTake(letter))
        {
            throw Wrong($"'{letter}' is expected");
        }
    }

    public void SkipSpaces()
    {
        while (Peek() == ' ')
        {
            _at++;
        }
    }

    public void End()
    {
        SkipSpaces();
        if (_at < _text.Length)
        {
            throw Wrong("nothing more is expected");
        }
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    public FormatException Wrong(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"At character {_at + 1}: {what}."));
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Endre.Domain.Shared;
using Endre.Storage.Organizations;

namespace Endre.Web.Look.Logos;

/// <summary>
/// Makes a logo of a file from outside. What is kept is written anew from what was understood: the picture, and nothing
/// that could run, lead elsewhere, or tell where and by whom it was made.
/// </summary>
internal static class LogoFile
{
    public const int LargestFile = 512 * 1024;
    public const int MostPixels = 4_000;
    public const int FewestPixels = 16;

    /// <summary>The field that a logo is sent in.</summary>
    public const string Field = "logo";

    /// <summary>What a file input offers to choose.</summary>
    public const string Accepted = ".svg,.png,.jpg,.jpeg,image/svg+xml,image/png,image/jpeg";

    /// <param name="file">The file, whatever its name said it was.</param>
    /// <param name="now">When it came.</param>
    public static (Logo? Logo, Refusal? Refusal) Read(byte[] file, DateTimeOffset now)
    {
        if (file.Length == 0)
        {
            return (null, new Refusal("LogoMissing", Field));
        }
        if (file.Length > LargestFile)
        {
            return (null, TooLarge);
        }
        try
        {
            var clean =
                PngFile.Is(file) ? PngFile.Clean(file)
                : JpegFile.Is(file) ? JpegFile.Clean(file)
                : SvgFile.Is(file) ? SvgFile.Clean(file)
                : throw new LogoFault("LogoUnknownKind");
            return (LogoOf(clean, now), null);
        }
        catch (LogoFault fault)
        {
            return (null, new Refusal(fault.Reason, Field, fault.Details));
        }
        catch (RegexMatchTimeoutException)
        {
            return (null, new Refusal("SvgTooComplex", Field));
        }
    }

    /// <summary>A PNG file that stands for a logo where SVG is not known; null when it is none.</summary>
    public static byte[]? Picture(byte[] file)
    {
        try
        {
            return file.Length is > 0 and <= LargestFile && PngFile.Is(file) ? PngFile.Clean(file).Content : null;
        }
        catch (LogoFault)
        {
            return null;
        }
    }

    public static Refusal TooLarge => new("LogoTooLarge", Field, Number(LargestFile / 1024));

    /// <summary>Refuses what is too large to show or too small to see.</summary>
    public static void CheckPixels(long width, long height)
    {
        if (width < FewestPixels || height < FewestPixels)
        {
            throw new LogoFault("LogoTooSmall", Number(width), Number(height), Number(FewestPixels));
        }
        if (width > MostPixels || height > MostPixels)
        {
            throw new LogoFault("LogoTooManyPixels", Number(width), Number(height), Number(MostPixels));
        }
    }

    private static Logo LogoOf(CleanLogo clean, DateTimeOffset now) =>
        new()
        {
            Id = Convert.ToHexStringLower(SHA256.HashData(clean.Content))[..32],
            MediaType = clean.MediaType,
            Content = clean.Content,
            Width = clean.Width,
            Height = clean.Height,
            AddedAt = now,
        };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A picture as it may be shown.</summary>
internal sealed record CleanLogo(string MediaType, byte[] Content, double Width, double Height);

/// <summary>Why a file cannot be a logo.</summary>
internal sealed class LogoFault(string reason, params IReadOnlyList<string> details) : Exception
{
    public const string Broken = "LogoBroken";

    public override string Message => reason;

    public string Reason => reason;

    public IReadOnlyList<string> Details => details;
}

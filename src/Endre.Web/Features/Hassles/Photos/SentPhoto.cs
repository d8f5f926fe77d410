using Endre.Domain.Hassles;
using Endre.Domain.Shared;

namespace Endre.Web.Features.Hassles.Photos;

/// <summary>
/// The picture of a form: a file, or the one that came with the form when it was refused for something else. That one stands
/// in the page itself, drawn anew, so that it is not lost and nothing is stored before the form is accepted.
/// </summary>
/// <param name="Photo">The picture, or null.</param>
/// <param name="Refusal">Why it cannot be used, or null.</param>
internal sealed record SentPhoto(HasslePhoto? Photo, Refusal? Refusal)
{
    public const string KeptField = "keptPhoto";
    public const string RemoveField = "removePhoto";

    private static readonly SentPhoto None = new(null, null);

    // An unpacked picture is two hundred megabytes at worst: one at a time, whoever comes meanwhile waits a moment.
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>The picture as the page carries it, or null.</summary>
    public string? Kept => Photo is null ? null : Convert.ToBase64String(Photo.Jpeg.Span);

    public static async Task<SentPhoto> ReadAsync(IFormCollection form, CancellationToken ct)
    {
        if (form.Files.GetFile(PhotoFile.Field) is { Length: > 0 } file)
        {
            return file.Length > HasslePhoto.LargestFile
                ? new SentPhoto(null, PhotoFile.TooLarge)
                : await ReadAsync(await BytesAsync(file, ct), ct);
        }
        if (form[KeptField].ToString() is not { Length: > 0 } kept || form.ContainsKey(RemoveField))
        {
            return None;
        }
        var bytes = new byte[kept.Length];
        // It went out and came back: it is no more to be trusted than any other file.
        return Convert.TryFromBase64String(kept, bytes, out var length) ? await ReadAsync(bytes[..length], ct) : None;
    }

    private static async Task<SentPhoto> ReadAsync(byte[] bytes, CancellationToken ct)
    {
        await Turn.WaitAsync(ct);
        try
        {
            var (photo, refusal) = PhotoFile.Read(bytes);
            return new SentPhoto(photo, refusal);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}

using Endre.Domain.Messages;
using Endre.Storage.Backups;
using Endre.Web.Hosting;
using MimeKit;

namespace Endre.Web.Messages.Sending;

/// <summary>
/// Without a mail server: each message becomes a file that mail programs open. The name is that of the message, so what is
/// written again after a crash is the same file.
/// </summary>
internal sealed class FolderRoute(Settings settings) : IMailRoute
{
    public const string Folder = "mail";

    public string Done => MailState.Filed;

    public static string In(Settings settings) => Path.Combine(settings.Data, Folder);

    public static string FileOf(Settings settings, Guid id) => Path.Combine(In(settings), $"{id:N}.eml");

    public Task<IMailLine> OpenAsync(CancellationToken ct) => Task.FromResult<IMailLine>(new Line(In(settings)));

    private sealed class Line(string folder) : IMailLine
    {
        public async Task SendAsync(MimeMessage mail, CancellationToken ct)
        {
            var file = Path.Combine(folder, $"{mail.MessageId!.Split('@')[0]}.eml");
            if (File.Exists(file))
            {
                return;
            }
            await NewFile.WriteAsync(
                file,
                async stream =>
                {
                    await mail.WriteToAsync(stream, ct);
                    return true;
                }
            );
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

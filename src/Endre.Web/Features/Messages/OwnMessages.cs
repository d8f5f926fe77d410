using Endre.Storage;
using Endre.Storage.Messages;
using Endre.Web.Access;
using Endre.Web.Messages;

namespace Endre.Web.Features.Messages;

/// <summary>The scope that messages are loaded through: one's own, and of those what may be shown in the app.</summary>
internal sealed class OwnMessages(CurrentPerson person, IEnumerable<MessageKind> kinds)
{
    private readonly List<string> secret = [.. kinds.Where(kind => kind.IsSecret).Select(kind => kind.Word)];

    public IQueryable<MessageRow> In(EndreContext database)
    {
        var me = person.RequiredId;
        return database.Messages.Where(message => message.PersonId == me && !secret.Contains(message.Kind));
    }
}

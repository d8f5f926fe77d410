using Endre.Domain.Hassles;
using Endre.Domain.Hassles.MeToos;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;

namespace Endre.Web.Features.Hassles.MeToo;

/// <summary>One hassle with how it stands and how many meet it, and whether the one who is signed in counts.</summary>
internal sealed class ReadMet(EndreContext database, ReadStandings standings, ReadHits hits, CurrentPerson person)
{
    public async Task<HassleView> ViewAsync(HassleSight.Scope scope, Hassle hassle, CancellationToken ct)
    {
        var names = await database.NamesOfAsync([hassle], ct);
        var read = await standings.ReadAsync([hassle], ct);
        var met = await hits.ReadAsync([hassle.Id], ct);
        return HassleView
            .Of(hassle, scope.UnitOf(hassle), field => scope.Sees(hassle, field), names)
            .Met(met(hassle.Id)) with
        {
            Standing = read(hassle, scope.Sees(hassle, HassleField.Day)),
        };
    }

    /// <summary>Null where nobody is asked: it is gone or withdrawn, or the one who is signed in said it.</summary>
    public async Task<bool?> CountsMeAsync(Hassle hassle, CancellationToken ct)
    {
        if (hassle.State is HassleState.Gone or HassleState.Withdrawn || hassle.PersonId == person.Id)
            return null;
        var groups = await database.ReadVoicedAsync([hassle.Id], ct);
        return groups.TryGetValue(hassle.Id, out var group)
            && MeTooRules.Counts([.. group], new MeTooBy(person.Id, Secret: null));
    }
}

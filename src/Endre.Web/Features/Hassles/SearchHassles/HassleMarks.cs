using Endre.Storage.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Endre.Web.Features.Hassles.SearchHassles;

/// <summary>Hears what is stored, wherever it is stored from, and tells the index. Nobody who stores knows of it.</summary>
internal sealed class HassleMarks(HassleIndex index) : SaveChangesInterceptor
{
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Mark(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Mark(eventData.Context);
        return ValueTask.FromResult(result);
    }

    // What is tracked was loaded to be changed; whether it was, the next reading sees.
    private void Mark(DbContext? context)
    {
        foreach (var entry in context?.ChangeTracker.Entries<HassleRow>() ?? [])
        {
            index.Mark(entry.Entity.Id);
        }
    }
}

using Endre.Domain.ActionItems;
using Endre.Storage.ActionItems;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.ActionItems.ChangeActionItem;

/// <summary>What can be done with an action item, each with its word in the address.</summary>
internal static class ActionItemActs
{
    public const string Finish = "gjort";
    public const string Drop = "dropp";
    public const string Reopen = "apne";
    public const string Check = "virket";
    public const string Change = "endre";
    public const string Replace = "ansvarlig";
    public const string GiveBack = "gi-tilbake";

    /// <summary>What a form wants done; null when there is no such act.</summary>
    /// <param name="act">The word in the address.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="owner">The one the form names, where it names one.</param>
    public static ActionItemCommand? Read(string act, IFormCollection form, Guid? owner) =>
        act switch
        {
            Finish => new FinishActionItem(form.Text("happened")),
            Drop => new DropActionItem(form.Text("reason")),
            Reopen => new ReopenActionItem(FormReading.Day(form.Text("due"))),
            Check => new CheckEffect(ActionItemWords.Effect(form.Text("effect")), form.Text("seen")),
            Change => new Domain.ActionItems.ChangeActionItem(
                form.Text("what"),
                form.Text("firstStep"),
                FormReading.Day(form.Text("due")),
                form.Text("small") == "true"
            ),
            GiveBack => new GiveBackActionItem(form.Text("message"), FormReading.Day(form.Text("due"))),
            Replace => new ReplaceOwner(form.Id("from"), owner),
            _ => null,
        };
}

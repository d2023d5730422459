using System.CommandLine;
using MouBuilder.Reading;

namespace MouBuilder.Cli;

/// <summary><c>--changes</c>: what to do with tracked changes that are pending in a Word file.</summary>
internal static class ChangesOption
{
    public static Option<string?> Make()
    {
        Option<string?> changes = new("--changes") { Description = "For Word files with pending tracked changes: read them accepted, rejected, or accepted and listed (show)." };
        return changes.AcceptOnlyFromAmong("accept", "reject", "show");
    }

    public static PendingChanges Of(string? value) => value switch
    {
        "accept" => PendingChanges.Accept,
        "reject" => PendingChanges.Reject,
        "show" => PendingChanges.Show,
        _ => PendingChanges.Refuse,
    };
}

namespace MouBuilder.Reading;

/// <summary>What to do with tracked changes that nobody has accepted or rejected yet.</summary>
public enum PendingChanges
{
    /// <summary>Refuse the file and say how many there are and whose.</summary>
    Refuse,

    /// <summary>Read the text as it would be with all of them accepted.</summary>
    Accept,

    /// <summary>Read the text as it would be with all of them rejected.</summary>
    Reject,

    /// <summary>Read as with <see cref="Accept"/>, and list every change with its author and its words.</summary>
    Show,
}

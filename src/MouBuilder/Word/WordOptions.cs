namespace MouBuilder.Word;

/// <summary>What a Word file carries besides the document itself, and how its pages lie.</summary>
public sealed record WordOptions
{
    /// <summary>The agreement's lock, kept word for word in a custom XML part so that a stranger's copy still says which clause versions wrote it; null to leave the part out.</summary>
    public string? LockYaml { get; init; }

    /// <summary>Whether the pages lie on their side (landscape), for a document that is mostly wide tables.</summary>
    public bool IsLandscape { get; init; }
}

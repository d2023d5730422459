namespace MouBuilder.Diagnostics;

/// <summary>Where something stands: in a text file a person wrote, or in a Word file.</summary>
public abstract record Place
{
    private protected Place() { }
}

/// <summary>A place in a text file.</summary>
/// <param name="Path">The path as given on the command line or found from it, with <c>/</c>.</param>
/// <param name="Line">1-based; 0 when the file as a whole is meant.</param>
/// <param name="Column">1-based, in UTF-16 units as editors count them; 0 when the line or file as a whole is meant.</param>
public sealed record Source(string Path, int Line, int Column) : Place
{
    /// <summary>The file as a whole.</summary>
    public static Source File(string path) => new(path, 0, 0);

    public override string ToString() => Line == 0 ? Path : $"{Path}({Line},{Column})";
}

/// <summary>A place in a Word file.</summary>
/// <param name="Part">The part's name, for example <c>word/document.xml</c>.</param>
/// <param name="Block">1-based number of the paragraph or table row within the part, in file order.</param>
public sealed record WordPlace(string Part, int Block) : Place
{
    public override string ToString() => $"{Part}#{Block}";
}

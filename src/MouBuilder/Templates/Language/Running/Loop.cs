using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>What a running loop knows about itself.</summary>
internal sealed class Loop(Loop? outer, string keyword)
{
    public Loop? Outer { get; } = outer;

    public string Keyword { get; } = keyword;

    public int Index { get; set; }

    /// <summary>Turns in all; unknown, and not asked for, in a <c>while</c>.</summary>
    public int Length { get; set; }

    public bool Changed { get; set; }

    /// <summary>What keeps <c>changed</c> open: this item or the one before it is a gap.</summary>
    public Gap? Undecided { get; set; }

    public int Column { get; set; }

    public object? Member(string name) => name switch
    {
        "index" => Boxes.Of(Index),
        "first" => Boxes.Of(Index == 0),
        "even" => Boxes.Of((Index & 1) == 0),
        "odd" => Boxes.Of((Index & 1) == 1),
        "last" => Boxes.Of(Index == Length - 1),
        "length" => Boxes.Of(Length),
        "rindex" => Boxes.Of(Length - Index - 1),
        "changed" => Boxes.Of(Changed),
        "col" => Boxes.Of(Column),
        _ => null,
    };
}

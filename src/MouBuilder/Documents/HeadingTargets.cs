namespace MouBuilder.Documents;

/// <summary>What a reference to a block shows: the number of a heading, or its words.</summary>
/// <param name="Heading">The id of the block whose heading it is.</param>
/// <param name="Label">The number; null where there is none, or none yet.</param>
/// <param name="Words">The heading's words.</param>
internal sealed record HeadingTarget(string Heading, bool ShowsNumber, string? Label, string Words);

/// <summary>
/// Finds the headings that references lead to. A clause without a heading is referred to by its number or, as <see cref="Numbering"/> does, by the heading it stands under.
/// </summary>
internal sealed class HeadingTargets
{
    private readonly Dictionary<string, HeadingTarget> targets = new(StringComparer.Ordinal);
    private readonly List<string> headings = [];
    private HeadingTarget? enclosing;

    private HeadingTargets()
    {
    }

    /// <summary>The ids of the blocks that have a heading or a number, in reading order.</summary>
    public IReadOnlyList<string> Headings => headings;

    /// <summary>By the id of the block referred to; without those to which there is nothing to refer by.</summary>
    public IReadOnlyDictionary<string, HeadingTarget> ById => targets;

    public static HeadingTargets Of(MouDocument document)
    {
        HeadingTargets found = new();
        found.Add(document.Blocks);
        return found;
    }

    private void Add(IEnumerable<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            Add(block);
        }
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case Section { Kind: SectionKind.Numbered } s:
                targets[s.Id] = new(Name(s.Id), ShowsNumber: true, s.Label, PlainText.Of(s.Heading));
                enclosing = Blanks.IsBlank(s.Heading) ? null : new(s.Id, ShowsNumber: false, null, PlainText.Of(s.Heading)); // a REF to no words is an error to Word
                Add(s.Blocks);
                break;
            case Section s:
                enclosing = Blanks.IsBlank(s.Heading) ? null : new(Name(s.Id), ShowsNumber: false, null, PlainText.Of(s.Heading));
                Target(s.Id, enclosing);
                Add(s.Blocks);
                break;
            case Exhibit e:
                enclosing = new(Name(e.Id), ShowsNumber: true, e.Label, PlainText.Of(e.Title));
                Target(e.Id, enclosing);
                Add(e.Blocks);
                break;
            case Clause c:
                Target(c.Id, Blanks.IsBlank(c.Title) && c.Label is null ? enclosing : new(Name(c.Id), c.Label is not null, c.Label, PlainText.Of(c.Title)));
                Add(c.Blocks);
                break;
            default:
                break;
        }
    }

    private void Target(string id, HeadingTarget? target)
    {
        if (target is not null)
        {
            targets[id] = target;
        }
    }

    private string Name(string id)
    {
        headings.Add(id);
        return id;
    }
}

using MouBuilder.Documents;

namespace MouBuilder.Comparing.Redlining;

/// <summary>Where the references of both texts lead in the redline, which holds the heading of a moved part twice.</summary>
internal sealed class RedlineTargets
{
    private readonly IReadOnlyDictionary<string, HeadingTarget> inOld;
    private readonly IReadOnlyDictionary<string, HeadingTarget> inNew;
    private readonly Dictionary<string, string> shared;
    private readonly Dictionary<string, HeadingTarget> found = new(StringComparer.Ordinal);

    /// <param name="shared">The old parts whose heading stands in the redline once for both texts, with their ids in the new one.</param>
    public RedlineTargets(MouDocument old, MouDocument now, Dictionary<string, string> shared)
    {
        inOld = HeadingTargets.Of(old).ById;
        inNew = HeadingTargets.Of(now).ById;
        this.shared = shared;
    }

    public IReadOnlyDictionary<string, HeadingTarget> Found => found;

    /// <summary>The id of a heading that stands in the redline for the old text alone.</summary>
    public static string OldId(string id) => "old " + id;

    public Reference Old(Reference reference) => inOld.TryGetValue(reference.Target, out HeadingTarget? target)
        ? Leading(reference, target with { Heading = shared.TryGetValue(target.Heading, out string? id) ? id : OldId(target.Heading) })
        : reference;

    public Reference New(Reference reference) => inNew.TryGetValue(reference.Target, out HeadingTarget? target) ? Leading(reference, target) : reference;

    private Reference Leading(Reference reference, HeadingTarget target)
    {
        // A paper's own reference may show words where another shows the number, or neither: then it is no field, since Word would fill in something else.
        if (reference.Label is { } shown && (!target.ShowsNumber || target.Label?.TrimEnd('.') != shown.TrimEnd('.')) && !(target.ShowsNumber && target.Label is null))
        {
            if (target.Words != shown)
            {
                return reference with { Target = reference.Target + " as it reads" };
            }

            target = target with { ShowsNumber = false };
        }

        string key = target.ShowsNumber ? target.Heading : target.Heading + " in words";
        found[key] = target;
        return reference.Target == key ? reference : reference with { Target = key };
    }
}

namespace MouBuilder.Word;

/// <summary>The addresses one part links to, with their relationship ids.</summary>
internal sealed class Hyperlinks
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly StableIds names = new();

    public bool Any => ids.Count > 0;

    public IEnumerable<(string Id, string Address)> InOrder => ids.Select(p => (p.Value, p.Key)).OrderBy(p => p.Value, StringComparer.Ordinal);

    /// <summary>The relationship id of an address; null for an address that is not http, https or mailto, whose words then stand without a link.</summary>
    public string? IdOf(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https" or "mailto"))
        {
            return null;
        }

        // The id depends on the address alone, so that a new link elsewhere changes no other paragraph.
        string target = Uri.IsWellFormedUriString(address, UriKind.Absolute) ? address : uri.AbsoluteUri;
        if (!ids.TryGetValue(target, out string? id))
        {
            ids.Add(target, id = "link" + names.Next(target).ToString("x8", System.Globalization.CultureInfo.InvariantCulture));
        }

        return id;
    }
}

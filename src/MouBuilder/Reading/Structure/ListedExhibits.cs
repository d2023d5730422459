namespace MouBuilder.Reading.Structure;

/// <summary>
/// Lines that are labelled as exhibits and are items of a list of them: "The following are attached:". An exhibit begins there no more than a clause begins in a table of contents, and what
/// stands behind the list belongs to its own clause.
/// </summary>
internal static class ListedExhibits
{
    // "Date:" is a line to sign on, and an exhibit may follow it.
    private const int LeastWordsOfLead = 4;

    public static IReadOnlySet<int> In(List<Piece> pieces)
    {
        HashSet<int> listed = [];
        HashSet<string> lists = [];
        int before = -1; // the piece before, blank lines aside
        for (int at = 0; at < pieces.Count; at++)
        {
            if (pieces[at] is Line { Words.IsEmpty: true, Label: null })
            {
                continue;
            }

            if (pieces[at] is Line { HeadingLevel: null } line && HeadingLook.ExhibitLabel(line) is not null)
            {
                bool isNextToAnother = before >= 0 && pieces[before] is Line { HeadingLevel: null } last && last.ListId == line.ListId && HeadingLook.ExhibitLabel(last) is not null;
                if (isNextToAnother)
                {
                    listed.UnionWith([before, at]);
                }
                else if (line.Text.TrimEnd() is [.., ';' or ','])
                {
                    listed.Add(at);
                }

                if (line.ListId is { } list && before >= 0 && pieces[before] is Line lead && Leads(lead) && lists.Add(list))
                {
                    listed.UnionWith(ItemsOf(pieces, list, at));
                }
            }

            before = at;
        }

        return listed;
    }

    /// <summary>The items of a list from its first on; none where it has but one.</summary>
    private static int[] ItemsOf(List<Piece> pieces, string list, int from)
    {
        int[] items = [.. Enumerable.Range(from, pieces.Count - from).Where(i => pieces[i] is Line { HeadingLevel: null } item && item.ListId == list)];
        return items.Length > 1 ? items : [];
    }

    private static bool Leads(Line line) => line.Text.TrimEnd() is [.., ':'] text && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= LeastWordsOfLead;
}

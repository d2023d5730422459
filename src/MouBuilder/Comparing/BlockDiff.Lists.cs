using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <content>Which of several lists a list became.</content>
internal sealed partial class BlockDiff
{
    private readonly LeadWords leads = new(new(target => target, note => note));

    /// <summary>
    /// The same pairs, in which what stood below "Each officer shall:" is the list that stands below these words now, though most of its items went below others that ask something else:
    /// what was taken out of their reach is gone there, and no item that stayed is struck.
    /// </summary>
    private void KeepWithLeads(List<(int Old, int New)> pairs, ImmutableArray<Block> old, ImmutableArray<Block> now)
    {
        for (int i = 0; i < pairs.Count; i++)
        {
            (int o, int n) = pairs[i];
            (int Old, int New) before = i > 0 ? pairs[i - 1] : (-1, -1);
            bool isFirstOld = before.Old == o - 1;
            bool isFirstNew = before.New == n - 1;
            if (isFirstOld == isFirstNew || old[o] is not ListBlock || now[n] is not ListBlock || AskedBefore(old, o) == AskedBefore(now, n))
            {
                continue;
            }

            (int Old, int New) kept = isFirstOld ? (o, before.New + 1) : (before.Old + 1, n);
            if (old[kept.Old] is ListBlock list && now[kept.New] is ListBlock other && ShareItems(list, other))
            {
                pairs[i] = kept;
            }
        }
    }

    /// <summary>What the words right before a list ask of its items.</summary>
    private string AskedBefore(ImmutableArray<Block> blocks, int at) => at > 0 && blocks[at - 1] is Paragraph lead && LedItems.Leads(lead) ? LeadWords.AskedBy(leads.LastSentence(lead)) : "";

    private bool ShareItems(ListBlock old, ListBlock now)
    {
        HashSet<string> said = [.. now.Items.Select(i => wordsOfNew.Of(i).Key)];
        return old.Items.Any(i => said.Contains(wordsOfOld.Of(i).Key)) || Alike(old, wordsOfOld.Of(old), now, wordsOfNew.Of(now)) > 0;
    }
}

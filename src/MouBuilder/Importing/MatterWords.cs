using MouBuilder.Comparing;

namespace MouBuilder.Importing;

/// <summary>One word for what agreements between schools and police call by several: older papers interrogate pupils whom newer ones question.</summary>
internal static class MatterWords
{
    // The first of each line stands for all of them; each is the beginning of its words.
    private static readonly string[][] Matters =
    [
        ["question", "interview", "interrogat"],
        ["notice", "notif", "inform ", "informed "],
        ["student", "pupil"],
        ["parent", "guardian"],
        ["principal", "administrator"],
        ["police", "sheriff", "department "],
        ["officer", "deput", "sro "],
        ["staff", "personnel"],
        ["force", "handcuff", "restrain", "forcibl", "physical"],
        ["firearm", "weapon", "gun ", "guns ", "armed "],
        ["ticket", "citation", "summons", "cited "],
        ["arrest"],
        ["disabilit", "disabled ", "iep ", "individualized"],
        ["disciplin", "misconduct"],
        ["complain", "grievance"],
        ["cost", "salar", "expens", "reimburs", "fee ", "fees "],
        ["metric", "count ", "counts ", "counted ", "statistic"],
        ["quarter", "quarterly"],
        ["select", "candidate", "volunteer"],
        ["evaluat", "assessment", "performance"],
        ["disagree", "disput", "mediat"],
        ["amend", "modif"],
        ["purpose", "intent", "intend"],
        ["meaning", "means ", "defin"],
        ["train", "instruct"],
        ["languag", "interpret", "translat"],
        ["immigra", "citizenship"],
        ["search"],
        ["seiz"],
        ["privacy", "ferpa", "confidential"],
        ["shar", "exchang", "disclos"],
        ["emergenc", "threat"],
        ["race", "ethnic"],
        ["discriminat", "nondiscriminat"],
        ["community", "stakeholder"],
        ["restorative", "diversion", "counsel"],
        ["assign", "post "],
        ["terminat", "expir", "renew"],
        ["liab", "insur", "immunity", "indemn"],
        ["abuse", "neglect"],
        ["scope", "appl"],
    ];

    private static readonly Dictionary<char, (string Start, string Matter)[]> ByLetter = Matters.SelectMany(m => m.Select(s => (Start: s, Matter: m[0]))).GroupBy(m => m.Start[0]).ToDictionary(g => g.Key, g => g.ToArray());

    /// <param name="word">In small letters.</param>
    public static string Of(string word)
    {
        foreach ((string start, string matter) in ByLetter.GetValueOrDefault(word[0], []))
        {
            if (start[^1] == ' ' ? word.AsSpan().SequenceEqual(start.AsSpan(0, start.Length - 1)) : word.StartsWith(start, StringComparison.Ordinal))
            {
                return matter;
            }
        }

        return TopicWords.Stem(word);
    }
}

using System.Text.RegularExpressions;
using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>
/// The data of a file that content controls are bound to. Word shows the data and not the words that stand in the control, which another program may have left behind: a file made by
/// filling in its data alone still has the old words in its text.
/// </summary>
internal sealed partial class BoundData(OfficePackage package, Relationships links, Element? core, Relationships root, NotCarried losses)
{
    private const string CoreProperties = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}";
    private const string ExtendedProperties = "{6668398D-A668-4E3E-A5EB-62B293D839F1}";
    private const int MostSteps = 64;

    private Dictionary<string, Element>? stores;

    /// <summary>Whether a control shows data; one with pictures, dates (which Word formats) or repeated parts is left as it is.</summary>
    public static bool IsBound(Element? properties) =>
        properties?.Child("w:dataBinding") is not null && (properties.Child("w:text") is not null || properties.Child("w:dropDownList") is not null || properties.Child("w:comboBox") is not null);

    /// <summary>Puts the data into a control in place of its words, and tells where they differ.</summary>
    /// <returns>Whether they did.</returns>
    public bool Fill(Element control, string where)
    {
        if (!IsBound(control.Child("w:sdtPr")) || control.Child("w:sdtContent") is not { } content || Shown(control.Child("w:sdtPr")!, where) is not { Length: > 0 } data)
        {
            return false;
        }

        Element[] texts = [.. content.Descendants().Where(e => e.Name == "w:t")];
        string words = string.Concat(texts.Select(t => t.Text));
        if (texts.Length == 0 || Blanks().Replace(words, "") == Blanks().Replace(data, ""))
        {
            return false;
        }

        texts[0].Text = data;
        foreach (Element rest in texts.Skip(1))
        {
            rest.Text = "";
        }

        losses.Lost($"the words of a form field, “{Short(words)}”: Word shows the data it is bound to, “{Short(data)}”, which were read", where);
        return true;
    }

    private string? Shown(Element properties, string where)
    {
        Element binding = properties.Child("w:dataBinding")!;
        stores ??= Stores();
        if (!stores.TryGetValue((binding["w:storeItemID"] ?? "").ToUpperInvariant(), out Element? store))
        {
            return null;
        }

        string path = binding["w:xpath"] ?? "";
        MatchCollection steps = Steps().Matches(path);
        if (steps.Count is 0 or > MostSteps || steps.Sum(s => s.Length) != path.Length)
        {
            losses.Lost("data that a form field is bound to by a path that is not followed here; the words in the text were read", where);
            return null;
        }

        // What is stored of a list is a value, which stands for words.
        string? value = At(store, steps);
        Element? list = properties.Child("w:dropDownList") ?? properties.Child("w:comboBox");
        return value is null ? null : list?.All("w:listItem").FirstOrDefault(i => i["w:value"] == value)?["w:displayText"] ?? value;
    }

    private Dictionary<string, Element> Stores()
    {
        Dictionary<string, Element> found = new(StringComparer.Ordinal);
        void Add(string? id, Element? tree)
        {
            if (id is not null && tree is not null)
            {
                found.TryAdd(id.ToUpperInvariant(), tree);
            }
        }

        Add(CoreProperties, core);
        Add(ExtendedProperties, root.OfKind("extended-properties") is { IsOutside: false } extended ? Tree(extended.Target) : null);
        foreach (Relationship link in links.All.Where(r => r is { Kind: "customXml", IsOutside: false }).DistinctBy(r => r.Target))
        {
            Add(package.RelationshipsOf(link.Target).OfKind("customXmlProps") is { IsOutside: false } named ? Tree(named.Target)?.Attributes.FirstOrDefault(a => a.Name.EndsWith(":itemID", StringComparison.Ordinal)).Value : null, Tree(link.Target));
        }

        return found;
    }

    /// <summary>A part that nothing else needs: without it the words that stand in the text are read.</summary>
    private Element? Tree(string part)
    {
        try
        {
            return package.Tree(part);
        }
        catch (PackageException)
        {
            return null;
        }
    }

    /// <summary>The text at a path of the form Word writes: <c>/ns0:root[1]/ns0:name[1]</c>, at its end perhaps an attribute.</summary>
    private static string? At(Element root, MatchCollection steps)
    {
        Element holder = new("", []);
        holder.Add(root);
        Element? here = holder;
        foreach (Match step in steps)
        {
            string name = step.Groups["name"].Value;
            if (step.Groups["attribute"].Success)
            {
                return here.Attributes.FirstOrDefault(a => Local(a.Name) == name).Value;
            }

            here = here.Children.Where(c => Local(c.Name) == name).ElementAtOrDefault(step.Groups["at"].Success ? (Element.Number(step.Groups["at"].Value) ?? 0) - 1 : 0);
            if (here is null)
            {
                return null;
            }
        }

        return here.Text;
    }

    private static string Short(string words) => words.Length <= 80 ? words : words[..80] + "…";

    private static string Local(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    [GeneratedRegex(@"\G/(?<attribute>@)?(?:[\w.-]+:)?(?<name>[\w.-]+)(?:\[(?<at>\d{1,6})\])?", RegexOptions.CultureInvariant)]
    private static partial Regex Steps();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}

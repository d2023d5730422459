using System.Text.RegularExpressions;
using MouBuilder.Documents;
using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>Fields: what they show where Word has computed it, and what can be said of them where it has not.</summary>
internal sealed partial class RunReader
{
    private readonly List<OpenField> fields = [];
    private int begun;
    private int autoNumber;
    private bool citesPage;

    /// <summary>Whether the words read now are those of a table of contents, which is made anew.</summary>
    public bool InContents => Generating is not null;

    /// <summary>Whether the last paragraph is a line of a table of contents that was never ended, by its link to a page.</summary>
    public bool IsLineOfUnendedContents => citesPage && fields.Any(f => f.InResult && f.IsContents && IsUnended(f));

    /// <summary>The fields that began a table of contents and have not ended it.</summary>
    public IEnumerable<int> OpenContents => fields.Where(f => f.InResult && f.IsContents).Select(f => f.Number);

    private OpenField? Generating => fields.Find(f => f.InResult && f.IsContents && !IsUnended(f));

    private bool IsUnended(OpenField field) => !inNote && context.UnendedContents.Contains(field.Number);

    /// <summary>A field that has no result by the end of its paragraph has lost its end: waiting for it would hide all that follows.</summary>
    private void CloseBroken()
    {
        while (fields.Count > 0 && !fields[^1].InResult)
        {
            context.Losses.Lost($"what stands behind a field that is never ended ({fields[^1].Kind}), in its paragraph", place.Now);
            fields.RemoveAt(fields.Count - 1);
        }
    }

    private void SimpleField(Element field)
    {
        OpenField open = new() { Number = ++begun };
        open.Instruction.Append(field["w:instr"]);
        Begin(open);
        Separate();
        Children(field, null);
        End();
    }

    private void FieldCharacter(Element character)
    {
        switch (character["w:fldCharType"])
        {
            case "begin":
                Begin(new() { Number = ++begun, FormValue = FormValues.Of(character.Child("w:ffData")) });
                break;
            case "separate":
                Separate();
                break;
            case "end":
                End();
                break;
            default:
                break;
        }
    }

    private void Begin(OpenField field)
    {
        if (fields.Count < 100)
        {
            fields.Add(field);
        }
        else
        {
            context.Losses.Lost("fields within fields within fields", place.Now);
        }
    }

    private void Separate()
    {
        if (fields.Count > 0 && !fields[^1].InResult)
        {
            OpenField field = fields[^1];
            (field.InResult, field.Paragraph, field.From) = (true, paragraph, inlines.Count);
            if (field.IsContents)
            {
                context.Generated.Begin(field);
            }
        }
    }

    private void End()
    {
        if (fields.Count == 0)
        {
            return;
        }

        OpenField field = fields[^1];
        fields.RemoveAt(fields.Count - 1);
        citesPage |= field.Kind == "PAGEREF";
        if (!Shown || InContents)
        {
            return;
        }

        if (!field.InResult || (field.FormValue is null && field.Paragraph == paragraph && field.From == inlines.Count))
        {
            WithoutResult(field);
        }
        else if (field.Paragraph == paragraph)
        {
            if (field.FormValue is { } value && inlines.Count == field.From)
            {
                inlines.Add(new TextRun(value));
            }

            Wrap(field);
        }
    }

    private void Wrap(OpenField field)
    {
        if (field.Kind == "HYPERLINK" && field.Argument() is { } address)
        {
            WrapLink(field.From, address);
        }
        else if (field.Kind == "REF" && field.Argument() is { } bookmark && !field.Has(@"\p") && inlines.Skip(field.From).All(i => i is TextRun) && inlines.Count > field.From)
        {
            string label = string.Concat(inlines.Skip(field.From).OfType<TextRun>().Select(t => t.Value));
            Emphasis emphasis = ((TextRun)inlines[field.From]).Emphasis;
            inlines.RemoveRange(field.From, inlines.Count - field.From);
            inlines.Add(new Reference(BookmarkTarget + bookmark, "", label, emphasis));
        }
    }

    /// <summary>A link to a place in the file is a reference where it shows a number: <c>3.1</c>, <c>Section 3.1</c>.</summary>
    private void WrapNumber(int from, string bookmark)
    {
        if (from < inlines.Count && inlines.Skip(from).All(i => i is TextRun) && ShownNumber().Match(string.Concat(inlines.Skip(from).Cast<TextRun>().Select(t => t.Value))) is { Success: true } shown)
        {
            TextRun first = (TextRun)inlines[from];
            inlines.RemoveRange(from, inlines.Count - from);
            inlines.Add(first with { Value = shown.Groups[1].Value });
            inlines.Add(new Reference(BookmarkTarget + bookmark, "", shown.Groups[2].Value, first.Emphasis));
        }
    }

    [GeneratedRegex(@"\A((?:\p{L}+[ \u00A0])?)(\d{1,3}(?:\.\d{1,3}){0,4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShownNumber();

    private void WithoutResult(OpenField field)
    {
        switch (field.Kind)
        {
            case "FORMCHECKBOX" or "FORMDROPDOWN" when field.FormValue is { } value:
                inlines.Add(new TextRun(value));
                break;
            case "MACROBUTTON" or "GOTOBUTTON" when field.Words.Length > 2:
                inlines.Add(new TextRun(string.Join(' ', field.Words.Skip(2))));
                break;
            case "AUTONUM" or "AUTONUMLGL" when inlines.Count == 0 && !inNote:
                // One row through the document is what Word counts where no headings have such numbers too.
                inlines.Add(new TextRun(NumberFormats.Digits(++autoNumber) + (field.After(@"\s") ?? ".") + " "));
                context.Losses.GuessedLabel($"the field {field.Kind}, counted here as one row from 1", place.Now);
                break;
            case "AUTONUM" or "AUTONUMLGL" or "AUTONUMOUT" or "LISTNUM":
                context.Losses.Lost($"a number that Word counts as it shows the page (field {field.Kind})", place.Now);
                break;
            case "PAGE" or "NUMPAGES" or "DATE" or "TIME" or "EQ" or "SYMBOL" or "BARCODE":
                context.Losses.Lost($"a field that has no result yet ({field.Kind})", place.Now);
                break;
            default:
                break; // entries of an index or of contents, and the like, show nothing
        }
    }
}

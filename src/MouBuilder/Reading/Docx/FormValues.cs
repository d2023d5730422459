using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>What a form field of the old kind shows that has no text of its own.</summary>
internal static class FormValues
{
    public static string? Of(Element? data)
    {
        if (data?.Child("w:checkBox") is { } box)
        {
            return (box.Flag("w:checked") ?? box.Flag("w:default")) == true ? "☒" : "☐";
        }

        if (data?.Child("w:ddList") is { } list)
        {
            Element[] entries = [.. list.All("w:listEntry")];
            int chosen = Element.Number(list.Child("w:result")?.Val) ?? Element.Number(list.Child("w:default")?.Val) ?? 0;
            return chosen >= 0 && chosen < entries.Length ? entries[chosen].Val : null;
        }

        return null;
    }
}

namespace MouBuilder.Templates.Language;

/// <summary>The languages whose month and day names the engine carries itself, so that output never depends on a machine's locale data.</summary>
internal enum CultureTag
{
    En,
    Es,
    Vi,
}

using System.Text;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Clauses;

/// <summary>
/// A wording that a plain-language text was written from, kept beside it under its fingerprint (<c>pinned/2.0.0.f8b19b05a1ababdc.yaml</c>), so that whoever reviews the text after a change
/// sees what was there before. <c>mou clauses pin</c> writes and removes these files.
/// </summary>
/// <param name="Words">Title, text, definitions and fields, one after another: all that the fingerprint is over.</param>
internal sealed record KeptWording(string Fingerprint, string Words)
{
    private const string Folder = "pinned";

    public static KeptWording Of(ClauseVersion clause)
    {
        StringBuilder words = new(clause.Title + "\n" + clause.Text.Text.TrimEnd() + "\n");
        foreach (Definition definition in clause.Defines)
        {
            words.Append(definition.Term).Append(": ").Append(definition.Means.Text.TrimEnd()).Append(definition.Forms.IsEmpty ? "" : " (" + string.Join(", ", definition.Forms) + ")").Append('\n');
        }

        foreach (FieldSpec field in clause.Fields)
        {
            string[] limits = [.. new[] { ("default", field.Default), ("minimum", field.Minimum), ("maximum", field.Maximum) }.Where(l => l.Item2 is not null).Select(l => $"{l.Item1} {l.Item2}")];
            words.Append(field.Name).Append(": ").Append(field.Ask).Append(' ').Append(string.Join(", ", [KebabCase.Of(field.Type), .. limits, .. field.Options])).Append('\n');
        }

        return new(clause.Fingerprint, words.ToString());
    }

    public static KeptWording Of(PlainVersion plain) => OfPlain(plain.Title, plain.Text.Text, plain.Change, plain.RestsOn);

    /// <summary>The folder in which the wordings of a clause are kept.</summary>
    public static string FolderOf(ClauseLibrary library, string id) => Path.Combine(library.Folder, id, Folder);

    /// <summary>The file name of a legal wording, or of a plain English one.</summary>
    public static string NameOf(string version, string fingerprint, bool isPlain) => $"{version}.{(isPlain ? "en." : "")}{fingerprint}.yaml";

    /// <summary>The wording kept under a fingerprint; null where none was, or the file no longer has that fingerprint.</summary>
    public static KeptWording? Find(ClauseLibrary library, string id, string version, string fingerprint, bool isPlain)
    {
        string path = Path.Combine(FolderOf(library, id), NameOf(version, fingerprint, isPlain));
        DiagnosticBag unread = new();
        if (fingerprint.Length == 0 || !File.Exists(path) || TextFile.Read(path, unread) is not { } file || YamlFile.Read(file.Text, unread) is not { } map)
        {
            return null;
        }

        YamlKeys keys = new(map, "a kept wording", unread);
        KeptWording? found = isPlain
            ? keys.RequiredLine("title") is var title && keys.Literal("text") is { } text ? OfPlain(title, text.Text, PlainReader.Change(keys), keys.Choice("rests_on", RestsOn.Agreement)) : null
            : ClauseReader.ReadText(id, version, VersionStatus.Draft, keys, file.Hash, unread) is { } clause ? Of(clause) : null;
        return found?.Fingerprint == fingerprint ? found : null;
    }

    private static KeptWording OfPlain(string title, string text, string change, RestsOn restsOn) => new(
        ClauseFingerprint.OfPlain(title, text, change, restsOn),
        $"{title}\n{(change.Length == 0 ? "" : change + "\n")}{text.TrimEnd()}\nRests on: {KebabCase.Of(restsOn)}\n");

    /// <summary>The keys of a file that its fingerprint is over, as they stand in it.</summary>
    public static byte[] Cut(string path)
    {
        DiagnosticBag read = new();
        SourceText text = TextFile.Read(path, read)!.Text;
        YamlMap map = YamlFile.Read(text, read)!;
        string[] lines = text.Text.Split('\n');
        StringBuilder kept = new("# What a plain-language text was written from. Kept by \"mou clauses pin\"; nobody edits it.\n");
        for (int i = 0; i < map.Entries.Length; i++)
        {
            if (map.Entries[i].Key is "title" or "change" or "rests_on" or "defines" or "fields" or "text")
            {
                int end = i + 1 < map.Entries.Length ? map.Entries[i + 1].At.Line - 1 : lines.Length;
                kept.AppendJoin('\n', lines[(map.Entries[i].At.Line - 1)..end]).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(kept.ToString().TrimEnd('\n') + "\n");
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Plain.Packets;
using MouBuilder.Reading;
using MouBuilder.Word;

namespace MouBuilder.Cli;

/// <summary><c>mou clauses packet</c>: a Word file for translators, and back.</summary>
internal static class PacketVerb
{
    public static Command Command(Option<string> library)
    {
        Argument<string[]> ids = new("ID") { Description = "Clause ids. Default: every clause with a plain English text.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> locale = new("--locale") { Description = "The language to translate into: es or vi." };
        locale.AcceptOnlyFromAmong("es", "vi");
        Option<string?> output = new("-o", "--output") { Description = "The Word file to write." };
        Option<string?> import = new("--import") { Description = "A packet that came back: its translations are written into the library, as drafts." };
        Option<string> author = new("--author") { Description = "With --import, who translated: a role or initials.", DefaultValueFactory = _ => "" };
        Option<string?> changes = ChangesOption.Make();
        Command command = new("packet", "Writes a Word file for translators, or takes translations out of one that came back.") { ids, locale, output, import, author, changes };
        command.SetAction(result => (result.GetValue(import), result.GetValue(locale), result.GetValue(output)) switch
        {
            ({ } packet, null, null) when result.GetValue(ids) is [] && !result.GetValue(author)!.Any(char.IsControl) => Import(result.GetValue(library)!, packet, ChangesOption.Of(result.GetValue(changes)), result.GetValue(author)!),
            (null, { } language, { } path) when Path.GetExtension(path) == ".docx" => Make(result.GetValue(library)!, result.GetValue(ids)!, language == "es" ? Locale.Es : Locale.Vi, path),
            _ => Usage(),
        });
        return command;
    }

    private static int Make(string folder, string[] ids, Locale locale, string path)
    {
        (ClauseLibrary? library, ImmutableArray<Diagnostic> found) = ClauseLibrary.Load(folder);
        if (library is null)
        {
            return Run.End(found);
        }

        (MouDocument? packet, ImmutableArray<Diagnostic> inPacket) = TranslationPacket.Of(library, ids.Length > 0 ? ids.Distinct(StringComparer.Ordinal) : TranslationPacket.Translatable(library), locale);
        if (packet is null)
        {
            return Run.End([.. found, .. inPacket]);
        }

        OutputFile file = new(path, WordWriter.Write(packet, new()));
        IReadOnlyList<Diagnostic> written = OutputFiles.Write([file], []);
        int code = Run.End([.. found, .. inPacket, .. WordFindings.In([file]), .. written]);
        if (written.Count == 0)
        {
            Console.WriteLine(Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/'));
        }

        return code;
    }

    private static int Import(string folder, string path, PendingChanges changes, string author)
    {
        (ClauseLibrary? library, ImmutableArray<Diagnostic> found) = ClauseLibrary.Load(folder);
        if (library is null)
        {
            return Run.End(found);
        }

        PacketResult result = PacketImport.Import(library, path, changes, author);
        IReadOnlyList<Diagnostic> written = OutputFiles.Write(result.Files, [path]);
        int code = Run.End([.. found, .. result.Diagnostics, .. written]);
        foreach (string line in result.Lines.Where(_ => written.Count == 0))
        {
            Console.WriteLine(line);
        }

        return code;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("mou: to make a packet give --locale es or vi and -o FILE.docx; to take one back give --import FILE.docx alone, with --author if you like.");
        return Run.WrongUsage;
    }
}

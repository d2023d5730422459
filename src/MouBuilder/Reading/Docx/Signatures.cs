using System.Collections.Immutable;
using MouBuilder.Documents;
using MouBuilder.Reading.Structure;
using MouBuilder.Word;

namespace MouBuilder.Reading.Docx;

/// <summary>Puts the signature blocks of our own Word files together again: a party's names, then the table to sign in.</summary>
internal static class Signatures
{
    private static readonly Phrases[] Languages = [Phrases.In("en"), Phrases.In("es"), Phrases.In("vi")];

    public static List<Piece> Join(List<Piece> pieces)
    {
        List<Piece> joined = [];
        for (int i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is not Line { Role: LineRole.SignatureParty } party)
            {
                joined.Add(pieces[i]);
                continue;
            }

            string? through = i + 1 < pieces.Count && pieces[i + 1] is Line { Role: LineRole.SignatureThrough } second ? Department(second.Text) : null;
            int table = through is null ? i + 1 : i + 2;
            ImmutableArray<SignatureLine>? lines = table < pieces.Count && pieces[table] is Solid { IsSignatures: true, Block: Table signed } ? LinesOf(signed) : null;
            joined.Add(new Solid(new SignatureBlock(party.Text, through, lines ?? []) { From = party.From }) { From = party.From });
            i = lines is null ? table - 1 : table;
        }

        return joined;
    }

    private static string? Department(string words) => Languages
        .Select(l => l.ActingThroughIts(""))
        .Where(opening => words.StartsWith(opening, StringComparison.Ordinal))
        .Select(opening => words[opening.Length..]).FirstOrDefault() ?? words;

    private static ImmutableArray<SignatureLine>? LinesOf(Table table)
    {
        var lines = ImmutableArray.CreateBuilder<SignatureLine>();
        foreach (TableRow row in table.Rows)
        {
            if (row.Cells is not [{ Blocks: [Paragraph capacity, Paragraph office] }, ..] || CapacityOf(PlainText.Of(capacity.Content)) is not { } known)
            {
                return null; // somebody has changed the table, and it stays one
            }

            lines.Add(new(known, PlainText.Of(office.Content)));
        }

        return lines.ToImmutable();
    }

    private static SignatureCapacity? CapacityOf(string words)
    {
        foreach (SignatureCapacity capacity in Enum.GetValues<SignatureCapacity>())
        {
            if (Languages.Any(l => l.Capacities(capacity) == words))
            {
                return capacity;
            }
        }

        return null;
    }
}

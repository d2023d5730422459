using System.Globalization;
using MouBuilder.Diagnostics;

namespace MouBuilder.Reading;

/// <summary>Counts what a reader met and could not carry, so that each kind is told once, with how often and where first.</summary>
internal sealed class NotCarried
{
    private const int MostKinds = 200;

    private readonly Dictionary<(Kind Kind, string What), (int Count, string Where)> met = [];
    private readonly List<(Kind Kind, string What)> order = [];
    private (int Count, string? Where) others;

    private enum Kind
    {
        Lost,
        Unseen,
        Label,
        Hint,
    }

    public void Lost(string what, string where) => Add(Kind.Lost, what, where);

    /// <summary>Text that somebody who looks at the page does not see.</summary>
    public void Unseen(string what, string where) => Add(Kind.Unseen, what, where);

    /// <summary>What says how the page is to be set and nothing else, in the plural.</summary>
    public void Hint(string what) => Add(Kind.Hint, what, "");

    public void GuessedLabel(string what, string where) => Add(Kind.Label, what, where);

    public void Tell(Source file, DiagnosticBag bag)
    {
        foreach ((Kind kind, string what) in order)
        {
            (int count, string where) = met[(kind, what)];
            string counted = count == 1 ? what : string.Create(CultureInfo.InvariantCulture, $"{what} ({count} times)");
            switch (kind)
            {
                case Kind.Lost:
                    bag.NotCarried(file, counted, where);
                    break;
                case Kind.Unseen:
                    bag.UnseenText(file, counted, where);
                    break;
                case Kind.Hint:
                    bag.Noted(file, string.Create(CultureInfo.InvariantCulture, $"Left out: {what} ({count})."));
                    break;
                default:
                    bag.LabelGuessed(file, counted);
                    break;
            }
        }

        if (others.Count > 0)
        {
            bag.NotCarried(file, string.Create(CultureInfo.InvariantCulture, $"{others.Count} more things than are listed here"), others.Where ?? "");
        }
    }

    private void Add(Kind kind, string what, string where)
    {
        if (met.TryGetValue((kind, what), out (int Count, string Where) before))
        {
            met[(kind, what)] = (before.Count + 1, before.Where);
        }
        else if (order.Count < MostKinds)
        {
            met[(kind, what)] = (1, where);
            order.Add((kind, what));
        }
        else
        {
            others = (others.Count + 1, others.Where ?? where);
        }
    }
}

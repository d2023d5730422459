using System.Numerics;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Charges what a render does against its budget, before it is done.</summary>
internal sealed class Meter(Budget limits, Func<object?, object?> live)
{
    /// <summary>Making this many characters costs as much as one step.</summary>
    private const int CharactersPerStep = 64;

    private long steps;

    public Budget Limits => limits;

    public void Step(SourceText file, int at)
    {
        if (++steps > limits.Steps)
        {
            throw Over(file, at, "steps", limits.Steps);
        }
    }

    public void Items(long count, SourceText file, int at)
    {
        steps += Math.Max(0, count);
        if (steps > limits.Steps)
        {
            throw Over(file, at, "steps", limits.Steps);
        }
    }

    /// <summary>Asked before a text of this length is made.</summary>
    public void Characters(long count, SourceText file, int at)
    {
        if (count > limits.StringCharacters)
        {
            throw Over(file, at, "characters in one text", limits.StringCharacters, fatal: false);
        }

        Items(count / CharactersPerStep, file, at);
    }

    /// <summary>Characters that are read, compared or copied.</summary>
    public void Handled(long count, SourceText file, int at) => Items(count / CharactersPerStep, file, at);

    /// <summary>Long whole numbers: writing one, multiplying or dividing takes the square of its length.</summary>
    public void Number(object? value, SourceText file, int at)
    {
        if (value is BigInteger number)
        {
            long words = number.GetBitLength() / 64;
            Items((words / 8) + (words * words / 20), file, at);
        }
    }

    /// <summary>A long whole number that was made.</summary>
    public void Made(object? value, SourceText file, int at)
    {
        if (value is BigInteger number)
        {
            Items(number.GetBitLength() / 256, file, at);
        }
    }

    /// <summary>A value a built-in is given or makes: its characters or its items.</summary>
    public void Value(object? value, SourceText file, int at)
    {
        switch (value)
        {
            case string text:
                Handled(text.Length, file, at);
                break;
            case TemplateList list:
                Items(list.Count, file, at);
                break;
            case BigInteger:
                Number(value, file, at);
                break;
        }
    }

    /// <summary>A value as the template has changed it so far.</summary>
    public object? Live(object? value) => live(value);

    public string TextOf(object? value, DateNames names, SourceText file, int at)
    {
        Number(value, file, at);
        if (Printer.Simple(value, names) is { } simple)
        {
            return simple;
        }

        Printer printer = new(names, limits.StringCharacters, live, number => Number(number, file, at));
        string text = printer.Write(value);
        switch (printer.Found)
        {
            case Printer.Problem.None:
                Characters(text.Length, file, at);
                return text;
            case Printer.Problem.TooLong:
                throw Over(file, at, "characters in one text", limits.StringCharacters);
            case Printer.Problem.Gap:
                throw new Fault(bag => bag.TemplateGapDecides(file.PlaceOf(at), printer.GapField!, "inside a list or an object that is written as a whole"));
            default:
                throw TooDeep(file, at);
        }
    }

    public static Fault TooDeep(SourceText file, int at) =>
        new(bag => bag.TemplateOverBudget(file.PlaceOf(at), "levels of values inside each other", 64), fatal: true);

    /// <param name="fatal">Whether nothing more can be afforded; one text that was not made costs nothing.</param>
    public static Fault Over(SourceText file, int at, string what, long limit, bool fatal = true) =>
        new(bag => bag.TemplateOverBudget(file.PlaceOf(at), what, limit), fatal, (file, at));
}

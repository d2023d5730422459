using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language.Running;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary>One call of a built-in: converts its arguments, charges its cost, and knows where it stands.</summary>
internal sealed class Call(Renderer renderer, BuiltIn function, int start, int end)
{
    private int[] starts = [];

    public DateNames Names => renderer.Names;

    public Renderer Renderer => renderer;

    public int Start => start;

    /// <summary>Arguments in the order of the parameters, each of the parameter's type or null.</summary>
    public object?[] Bind(List<Passed> passed, Dictionary<string, Passed>? named)
    {
        BuiltInParameter[] parameters = function.Parameters;
        object?[] values = new object?[parameters.Length];
        starts = new int[parameters.Length];
        int next = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            BuiltInParameter parameter = parameters[i];
            if (parameter.Type == ParameterType.Rest)
            {
                values[i] = TemplateList.Writable([.. passed.Skip(next).Select(p => renderer.Plain(p.Value, p.Start))]);
                next = passed.Count;
            }
            else if (next < passed.Count)
            {
                starts[i] = passed[next].Start;
                values[i] = Convert(parameter, passed[next++]);
            }
            else if (named is not null && named.Remove(parameter.Name, out Passed given))
            {
                starts[i] = given.Start;
                values[i] = Convert(parameter, given);
            }
            else if (!parameter.IsOptional)
            {
                throw Wrong(end, $"needs a value for \"{parameter.Name}\"");
            }
        }

        if (next < passed.Count)
        {
            throw Wrong(passed[next].Start, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"takes at most {parameters.Length} arguments, not {passed.Count}"));
        }

        if (named is { Count: > 0 })
        {
            (string name, Passed value) = named.First();
            throw Wrong(value.Start, $"has no parameter \"{name}\"");
        }

        return values;
    }

    private Fault Wrong(int at, string problem) => FailAt(at, (bag, place) => bag.TemplateWrongArguments(place, function.Name, problem));

    /// <summary>Every argument is charged before it is read, whatever the built-in does with it.</summary>
    private object? Convert(BuiltInParameter parameter, Passed passed)
    {
        if (parameter.Type == ParameterType.Any && function.AsksWhetherThere)
        {
            return passed.Value;
        }

        object? value = renderer.Plain(passed.Value, passed.Start);
        renderer.Meter.Value(value, renderer.File, start);
        object? converted = parameter.Type switch
        {
            ParameterType.Text => value is null ? null : Text(value),
            ParameterType.Int => ToInt(value),
            ParameterType.Number => value is null or bool || Kinds.IsNumber(value) ? Numbers.ToDouble(value ?? 0) : null,
            ParameterType.Bool => Boxes.Of(Kinds.IsTrue(value)),
            ParameterType.List => ItemsOf(value),
            ParameterType.Map => value as TemplateMap,
            ParameterType.Date => value as DateTime?,
            ParameterType.Function => value as Function,
            _ => value,
        };
        bool mayBeNull = value is null && parameter.Type is not (ParameterType.Int or ParameterType.Number or ParameterType.Function);
        if (converted is null && !mayBeNull)
        {
            throw WrongArgument(parameter, passed.Start, Kinds.Name(value));
        }

        return converted;
    }

    private Fault WrongArgument(BuiltInParameter parameter, int at, string found) =>
        FailAt(at, (bag, place) => bag.TemplateWrongArgument(place, function.Name, parameter.Name, Wanted(parameter.Type), found));

    private static object? ToInt(object? value) => value switch
    {
        null => Boxes.Of(0),
        bool truth => Boxes.Of(truth ? 1 : 0),
        _ when Kinds.IsNumber(value) => Numbers.ToInt(value),
        _ => null,
    };

    private static string Wanted(ParameterType type) => type switch
    {
        ParameterType.Int => "a whole number",
        ParameterType.Number => "a number",
        ParameterType.List => "an array",
        ParameterType.Map => "an object",
        ParameterType.Date => "a date, made by date.parse",
        ParameterType.Function => "a function, written @name",
        _ => "a value",
    };

    /// <summary>Every result is charged, and text longer than one value may be is an error.</summary>
    public object? Charged(object? result)
    {
        if ((result is Rope rope ? rope.Text : result as string) is { } text)
        {
            Characters(text.Length);
        }
        else
        {
            renderer.Meter.Value(result, renderer.File, start);
        }

        return result;
    }

    public TemplateList? ItemsOf(object? value) => renderer.ItemsOf(value, start);

    public string Text(object? value) => renderer.TextOf(value, start);

    /// <summary>Asked before a text of this length is made.</summary>
    public void Characters(long count) => renderer.Meter.Characters(count, renderer.File, start);

    public void Items(long count) => renderer.Meter.Items(count, renderer.File, start);

    public object? Apply(BinaryOperator @operator, object? left, object? right) =>
        renderer.Operators.Apply(@operator, left, right, new(renderer.File, start, start, start));

    public object? Invoke(Function called, params object?[] arguments) => renderer.CallWith(called, arguments, start);

    public Fault Fail(Action<DiagnosticBag, Source> report) => FailAt(start, report);

    private Fault FailAt(int at, Action<DiagnosticBag, Source> report)
    {
        SourceText file = renderer.File;
        return new(bag => report(bag, file.PlaceOf(at)));
    }

    public Fault Rejected(string problem) => Fail((bag, at) => bag.TemplateRejectedArgument(at, function.Name, problem));

    /// <summary>A fault at an argument by its number.</summary>
    public Fault RejectedArgument(int argument, string problem) =>
        FailAt(starts[argument], (bag, at) => bag.TemplateRejectedArgument(at, function.Name, problem));

    /// <summary>A gap cannot say what a built-in has to know.</summary>
    public object? Settled(object? value, string use) =>
        Gaps.In(value) is { } gap ? throw Fail((bag, at) => bag.TemplateGapDecides(at, gap.Field, use)) : value;

    public Fault RefusedArgument(int argument, string what, string why) =>
        FailAt(starts[argument], (bag, at) => bag.TemplateRefused(at, what, why));

    public Fault Refused(string why) => Fail((bag, at) => bag.TemplateRefused(at, function.Name, why));
}

using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language.BuiltIns;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>A call as it is written.</summary>
/// <param name="Target">What is called.</param>
/// <param name="Arguments">As written.</param>
/// <param name="End">The offset after it.</param>
internal readonly record struct CallSite(Expression Target, IReadOnlyList<Argument> Arguments, int End);

/// <summary>An argument with its value and where it stands.</summary>
internal readonly record struct Passed(object? Value, int Start);

/// <summary>Calls of the template's own functions, the host's, and the built-in ones.</summary>
internal sealed partial class Renderer
{
    private object? EvaluateCall(CallExpression call, object? piped, bool hasPiped, int pipedStart = 0, bool expand = false)
    {
        object? target = EvaluateTarget(call.Target);
        if (target is Function function)
        {
            int end = call.Arguments.Count == 0 || call.Parenthesized ? call.End : call.Arguments[^1].Value!.End;
            return Call(function, new(call.Target, call.Arguments, end), piped, hasPiped, null, pipedStart, expand);
        }

        throw target is null ? UnknownFunction(call.Target) : NotFunction(call.Target.Start, Kinds.Name(target));
    }

    private Fault NotFunction(int at, string kind) => Fail(at, (b, place) => b.TemplateNotFunction(place, kind));

    private Fault UnknownFunction(Expression target)
    {
        IEnumerable<string> known = target is MemberExpression { Target: NameExpression { Name: var groupName } } && scopes.TryGet(groupName, out object? found) && found is TemplateMap group
            ? group.Keys.Select(n => $"{groupName}.{n}")
            : scopes.KnownNames.Concat(BuiltInGroups.FunctionsEndingIn(Written(target)));
        return Fail(target.Start, (b, at) => b.TemplateUnknownFunction(at, Written(target), known));
    }

    /// <summary>Calls a function with values that are already there, as the functions of lists do with theirs.</summary>
    public object? CallWith(Function function, IReadOnlyList<object?> arguments, int at)
    {
        NameExpression target = new("function") { Start = at, End = at };
        List<Passed> passed = [.. arguments.Select(a => new Passed(a, at))];
        return Dispatch(function, new(target, [], at), passed, null, null);
    }

    private object? Call(Function function, CallSite site, object? piped, bool hasPiped, Function? block, int pipedStart = 0, bool expand = false)
    {
        List<Passed> passed = new(site.Arguments.Count + 1);
        Dictionary<string, Passed>? named = null;
        if (hasPiped)
        {
            Pass(passed, piped, pipedStart, expand);
        }

        bool guard = function is BuiltIn { AsksWhetherThere: true };
        foreach (Argument argument in site.Arguments)
        {
            object? value = ArgumentValue(argument.Value!, guard && passed.Count == 0);
            if (argument.Name is not null)
            {
                named ??= new(StringComparer.Ordinal);
                if (!named.TryAdd(argument.Name, new(value, argument.NameStart)))
                {
                    named[argument.Name] = Again(function, site, named[argument.Name], value, argument);
                }
            }
            else
            {
                Pass(passed, value, argument.Value!.Start, argument.Value is UnaryExpression { Operator: UnaryOperator.Expand });
            }
        }

        return Dispatch(function, site, passed, named, block);
    }

    /// <summary>Only a host may be given a name several times; it gets the list of its values.</summary>
    private Passed Again(Function function, CallSite site, Passed before, object? value, Argument argument)
    {
        if (function is not HostedFunction)
        {
            throw WrongArguments(site, argument.NameStart, $"is given \"{argument.Name}\" twice");
        }

        TemplateList values = before.Value as TemplateList ?? new([before.Value]);
        return new(new TemplateList([.. values, value]), before.Start);
    }

    private object? ArgumentValue(Expression value, bool guarded) => value switch
    {
        FunctionExpression function => new TemplateFunction(function.Function, file, frame.Parameters),
        _ when guarded => EvaluateGuarded(value),
        _ => Evaluate(value),
    };

    private void Pass(List<Passed> passed, object? value, int start, bool expand)
    {
        if (expand && value is TemplateList list)
        {
            meter.Items(list.Count, file, start);
            foreach (object? item in list)
            {
                passed.Add(new(item, start));
            }

            return;
        }

        passed.Add(new(value, start));
    }

    private object? Dispatch(Function function, CallSite site, List<Passed> passed, Dictionary<string, Passed>? named, Function? block)
    {
        switch (function)
        {
            case BuiltIn builtIn:
                return CallBuiltIn(builtIn, site, passed, named);
            case HostedFunction hosted:
                return CallHost(hosted, site, passed, named);
            case IncludeFunction:
                return CallInclude(site, passed, named);
            case TemplateFunction own:
                return CallOwn(own, site, passed, named, block);
            default:
                return CallWrapped((WrappedBlock)function, site);
        }
    }

    private object? CallBuiltIn(BuiltIn builtIn, CallSite site, List<Passed> passed, Dictionary<string, Passed>? named)
    {
        if (!builtIn.AsksWhetherThere)
        {
            foreach (Passed argument in passed)
            {
                if (argument.Value is Gap)
                {
                    return argument.Value;
                }
            }

            if (named is not null)
            {
                foreach (Passed argument in named.Values)
                {
                    if (argument.Value is Gap)
                    {
                        return argument.Value;
                    }
                }
            }
        }

        Call call = new(this, builtIn, site.Target.Start, site.End);
        object?[] values = call.Bind(passed, named);
        return call.Charged(builtIn.Body(call, values));
    }

    /// <summary>Built-ins see plain text; <c>object.default</c> hands on what it was given.</summary>
    public object? Plain(object? value, int at) => Flat(value, at);

    private object? CallHost(HostedFunction hosted, CallSite site, List<Passed> passed, Dictionary<string, Passed>? named)
    {
        IEnumerable<Passed> given = named is null ? passed : passed.Concat(named.Values);
        foreach (Passed argument in given)
        {
            if (argument.Value is Gap)
            {
                return argument.Value;
            }
        }

        Dictionary<string, object?> byName = new(StringComparer.Ordinal);
        foreach ((string name, Passed value) in named ?? [])
        {
            byName[name] = HostValue(value);
        }

        foreach (Passed argument in given)
        {
            Charge(argument.Value, argument.Start);
        }

        DiagnosticBag problems = new();
        HostCall call = new([.. passed.Select(HostValue)], byName, file.PlaceOf(site.Target.Start), options.Locale, problems);
        object? result = hosted.Body(call);
        if (problems.HasErrors)
        {
            throw new Fault(b => b.AddRange(problems.ToImmutable()));
        }

        bag.AddRange(problems.ToImmutable());
        Charge(result, site.Target.Start);
        return result;
    }

    /// <summary>What a function of the host is given or makes, before anything is done with it: a host joins texts without asking.</summary>
    private void Charge(object? value, int at)
    {
        long characters = value switch
        {
            string text => text.Length,
            TemplateList list => list.Sum(i => i is string text ? text.Length + 8L : 8L),
            _ => 0,
        };
        meter.Value(value, file, at);
        meter.Characters(characters, file, at);
    }

    private Rope CallInclude(CallSite site, List<Passed> passed, Dictionary<string, Passed>? named)
    {
        if (passed.Count == 0)
        {
            throw WrongArguments(site, site.End, "needs the name of a template");
        }

        object? name = Settled(passed[0].Value, passed[0].Start, "to name a template");
        return Include(TextOf(name, passed[0].Start), ArgumentsOf(passed, named), site.Target.Start);
    }

    /// <summary>The host gets text with the marks of its gaps, but never text that stands for something else.</summary>
    private object? HostValue(Passed argument) => argument.Value switch
    {
        Rope rope when rope.Stretches.All(s => s.Kind != StretchKind.Placement) => rope.Text,
        _ => Flat(argument.Value, argument.Start),
    };

    private object? CallOwn(TemplateFunction function, CallSite site, List<Passed> passed, Dictionary<string, Passed>? named, Function? block)
    {
        LocalFrame own = function.Syntax.Parameters is null
            ? new(ArgumentsOf(passed, named), block, function.Around)
            : new(null, block, new(BindParameters(function.Syntax, site, passed, named), function.Around));
        if (function.Syntax.Name is { } name && name.StartsWith('$'))
        {
            // A local function can call itself, although its name belongs to the frame it was written in.
            own.Set(name, function);
        }

        (LocalFrame outerFrame, Files.SourceText outerFile) = (frame, file);
        if (callDepth + 1 > options.Limits.CallDepth)
        {
            throw Meter.Over(file, site.Target.Start, "calls of functions inside each other", options.Limits.CallDepth);
        }

        callDepth++;
        takers++;
        frame = own;
        file = function.Home;
        object? result = null;
        if (function.Syntax.Result is { } expression)
        {
            result = Evaluate(expression);
        }
        else
        {
            RunBlock(function.Syntax.Body!);
            if (flow == Flow.Return)
            {
                result = returned;
            }

            flow = Flow.None;
            returned = null;
        }

        (frame, file) = (outerFrame, outerFile);
        callDepth--;
        takers--;
        return own.HasFailed ? throw Fault.Silent() : result;
    }

    private static TemplateList ArgumentsOf(List<Passed> passed, Dictionary<string, Passed>? named)
    {
        TemplateList arguments = TemplateList.Writable([.. passed.Select(p => p.Value)]);
        foreach ((string name, Passed value) in named ?? [])
        {
            arguments.SetMember(name, value.Value);
        }

        return arguments;
    }

    private TemplateMap BindParameters(FunctionSyntax function, CallSite site, List<Passed> passed, Dictionary<string, Passed>? named)
    {
        IReadOnlyList<Parameter> parameters = function.Parameters!;
        TemplateMap bound = TemplateMap.Writable();
        int next = 0;
        foreach (Parameter parameter in parameters)
        {
            if (parameter.Kind == ParameterKind.Rest)
            {
                bound.Set(parameter.Name, TemplateList.Writable([.. passed.Skip(next).Select(p => p.Value)]));
                next = passed.Count;
            }
            else if (named is not null && named.Remove(parameter.Name, out Passed given))
            {
                bound.Set(parameter.Name, given.Value);
            }
            else if (next < passed.Count)
            {
                bound.Set(parameter.Name, passed[next++].Value);
            }
            else if (parameter.Kind == ParameterKind.Optional)
            {
                bound.Set(parameter.Name, parameter.Default);
            }
            else
            {
                throw WrongArguments(site, site.End, $"needs a value for its parameter \"{parameter.Name}\"");
            }
        }

        if (next < passed.Count)
        {
            throw WrongArguments(site, passed[next].Start, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"takes {parameters.Count} arguments, not {passed.Count}"));
        }

        if (named is { Count: > 0 })
        {
            (string name, Passed value) = named.First();
            throw WrongArguments(site, value.Start, $"has no parameter \"{name}\"");
        }

        return bound;
    }

    private Fault WrongArguments(CallSite site, int at, string problem) =>
        Fail(at, (b, place) => b.TemplateWrongArguments(place, Written(site.Target), problem));

    private object? CallWrapped(WrappedBlock block, CallSite site)
    {
        (LocalFrame outerFrame, Files.SourceText outerFile) = (frame, file);
        if (++callDepth > options.Limits.CallDepth)
        {
            throw Meter.Over(file, site.Target.Start, "calls of functions inside each other", options.Limits.CallDepth);
        }

        takers++;
        frame = block.Frame;
        file = block.Home;
        Loop? loop = block.Frame.Loop;
        try
        {
            RunBlock(block.Body);
        }
        finally
        {
            block.Frame.Loop = loop; // a fault in a loop of the block may be caught in the function that wraps it
        }

        (frame, file) = (outerFrame, outerFile);
        callDepth--;
        takers--;
        if (flow != Flow.Return)
        {
            return null;
        }

        flow = Flow.None;
        return returned;
    }
}

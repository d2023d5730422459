using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language.BuiltIns;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Setting names, members and items.</summary>
internal sealed partial class Renderer
{
    private void Assign(Expression target, object? value, int at)
    {
        recovery.Settle(target);
        switch (target)
        {
            case NameExpression name:
                SetName(TargetOf(name.Name), name.Name, value, at);
                return;
            case LocalExpression { Argument: < 0, Name: not ("$" or "$$") } local:
                frame.Set(local.Name, value);
                return;
            case LocalExpression { Argument: >= 0 } argument:
                frame.ArgumentList.Set(argument.Argument, value);
                return;
            case MemberExpression member:
                AssignMember(member, value);
                return;
            case IndexExpression index:
                AssignItem(index, value);
                return;
            default:
                throw NotAssignable(at);
        }
    }

    /// <summary>A function with parameters keeps the names it makes up to itself; names that exist outside it sets there.</summary>
    private TemplateMap TargetOf(string name)
    {
        if (frame.Parameters is not { } parameters)
        {
            return scopes.TargetOf(name);
        }

        return Parameters.Holding(parameters, name) ?? (scopes.TryGet(name, out _) ? scopes.TargetOf(name) : parameters.Values);
    }

    private Fault ReadOnly(int at, string name) => Fail(at, (b, place) => b.TemplateReadOnly(place, name));

    private Fault NotAssignable(int at) => Fail(at, (b, place) => b.TemplateNotAssignable(place));

    private void SetName(TemplateMap into, string name, object? value, int at)
    {
        if (into.IsFixed(name))
        {
            throw ReadOnly(at, name);
        }

        into.Set(name, value);
    }

    private void AssignMember(MemberExpression member, object? value)
    {
        if (member.Target is ThisExpression)
        {
            SetName(scopes.TargetOf(member.Name), member.Name, value, member.NameStart);
            return;
        }

        switch (TargetValue(member.Target, lenient: true))
        {
            case TemplateMap map:
                RefuseGroup(map, member.NameStart);
                RefuseCycle(map, value, member.Start);
                SetName(scopes.Writable(map), member.Name, value, member.NameStart);
                return;
            case TemplateList list:
                RefuseCycle(list, value, member.Start);
                scopes.Writable(list).SetMember(member.Name, value);
                return;
            case null:
                throw MemberOfNothing(member.NameStart, Written(member.Target), $"member \"{member.Name}\" to set");
            default:
                throw ReadOnly(member.NameStart, member.Name);
        }
    }

    private void AssignItem(IndexExpression index, object? value)
    {
        object? key = Settled(Evaluate(index.Index), index.Index.Start, "as an index");
        if (key is null)
        {
            throw BadIndex(index.Index.Start, "it is empty");
        }

        if (index.Target is ThisExpression)
        {
            string own = TextOf(key, index.Index.Start);
            SetName(scopes.TargetOf(own), own, value, index.Index.Start);
            return;
        }

        switch (TargetValue(index.Target, lenient: true))
        {
            case TemplateMap map:
                RefuseGroup(map, index.Index.Start);
                RefuseCycle(map, value, index.Start);
                SetName(scopes.Writable(map), TextOf(key, index.Index.Start), value, index.Index.Start);
                return;
            case TemplateList list when key is string name:
                RefuseCycle(list, value, index.Start);
                scopes.Writable(list).SetMember(name, value);
                return;
            case TemplateList list:
                RefuseCycle(list, value, index.Start);
                int at = WholeIndex(key, index);
                at = at < 0 ? at + list.Count : at;
                if (at < 0)
                {
                    throw OutOfBounds(index, list.Count);
                }

                meter.Items(Math.Max(0, at - list.Count), file, index.Start);
                scopes.Writable(list).Set(at, value);
                return;
            case null:
                throw MemberOfNothing(index.Start, Written(index.Target), "items to set");
            default:
                throw BadIndex(index.Start, "this value has no items to set");
        }
    }

    private void RefuseGroup(TemplateMap map, int at)
    {
        if (BuiltInGroups.IsGroup(map))
        {
            throw ReadOnly(at, "a group of built-in functions");
        }
    }

    /// <summary>Values stay trees: one that holds itself could be neither written nor compared.</summary>
    private void RefuseCycle(object holder, object? value, int at)
    {
        if (Holds(value, holder, at, 0))
        {
            throw ReadOnly(at, "a value that would contain itself");
        }
    }

    private bool Holds(object? value, object sought, int at, int level)
    {
        if (ReferenceEquals(value, sought))
        {
            return true;
        }

        if (level > 60)
        {
            throw Meter.TooDeep(file, at);
        }

        switch (value)
        {
            case TemplateList list:
                meter.Items(list.Count, file, at);
                foreach (object? item in list)
                {
                    if (item is TemplateList or TemplateMap && Holds(item, sought, at, level + 1))
                    {
                        return true;
                    }
                }

                return false;
            case TemplateMap map:
                meter.Items(map.Count, file, at);
                foreach ((_, object? item) in map)
                {
                    if (item is TemplateList or TemplateMap && Holds(item, sought, at, level + 1))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}

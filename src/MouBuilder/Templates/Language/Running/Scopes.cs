using MouBuilder.Templates.Language.BuiltIns;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>
/// What names mean: loops and functions first, then what the template set, the model, the host's functions, the groups of
/// built-ins. A value of the model that a template assigns into is copied first; the copy stands for it from then on.
/// </summary>
internal sealed class Scopes
{
    private readonly TemplateMap model;
    private readonly IReadOnlyDictionary<string, HostFunction> functions;
    private readonly List<Layer> layers = [];
    private Dictionary<object, object>? copies;

    public Scopes(TemplateMap model, IReadOnlyDictionary<string, HostFunction> functions)
    {
        this.model = model;
        this.functions = functions;
        layers.Add(new(TemplateMap.Writable(), false));
    }

    /// <param name="Values">The names of the layer.</param>
    /// <param name="IsLoop">Holds a loop's variable; other names pass through to the layer below.</param>
    private readonly record struct Layer(TemplateMap Values, bool IsLoop);

    public IEnumerable<string> KnownNames =>
        layers.SelectMany(l => l.Values.Keys).Concat(model.Keys).Concat(functions.Keys).Concat(BuiltInGroups.Names);

    public void Push(TemplateMap values, bool isLoop = false) => layers.Add(new(values, isLoop));

    public int Count => layers.Count;

    public void Pop() => layers.RemoveAt(layers.Count - 1);

    public void CutTo(int count) => layers.RemoveRange(count, layers.Count - count);

    public bool TryGet(string name, out object? value)
    {
        for (int i = layers.Count - 1; i >= 0; i--)
        {
            if (layers[i].Values.TryGet(name, out value))
            {
                value = Live(value);
                return true;
            }
        }

        if (model.TryGet(name, out value))
        {
            value = Live(value);
            return true;
        }

        if (functions.TryGetValue(name, out HostFunction? function))
        {
            value = new HostedFunction(name, function);
            return true;
        }

        return BuiltInGroups.TryGet(name, out value);
    }

    /// <summary>The layer a name is set in.</summary>
    public TemplateMap TargetOf(string name)
    {
        int i = layers.Count - 1;
        while (i > 0 && layers[i].IsLoop && !layers[i].Values.TryGet(name, out _))
        {
            i--;
        }

        return layers[i].Values;
    }

    /// <summary>Everything the template and the model named, as one object.</summary>
    public TemplateMap Everything()
    {
        TemplateMap all = TemplateMap.Writable();
        foreach ((string name, object? value) in model)
        {
            all.Set(name, Live(value));
        }

        foreach (Layer layer in layers)
        {
            foreach ((string name, object? value) in layer.Values)
            {
                all.Set(name, value);
            }
        }

        return all;
    }

    /// <summary>The value as the template has changed it so far.</summary>
    public object? Live(object? value) =>
        copies is not null && value is TemplateList or TemplateMap && copies.TryGetValue(value, out object? copy) ? copy : value;

    public TemplateList Writable(TemplateList list)
    {
        if (!list.IsReadOnly)
        {
            return list;
        }

        TemplateList copy = list.ToWritable();
        (copies ??= new(ReferenceEqualityComparer.Instance))[list] = copy;
        return copy;
    }

    public TemplateMap Writable(TemplateMap map)
    {
        if (!map.IsReadOnly)
        {
            return map;
        }

        TemplateMap copy = map.ToWritable();
        (copies ??= new(ReferenceEqualityComparer.Instance))[map] = copy;
        return copy;
    }
}

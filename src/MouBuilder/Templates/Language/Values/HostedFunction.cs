namespace MouBuilder.Templates.Language.Values;

/// <summary>A function the host supplies.</summary>
internal sealed class HostedFunction(string name, HostFunction body) : Function
{
    public string Name { get; } = name;

    public HostFunction Body { get; } = body;
}

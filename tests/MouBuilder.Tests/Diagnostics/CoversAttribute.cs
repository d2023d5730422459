namespace MouBuilder.Tests.Diagnostics;

/// <summary>Says that a test shows a diagnostic which the files of its page cannot bring about: a full disk, a device, an option.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CoversAttribute(string code) : Attribute
{
    public string Code { get; } = code;
}

using System.Reflection;
using MouBuilder.Diagnostics;

namespace MouBuilder.Tests.Diagnostics;

/// <summary>Every problem the program can report, found by calling each method of <see cref="DiagnosticBag"/>.</summary>
internal static class EveryProblem
{
    /// <summary>Reasons and advice are handed over by the caller: some methods want words, some whole sentences.</summary>
    private static readonly string[] Texts = ["sample", "Sample words. More of them.", ""];

    public static IEnumerable<string> Codes => Methods.SelectMany(m => Messages(m).Select(d => d.Code)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public static IEnumerable<MethodInfo> Methods => typeof(DiagnosticBag)
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(m => m.ReturnType == typeof(void) && m.Name != nameof(DiagnosticBag.AddRange));

    /// <summary>What a method reports, called with each kind of text and with each truth value.</summary>
    public static IEnumerable<Diagnostic> Messages(MethodInfo method)
    {
        foreach (string text in Texts)
        {
            foreach (bool flag in new[] { true, false })
            {
                DiagnosticBag bag = new();
                method.Invoke(bag, [.. method.GetParameters().Select(p => Sample(p, text, flag))]);
                foreach (Diagnostic diagnostic in bag.ToImmutable())
                {
                    yield return diagnostic;
                }
            }
        }
    }

    private static object Sample(ParameterInfo parameter, string text, bool flag)
    {
        Type type = parameter.ParameterType;
        return type == typeof(string) ? text
            : type == typeof(bool) ? flag
            : type == typeof(int) ? 3
            : type == typeof(long) ? 3L
            : type == typeof(double) ? 2.5
            : type == typeof(char) ? 'x'
            : type.IsAssignableFrom(typeof(Source)) ? new Source("clauses/purpose/1.0.0.yaml", 4, 7)
            : type.IsAssignableFrom(typeof(string[])) ? new[] { "first", "second" }
            : throw new NotSupportedException($"The parameter {parameter.Name} of {parameter.Member.Name} has a type without a sample: {type}.");
    }
}

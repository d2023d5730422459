using MouBuilder.Diagnostics;

namespace MouBuilder.Templates.Language;

/// <summary>
/// A function the host adds to the language. It returns a value of the model, a gap, markup or a placement; an error put in
/// the bag ends the render. A gap among the arguments is the result without asking the function.
/// </summary>
internal delegate object? HostFunction(HostCall call);

/// <summary>A call of a function of the host.</summary>
/// <param name="Arguments">By position; a piped value comes first.</param>
/// <param name="Named">Arguments given by name.</param>
/// <param name="Place">Where the call stands.</param>
/// <param name="Locale">The language of the output.</param>
/// <param name="Bag">Takes what is wrong with the arguments.</param>
internal sealed record HostCall(
    IReadOnlyList<object?> Arguments,
    IReadOnlyDictionary<string, object?> Named,
    Source Place,
    CultureTag Locale,
    DiagnosticBag Bag);

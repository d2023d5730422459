using System.Globalization;

namespace MouBuilder.Diagnostics;

/// <summary>Problems in templates.</summary>
internal sealed partial class DiagnosticBag
{
    public void TemplateUnexpected(Source at, string found, string expected) =>
        Error("MOU3001", at, $"Found {Quoted(found)} where {expected} is expected. Check the line up to here for a missing or surplus sign.");

    public void TemplateMissingExpression(Source at, string found, string after) =>
        Error("MOU3002", at, $"A value is missing after {after}: found {Quoted(found)}. Write the value or take away what asks for it.");

    public void TemplateMissingEnd(Source at, string keyword, Source opened) =>
        Error("MOU3003", at, string.Create(CultureInfo.InvariantCulture, $"The `{keyword}` of line {opened.Line}, column {opened.Column} has no `end`. Write {{{{ end }}}} where it stops."));

    public void TemplateStrayWord(Source at, string word) =>
        Error("MOU3004", at, $"`{word}` belongs to nothing before it. Take it away, or look for an `end` too many above it.");

    public void TemplateForeignWord(Source at, string word, string meant) =>
        Error("MOU3004", at, $"`{word}` is no word of the language. Write {meant}.");

    public void TemplateHalfClosed(Source at) =>
        Error("MOU3005", at, "The code ends with one } here. Write }}.");

    public void TemplateUnclosed(Source at, string what, string closing) =>
        Error("MOU3005", at, $"The {what} that begins here is never closed. Close it with {closing} where it ends.");

    public void TemplateBadNumber(Source at, string written, string problem) =>
        Error("MOU3006", at, $"\"{Short(written)}\" is not a number the language can hold: {problem}. Write a smaller number, or text in quotes.");

    public void TemplateBadEscape(Source at, char written) =>
        Error("MOU3006", at, $"A backslash before {Quoted(written.ToString())} means nothing in a string. Write \\\\ for a backslash, or use `…` quotes.");

    public void TemplateMisplacedAssignment(Source at) =>
        Error("MOU3007", at, "A name is set inside another expression. Write == to compare, or set it in a statement of its own.");

    public void TemplateNotAssignable(Source at) =>
        Error("MOU3008", at, "Only a name, a member such as a.b, or an item such as a[0] can be set. Put one of these on the left.");

    public void TemplateBadParameter(Source at, string rule) =>
        Error("MOU3009", at, $"This parameter cannot stand here. {rule}");

    public void TemplateBadLoopArgument(Source at, string name) =>
        Error("MOU3010", at, $"A loop has no argument \"{Short(name)}\" in this form. It has offset:, limit: and cols: with a number, and reversed without one.");

    public void TemplateBadLoopVariable(Source at, string name) =>
        Error("MOU3010", at, $"\"{Short(name)}\" is nothing a loop knows. A loop knows index, first, even and odd; a `for` also last, length, rindex and changed.");

    public void TemplateTooDeep(Source at, int limit) =>
        Error("MOU3011", at, string.Create(CultureInfo.InvariantCulture, $"More than {limit} brackets or blocks stand inside each other. Split the template."));

    public void TemplateTooLong(Source at, int limit) =>
        Error("MOU3011", at, string.Create(CultureInfo.InvariantCulture, $"This expression has more than {limit} links. Keep parts of it in variables."));

    public void TemplateUnknownName(Source at, string name, IEnumerable<string> known) =>
        Error("MOU3012", at, $"Nothing is called \"{Short(name)}\".{Nearest.Hint(name, known)} Correct the name, or say what to write without it: {Short(name)} ?? \"…\".");

    public void TemplateUnknownFunction(Source at, string name, IEnumerable<string> known) =>
        Error("MOU3013", at, $"There is no function \"{Short(name)}\".{Meant(name) ?? Nearest.Hint(name, known)} Correct the name.");

    private static string? Meant(string name) => name switch
    {
        "not" => " Write ! instead of not.",
        "and" => " Write && instead of and.",
        "or" => " Write || instead of or.",
        _ => null,
    };

    public void TemplateNotFunction(Source at, string what) =>
        Error("MOU3013", at, $"This is {what}, which is no function and takes no arguments. Put a dot, an operator or a function between the values, or end the first with ; or }}}}.");

    public void TemplateUnknownMember(Source at, string name, IEnumerable<string> known) =>
        Error("MOU3014", at, $"There is no member \"{Short(name)}\" here.{Nearest.Hint(name, known)} Correct the name, or guard it with ??.");

    public void TemplateUnknownKey(Source at, string name, IEnumerable<string> known) =>
        Error("MOU3014", at, $"There is no member \"{Short(name)}\" here.{Nearest.Hint(name, known)} Correct the name, or ask first: object.has_key.");

    public void TemplateMemberOfNothing(Source at, string path, string member) =>
        Error("MOU3015", at, $"`{Short(path)}` is empty, so it has no {member}. Check that it is filled in, or write ?. instead of the dot.");

    public void TemplateBadIndex(Source at, string problem) =>
        Error("MOU3016", at, $"This index does not fit: {problem}. Correct it.");

    public void TemplateWrongArguments(Source at, string function, string problem) =>
        Error("MOU3017", at, $"`{Short(function)}` {problem}. Correct the call.");

    public void TemplateWrongArgument(Source at, string function, string parameter, string expected, string found) =>
        Error("MOU3018", at, $"`{Short(function)}` wants {expected} for its {parameter}, and this is {found}. Give it what it wants.");

    public void TemplateRejectedArgument(Source at, string function, string problem) =>
        Error("MOU3018", at, $"`{Short(function)}` cannot do this: {problem}. Correct the argument.");

    public void TemplateWrongOperand(Source at, string sign, string problem) =>
        Error("MOU3019", at, $"`{sign}` cannot be used here: {problem}. Use values that go together.");

    public void TemplateDivisionByZero(Source at) =>
        Error("MOU3020", at, "This divides by zero. Check the divisor first.");

    public void TemplateNotLoopable(Source at, string what) =>
        Error("MOU3021", at, $"This is {what}, which has no items to go through. Give the loop an array, an object, a range or text.");

    public void TemplateMisplacedLeave(Source at, string word) =>
        Error("MOU3022", at, $"`{word}` stands outside of any loop. Take it away, or write ret to stop the template.");

    public void TemplateBadDate(Source at, string problem) =>
        Error("MOU3023", at, $"{problem} Write dates as 2022-03-08.");

    public void TemplateOverBudget(Source at, string what, long limit) =>
        Error("MOU3024", at, string.Create(CultureInfo.InvariantCulture, $"This takes more than {limit:N0} {what}, so the template is stopped. {(what.StartsWith("characters", StringComparison.Ordinal) ? "Make the text shorter." : "Look for a loop or a call that does not end.")}"));

    public void TemplateRefused(Source at, string what, string why) =>
        Error("MOU3025", at, $"{what} is not available: {why}");

    public void TemplateUnknownInclude(Source at, string name, string problem) =>
        Error("MOU3026", at, $"The template \"{Short(name)}\" cannot be included: {problem}. Name a template of the templates folder.");

    public void TemplateGapDecides(Source at, string field, string where) =>
        Error("MOU3027", at, $"\"{Short(field)}\" is not filled in yet and is used {where}. Fill it in, or say what holds until then: {Short(field)} ?? \"…\".");

    public void TemplateReadOnly(Source at, string name) =>
        Error("MOU3028", at, $"\"{Short(name)}\" is read-only and cannot be set. Use another name.");

    public void TemplateBadFormat(Source at, string format) =>
        Error("MOU3029", at, $"\"{Short(format)}\" is not a format for this value. Use N2, D3, F1, P0 and the like, with at most two digits.");

    public void TemplateBadPattern(Source at, string pattern, string problem) =>
        Error("MOU3030", at, $"The pattern \"{Short(pattern)}\" cannot be used: {problem}. Write a simpler pattern.");

    private static string Quoted(string text) => text.StartsWith("the ", StringComparison.Ordinal) || text == "text" ? text : $"\"{Short(text)}\"";

    /// <summary>A name taken from a file may be a megabyte long or hold a line end; a message is one line.</summary>
    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 59), "…");
    }
}

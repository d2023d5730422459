using System.CommandLine;
using MouBuilder.Cli;

// Output is the same bytes on every machine: UTF-8 without a mark, \n at line ends.
using StreamWriter output = Run.Utf8(Console.OpenStandardOutput());
using StreamWriter errors = Run.Utf8(Console.OpenStandardError());
Console.SetOut(output);
Console.SetError(errors);

RootCommand root = new("Assembles memoranda of understanding from a clause library, and checks them.")
{
    BuildVerb.Command(),
    CheckVerb.Command(),
    CoverageVerb.Command(),
    DiffVerb.Command(),
    ImportVerb.Command(),
    ReviewVerb.Command(),
    UpdateVerb.Command(),
    ClausesVerb.Command(),
    RenderVerb.Command(),
    ExplainVerb.Command(),
};
return Run.Verb(root, args);

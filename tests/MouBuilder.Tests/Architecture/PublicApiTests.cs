using System.Reflection;
using System.Text;
using Xunit;

namespace MouBuilder.Tests.Architecture;

public class PublicApiTests
{
    /// <summary>Run with MOU_ACCEPT=1 to accept a change, then read the difference as if a colleague had sent it.</summary>
    [Fact]
    public void The_public_surface_is_the_one_that_was_reviewed()
    {
        string path = Repository.PathTo("tests", "MouBuilder.Tests", "Architecture", "PublicApi.txt");
        string found = Surface();
        if (Environment.GetEnvironmentVariable("MOU_ACCEPT") == "1")
        {
            File.WriteAllText(path, found);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), found);
    }

    private static string Surface()
    {
        StringBuilder surface = new();
        foreach (Type type in typeof(MouBuilder.Documents.MouDocument).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            surface.Append(type.FullName).Append('\n');
            foreach (string member in Members(type).Order(StringComparer.Ordinal))
            {
                surface.Append("  ").Append(member).Append('\n');
            }
        }

        return surface.ToString();
    }

    // What every record has by being one says nothing about a decision of ours.
    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        string[] ofRecords = ["ToString", "Equals", "GetHashCode", "Deconstruct", "<Clone>$", "op_Equality", "op_Inequality", "PrintMembers"];
        foreach (PropertyInfo property in type.GetProperties(Own).Where(p => p.Name != "EqualityContract"))
        {
            yield return $"{Name(property.PropertyType)} {property.Name}";
        }

        foreach (FieldInfo field in type.GetFields(Own).Where(f => !f.IsSpecialName))
        {
            yield return type.IsEnum ? field.Name : $"{Name(field.FieldType)} {field.Name}";
        }

        foreach (MethodInfo method in type.GetMethods(Own).Where(m => !m.IsSpecialName && !ofRecords.Contains(m.Name)))
        {
            yield return $"{Name(method.ReturnType)} {method.Name}({string.Join(", ", method.GetParameters().Select(p => Name(p.ParameterType) + " " + p.Name))})";
        }
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}

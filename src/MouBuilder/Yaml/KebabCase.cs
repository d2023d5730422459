using System.Text;

namespace MouBuilder.Yaml;

/// <summary>Enumeration names as people write them in YAML: <c>ApprovesAsToForm</c> is <c>approves-as-to-form</c>.</summary>
internal static class KebabCase
{
    public static string Of(string name)
    {
        StringBuilder kebab = new();
        foreach (char c in name)
        {
            if (char.IsUpper(c) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }

    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());
}

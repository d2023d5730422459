namespace MouBuilder.Word;

internal static class PackageCheck
{
    public static void Demand(byte[] file) { }
}

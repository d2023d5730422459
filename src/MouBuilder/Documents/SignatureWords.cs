namespace MouBuilder.Documents;

/// <summary>The words on a signature page.</summary>
internal static class SignatureWords
{
    /// <summary>Stands between the legal name and the department.</summary>
    public const string ActingThrough = ", acting by and through its ";

    private static readonly (SignatureCapacity Capacity, string Words)[] Words =
    [
        (SignatureCapacity.Signs, "By"),
        (SignatureCapacity.ApprovesAsToForm, "Approved as to form"),
        (SignatureCapacity.Attests, "Attest"),
        (SignatureCapacity.Recommends, "Recommended and approved"),
        (SignatureCapacity.RegistersAndCountersigns, "Registered and countersigned"),
    ];

    public static string Of(SignatureCapacity capacity) => Words.First(w => w.Capacity == capacity).Words;

    public static SignatureCapacity? Read(string words) => Words.FirstOrDefault(w => w.Words == words) is { Words: not null } found ? found.Capacity : null;
}

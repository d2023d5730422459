using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>The few words the writer itself puts on a page, in the document's language.</summary>
internal sealed record Phrases(string Contents, string Revision, string Status, string Page, string Of, string Date, string NotCarried, string ActingThrough)
{
    private static readonly Phrases English = new("Contents", "Revision", "Status", "Page", "of", "Date", "not carried over", "acting by and through its")
    {
        Capacities = capacity => capacity switch
        {
            SignatureCapacity.Signs => "By:",
            SignatureCapacity.ApprovesAsToForm => "Approved as to form:",
            SignatureCapacity.Attests => "Attest:",
            SignatureCapacity.Recommends => "Recommended and approved:",
            _ => "Registered and countersigned:",
        },
    };

    private static readonly Phrases Spanish = new("Contenido", "Revisión", "Estado", "Página", "de", "Fecha", "no trasladado", "por conducto de")
    {
        States = StatesNamed("borrador", "en negociación", "aprobado en cuanto a la forma", "aprobado", "firmado", "reemplazado"),
        Capacities = capacity => capacity switch
        {
            SignatureCapacity.Signs => "Por:",
            SignatureCapacity.ApprovesAsToForm => "Aprobado en cuanto a la forma:",
            SignatureCapacity.Attests => "Da fe:",
            SignatureCapacity.Recommends => "Recomendado y aprobado:",
            _ => "Registrado y refrendado:",
        },
    };

    private static readonly Phrases Vietnamese = new("Mục lục", "Bản sửa", "Tình trạng", "Trang", "trên", "Ngày", "không chuyển sang được", "thông qua")
    {
        States = StatesNamed("bản thảo", "đang thương lượng", "được chấp thuận về hình thức", "được chấp thuận", "đã ký", "đã được thay thế"),
        Capacities = capacity => capacity switch
        {
            SignatureCapacity.Signs => "Người ký:",
            SignatureCapacity.ApprovesAsToForm => "Chấp thuận về hình thức:",
            SignatureCapacity.Attests => "Chứng thực:",
            SignatureCapacity.Recommends => "Đề nghị và chấp thuận:",
            _ => "Ghi sổ và tiếp ký:",
        },
    };

    public required Func<SignatureCapacity, string> Capacities { get; init; }

    /// <summary>The states of an agreement in this language; empty for English, whose names they are.</summary>
    public ImmutableDictionary<string, string> States { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <param name="status">As the agreement file writes it: <c>in-negotiation</c>.</param>
    public string StatusWords(string status) => States.GetValueOrDefault(status) ?? status.Replace('-', ' ');

    public string ActingThroughIts(string department) => ActingThrough + " " + department;

    public string NotCarriedOver(string kind) => $"[{NotCarried}: {kind}]";

    private static ImmutableDictionary<string, string> StatesNamed(params string[] names) =>
        names.Zip((string[])["draft", "in-negotiation", "approved-as-to-form", "approved", "executed", "superseded"], (name, state) => KeyValuePair.Create(state, name)).ToImmutableDictionary(StringComparer.Ordinal);

    public static Phrases In(string language) => language.Split('-')[0] switch
    {
        "es" => Spanish,
        "vi" => Vietnamese,
        _ => English,
    };
}

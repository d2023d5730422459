using System.Text.Json.Serialization;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary>Lets JSON strings be written without reflection.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class JsonText : JsonSerializerContext;

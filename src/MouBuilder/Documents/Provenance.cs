using MouBuilder.Diagnostics;

namespace MouBuilder.Documents;

/// <summary>Where a block comes from. Left out of <see cref="MouDocument.Dump"/>: two documents saying the same are the same, wherever they were read.</summary>
/// <param name="Place">The place in the file that a person edits to change the block.</param>
/// <param name="Clause">The clause version that wrote it; null for what a template or a stranger's file wrote.</param>
public sealed record Provenance(Place Place, ClauseOrigin? Clause = null);

/// <summary>The clause version behind a block.</summary>
/// <param name="Id">The clause id, for example <c>no-discipline</c>.</param>
/// <param name="Version">The version, for example <c>2.0.0</c>; <c>local</c> for a text of this agreement alone.</param>
/// <param name="Fingerprint">The text fingerprint: 16 hex digits.</param>
public sealed record ClauseOrigin(string Id, string Version, string Fingerprint);

namespace MouBuilder.Reviewing;

/// <summary>What a reader does with comments: save them, open them again, copy them, print a form. Without scripts only the form is there.</summary>
internal sealed class CommentTools(PageContext page)
{
    private ReviewWords Words => page.Words;

    public Html Write() => Html.Of($"""
        <section aria-labelledby="comments-h" class="comments" id="comments">
        <h2 id="comments-h">{Words["comments"]}</h2>
        <p class="notice-line"><strong>{Words["comment-notice"]}</strong></p>
        <div class="script-only">
        <p>{Words["comments-how"]}</p>
        <label class="field"><span>{Words["your-name"]}</span><input id="reader" type="text" maxlength="100" autocomplete="off"></label>
        <p class="hint">{Words["comments-stay"]}</p>
        <p class="buttons"><button type="button" id="save">{Words["save"]}</button> <button type="button" id="copy">{Words["copy"]}</button></p>
        <label class="field"><span>{Words["open"]}</span><input id="open" type="file" accept=".json,application/json"></label>
        <p id="comment-status" role="status"></p>
        <div id="copied" hidden><label class="field"><span>{Words["copied-text"]}</span><textarea id="copy-text" rows="8" readonly></textarea></label></div>
        <div id="apart" hidden><h3>{Words["apart"]}</h3><ul id="apart-list"></ul></div>
        <div id="astray" hidden><h3>{Words["astray"]}</h3><ul id="astray-list"></ul></div>
        </div>
        <p><a class="button" href="#written-form">{Words["form-link"]}</a></p>
        </section>
        """);
}

/// <summary>A form to print and write on: a line for each clause that changed. It takes the place of the page when its link is followed, with or without scripts.</summary>
internal sealed class WrittenForm(PageContext page)
{
    private ReviewWords Words => page.Words;

    public Html Write() => Html.Of($"""
        <section id="written-form" role="main" aria-labelledby="written-form-h" tabindex="-1">
        <h1 id="written-form-h">{Words["form-heading"]}</h1>
        <p class="no-print"><a class="button" href="#comments">{Words["form-back"]}</a> <button type="button" id="print" class="script-only">{Words["print"]}</button> {Words["form-print"]}</p>
        {page.DraftLine()}
        <p>{Words["old"]}: {page.Comparison.Old.Name}. {Words["new"]}: {page.Comparison.New.Name}. {Words.Say("edition", page.Material.Edition)}</p>
        <p><strong>{Words["comment-notice"]}</strong></p>
        <p class="line">{Words["your-name"]}</p>
        {Html.Join(RankGroup.Of(page.Comparison).SelectMany(g => g.Changes).Where(PageContext.IsClause).Select(c => Html.Of($"<div class=\"write-on\"><h2>{page.Title(c)}</h2><div class=\"ruled\"></div></div>")), "\n")}
        </section>
        """);
}

using System.Text.Json;
using MouBuilder.Clauses;
using MouBuilder.Reviewing;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Reviewing;

/// <summary>Comments of readers, from <c>mou review collect</c>.</summary>
public sealed class CommentTests
{
    [Fact]
    public void Comments_of_all_readers_stand_side_by_side_and_what_does_not_fit_stands_apart()
    {
        using SampleReview sample = new();
        sample.Page(Locale.En);
        string edition = sample.Material(Locale.En).Edition;
        Save(sample, "a.json", edition, "Principal", ("c-notice", "Notice", "Two hours is short."), ("c-fresh", "Fresh", "Why?\nReally?"));
        Save(sample, "b.json", edition, "", ("c-notice", "Notice", "Good. " + SampleReview.Hostile), ("c-other", "No such clause", "Astray."));
        Save(sample, "c.json", "0123456789abcdef", "Union", ("c-notice", "Notice", "On the earlier draft."));
        foreach (string name in new[] { "out.html", "out.md" })
        {
            Mou.Result result = Mou.Run(sample.Root, "review", "collect", "a.json", "b.json", "a.json", "c.json", "-o", name, "--page", "review.En.html");
            Assert.True(result.Code == 0, result.Errors);
            string text = File.ReadAllText(sample.PathTo(name));
            int[] order = [.. new[] { "Why?", "Two hours is short.", "Good.", "Comments on clauses that this comparison does not have", "Astray.", "Comments on another edition", "On the earlier draft." }.Select(w => text.IndexOf(w, StringComparison.Ordinal))];
            Assert.DoesNotContain(-1, order);
            Assert.Equal(order.Order(), order);
            Assert.Equal(2, text.Split("Two hours is short.").Length); // the file that came twice counts once
            Assert.DoesNotMatch(@"(?<!\\)<(script>|/script|img)", text);
        }
    }

    [Fact]
    public void Without_the_page_the_edition_most_comments_belong_to_is_taken()
    {
        CommentFile one = new("1", "aaaa", "old", "new", "en", "A", [new("c-x", "X", "first"), new("c-y", "Y", "second")]);
        CommentFile two = new("2", "bbbb", "old", "new", "en", "B", [new("c-x", "X", "third")]);
        CommentFile three = new("3", "aaaa", "old", "new", "en", "C", [new("c-y", "Something else", "fourth")]);
        CollectedComments collected = CollectedComments.Of([two, one, three], null);
        Assert.Equal("aaaa", collected.Edition);
        Assert.Equal(["X", "Y / Something else"], collected.Clauses.Select(c => c.Title)); // one file with another title buries nobody's comments
        Assert.Empty(collected.UnknownClauses);
        Assert.Equal("X (old, new, bbbb)", Assert.Single(collected.OtherEditions).Title);
        Assert.Equal(4, collected.Count);
    }

    [Fact]
    public void A_clause_that_readers_saw_under_titles_of_two_languages_stands_once()
    {
        CommentFile english = new("1", "aaaa", "old", "new", "en", "A", [new("c-x", "7.2 What are they taught?", "first")]);
        CommentFile vietnamese = new("2", "aaaa", "old", "new", "vi", "B", [new("c-x", "7.2 Họ được tập huấn gì?", "second")]);
        CommentFile earlier = new("3", "bbbb", "old", "new", "en", "C", [new("c-x", "7.2 Training", "third")]);
        CommentFile sooner = earlier with { Language = "es", Comments = [new("c-x", "7.2 Capacitación", "fourth")] };
        CollectedComments collected = CollectedComments.Of([english, vietnamese, earlier, sooner], null);
        Assert.Equal("7.2 What are they taught? / 7.2 Họ được tập huấn gì?", Assert.Single(collected.Clauses).Title);
        Assert.Contains("<span lang=\"en\">7.2 What are they taught?</span> / <span lang=\"vi\">7.2 Họ được tập huấn gì?</span></h2>", CommentSummary.Html(collected, Locale.Es), StringComparison.Ordinal);
        Assert.Equal("7.2 Training / 7.2 Capacitación (old, new, bbbb)", Assert.Single(collected.OtherEditions).Title);
        Assert.Matches("(?m)^## .*\n\n### 7\\\\?\\.2 Training", CommentSummary.Markdown(collected, Locale.En));
    }

    [Fact]
    public void A_comment_goes_by_the_title_that_its_reader_saw()
    {
        using SampleReview sample = new();
        sample.Plain("notice/2.0.0.vi.yaml", "Khi nào tôi được báo?", "Cảnh sát phải báo.");
        sample.Page(Locale.Vi);
        ReviewPageIdentity page = ReviewPageIdentity.Read(sample.PathTo("review.Vi.html")).Page!;
        Assert.EndsWith(" Khi nào tôi được báo?", page.Clauses.Single(c => c.Id == "c-notice").Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_readers_of_one_mind_count_twice_and_a_file_handed_in_twice_once_and_both_are_said()
    {
        CommentFile nameless = new("a.json", "e", "old", "new", "en", "", [new("c-x", "X", "ok")]);
        CommentFile named = nameless with { Path = "c.json", Reader = "Rosa" };
        CommentFile more = named with { Path = "e.json", Comments = [new("c-x", "X", "ok"), new("c-y", "Y", "no")] };
        CollectedComments collected = CollectedComments.Of([nameless, nameless with { Path = "b.json" }, nameless, named, named with { Path = "d.json" }, more], null);
        Assert.Equal(["", "", "Rosa", "Rosa"], collected.Clauses[0].Comments.Select(c => c.Reader));
        Assert.Equal((6, 5), (collected.Files, collected.Count));
        Assert.Equal(["a.json", "d.json"], collected.CountedOnce);
        Assert.Equal(["b.json"], collected.Alike);
        Assert.All([CommentSummary.Html(collected, Locale.En), CommentSummary.Markdown(collected, Locale.En)], text =>
        {
            Assert.Matches(@"counted once: a\\?\.json, d\\?\.json", text);
            Assert.Matches(@"both are counted: b\\?\.json", text);
        });
    }

    [Fact]
    [Covers("MOU5105")]
    public void Marks_that_turn_the_reading_direction_are_left_out_with_a_warning_however_they_are_written()
    {
        foreach (string mark in new[] { "\u202E", "\\u202e", "\u202A", "\\u202d", "\u2066" })
        {
            using SampleReview sample = new();
            File.WriteAllText(sample.PathTo("a.json"), "{\"mou-review\":1,\"edition\":\"e\",\"old\":\"o\",\"new\":\"n\",\"locale\":\"en\",\"reader\":\"\",\"comments\":[{\"clause\":\"c\",\"title\":\"t\",\"text\":\"shall" + mark + " not\"}]}");
            (CommentFile? file, var found) = CommentFile.Read(sample.PathTo("a.json"));
            Assert.Equal("shall not", file!.Comments[0].Text);
            Assert.Equal("MOU5105", Assert.Single(found).Code);
            Assert.Equal(0, Mou.Run(sample.Root, "review", "collect", "a.json", "-o", "out.md").Code);
        }
    }

    [Fact]
    public void A_name_with_a_line_in_it_is_one_name()
    {
        using SampleReview sample = new();
        File.WriteAllText(sample.PathTo("a.json"), """{"mou-review":1,"edition":"e","old":"o","new":"n","locale":"en","reader":"Bob\n# Chief\n\n","comments":[{"clause":"c","title":"Notice\nof arrest","text":"two\nlines"}]}""");
        CommentFile file = CommentFile.Read(sample.PathTo("a.json")).File!;
        Assert.Equal(("Bob # Chief", "Notice of arrest", "two\nlines"), (file.Reader, file.Comments[0].Title, file.Comments[0].Text));
    }

    [Theory]
    [InlineData(Locale.En, false)]
    [InlineData(Locale.Es, true)]
    [InlineData(Locale.Vi, true)]
    public void Collected_comments_say_that_the_words_of_their_language_are_a_draft(Locale locale, bool isDraft)
    {
        CollectedComments collected = CollectedComments.Of([new("1", "e", "old", "new", "en", "A", [new("c-x", "X", "first")])], null);
        Assert.All([CommentSummary.Html(collected, locale), CommentSummary.Markdown(collected, locale)], text => Assert.Equal(isDraft, text.Contains(ReviewWords.In(locale).Draft ?? "DRAFT", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_summary_holds_nothing_that_only_a_program_reads_and_says_where_its_headings_are_from()
    {
        CommentFile file = new("1", "e", "old", "new", "en", "A", [new("c-x", "X", "first")]);
        string text = CommentSummary.Markdown(CollectedComments.Of([file], null), Locale.En);
        Assert.StartsWith("# Comments of all readers\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[//]:", text, StringComparison.Ordinal);
        Assert.Contains("clauses are called as the readers' files call them", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The page was not at hand", CommentSummary.Markdown(CollectedComments.Of([file], new("e", "old", "new", [("c-x", "X")])), Locale.En), StringComparison.Ordinal);
    }

    [Theory]
    [Covers("MOU5101")]
    [InlineData("{", "MOU5101")]
    [InlineData("", "MOU5101")]
    [InlineData("{ \"mou-review\": 1, \"mou-review\": 1, \"comments\": [] }", "MOU5101")]
    [InlineData("{ \"mou-review\": 1, \"edition\": \"\\ud800\", \"comments\": [] }", "MOU5101")]
    [InlineData("{ \"a\": [[[[[[[[[1]]]]]]]] }", "MOU5101")]
    public void A_damaged_file_is_refused(string content, string code) => Refused(content, code);

    [Fact]
    public void A_whole_file_of_too_many_brackets_is_not_called_damaged() => Refused("{ \"a\": " + new string('[', 50) + new string(']', 50) + " }", "MOU5103");

    [Theory]
    [Covers("MOU5102")]
    [InlineData("[]", "MOU5102")]
    [InlineData("{}", "MOU5102")]
    [InlineData("{ \"mou-review\": 2, \"comments\": [] }", "MOU5102")]
    [InlineData("{ \"mou-review\": 1.5, \"comments\": [] }", "MOU5102")]
    [InlineData("{ \"mou-review\": 1, \"comments\": {} }", "MOU5102")]
    [InlineData("{ \"mou-review\": 1, \"edition\": \"\", \"old\": \"\", \"new\": \"\", \"locale\": \"\", \"reader\": \"\", \"comments\": [7] }", "MOU5102")]
    public void A_foreign_file_is_refused(string content, string code) => Refused(content, code);

    [Fact]
    [Covers("MOU5103")]
    public void More_or_longer_comments_than_a_page_writes_are_refused()
    {
        using SampleReview sample = new();
        Save(sample, "many.json", "e", "", [.. Enumerable.Repeat(("c-notice", "Notice", "again"), 501)]);
        Save(sample, "long.json", "e", "", ("c-notice", "Notice", new string('x', 4001)));
        Assert.Contains("MOU5103", string.Join(' ', CommentFile.Read(sample.PathTo("many.json")).Diagnostics), StringComparison.Ordinal);
        Assert.Contains("MOU5103", string.Join(' ', CommentFile.Read(sample.PathTo("long.json")).Diagnostics), StringComparison.Ordinal);
        Mou.Result result = Mou.Run(sample.Root, "review", "collect", "many.json", "-o", "out.html");
        Assert.Equal(1, result.Code);
        Assert.False(File.Exists(sample.PathTo("out.html")));
    }

    [Fact]
    [Covers("MOU5104")]
    public void A_page_that_is_none_is_refused()
    {
        using SampleReview sample = new();
        Save(sample, "a.json", "e", "");
        foreach (string page in new[] { "<p>other</p>", "<script type=\"application/json\" id=\"review-data\">{}</script>", "<script type=\"application/json\" id=\"review-data\">{" })
        {
            File.WriteAllText(sample.PathTo("page.html"), page);
            Mou.Result result = Mou.Run(sample.Root, "review", "collect", "a.json", "-o", "out.html", "--page", "page.html");
            Assert.Equal(1, result.Code);
            Assert.Contains("MOU5104", result.Errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("out.md", "en", "their comments are missing here: bad.json")]
    [InlineData("out.html", "vi", "thiếu ý kiến trong đó: bad.json")]
    public void One_damaged_file_does_not_keep_the_others_from_being_collected(string name, string locale, string told)
    {
        using SampleReview sample = new();
        Save(sample, "a.json", "e", "Principal", ("c-notice", "Notice", "Two hours is short."));
        Save(sample, "z.json", "e", "Union", ("c-notice", "Notice", "Two hours is fine."));
        File.WriteAllText(sample.PathTo("bad.json"), "{");
        Mou.Result result = Mou.Run(sample.Root, "review", "collect", "a.json", "bad.json", "z.json", "-o", name, "--locale", locale);
        Assert.Equal(1, result.Code);
        Assert.Contains("bad.json(1,1): error MOU5101", result.Errors, StringComparison.Ordinal);
        string text = File.ReadAllText(sample.PathTo(name));
        Assert.All(["Two hours is short.", "Two hours is fine.", told], w => Assert.Contains(w, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_shows_the_language_as_it_is_typed() => Assert.Contains("[default: en]", Mou.Run(Directory.GetCurrentDirectory(), "diff", "--help").Output, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        using SampleReview sample = new();
        File.WriteAllText(sample.PathTo("large.json"), new string(' ', (1 << 20) + 1));
        Assert.Contains("MOU4003", string.Join(' ', CommentFile.Read(sample.PathTo("large.json")).Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_typed_in_two_ways_are_one_and_what_nobody_sees_is_left_out()
    {
        using SampleReview sample = new();
        Save(sample, "a.json", "e", "Mẹ\u202E", ("c-notice", "Notice", "e\u0302\u0300 \u200Bok"));
        CommentFile file = CommentFile.Read(sample.PathTo("a.json")).File!;
        Assert.Equal(("Mẹ", "ề ok"), (file.Reader, file.Comments[0].Text));
    }

    private static void Refused(string content, string code)
    {
        using SampleReview sample = new();
        File.WriteAllText(sample.PathTo("bad.json"), content);
        Mou.Result result = Mou.Run(sample.Root, "review", "collect", "bad.json", "-o", "out.html");
        result.HasNoTrace();
        Assert.Equal(1, result.Code);
        Assert.Contains(code, result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(sample.PathTo("out.html")));
    }

    private static void Save(SampleReview sample, string name, string edition, string reader, params (string Clause, string Title, string Text)[] comments) =>
        File.WriteAllText(sample.PathTo(name), JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["mou-review"] = 1, ["edition"] = edition, ["old"] = "old", ["new"] = "new", ["locale"] = "en", ["reader"] = reader,
            ["comments"] = comments.Select(c => new { clause = c.Clause, title = c.Title, text = c.Text }).ToArray(),
        }));
}

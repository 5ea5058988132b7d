package io.briefcast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.app.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainJobTest {
    @TempDir
    private Path folder;

    @Test
    void fromTheBundledFeedsToTodaysFiveAndATopic() throws IOException {
        Cli cli = new Cli(folder.resolve("data"));

        Ran brief = cli.run("brief");
        assertThat(brief.exitCode()).as(brief.err()).isZero();
        assertThat(brief.out()).startsWith("# Your brief for ").contains("## 1. ", "## 5. ", "\n> ", "Why: ");
        assertThat(words(brief)).as("nothing is said twice").doesNotHaveDuplicates();
        assertThat(brief.out()).doesNotContain("## 6. ");
        assertThat(brief.err()).contains("Reading episodes: ");

        Ran again = cli.run("brief");
        assertThat(headlines(again)).isEqualTo(headlines(brief));

        Ran topic = cli.run("search", "compute", "strategy", "--limit", "3");
        assertThat(topic.exitCode()).isZero();
        assertThat(topic.out()).startsWith("# Insights on compute strategy").contains("Related: ");

        Ran nothing = cli.run("search", "medieval falconry lawsuits");
        assertThat(nothing.out()).doesNotContain("## 1.").containsAnyOf("No strong match", "Nothing was said");

        Path own = Files.writeString(
                folder.resolve("own.opml"),
                "<opml version=\"2.0\"><body><outline xmlUrl=\"https://own.example/feed\"/></body></opml>");
        assertThat(cli.run("import", own.toString()).out()).isEqualTo("1 shows in the file, 1 new.\n");
        assertThat(cli.run("search", "compute", "strategy").out())
                .as("the bundled shows are gone")
                .doesNotContain("## 1.");
        assertThat(cli.run("import", "--remove", own.toString()).out())
                .isEqualTo("1 shows in the file, 1 taken off.\n");
        assertThat(cli.run("import", "--remove", own.toString()).out())
                .isEqualTo("1 shows in the file, 0 taken off.\n");
    }

    @Test
    void aTopicThatIsNoneIsRefusedWithAnExample() throws IOException {
        Cli cli = new Cli(folder.resolve("data"));
        assertThat(cli.run("search", "x".repeat(5_000)))
                .isEqualTo(
                        new Ran(1, "", "The topic has 5000 characters; use at most 1000, such as: compute strategy\n"));
        assertThat(cli.run("search", "\uD83D\uDE00\uD83D\uDE00"))
                .isEqualTo(new Ran(1, "", "The topic needs words, such as: compute strategy\n"));
    }

    /** Headlines and quotes, without marks and numbers. */
    private static List<String> words(Ran ran) {
        return ran.out()
                .lines()
                .filter(line -> line.startsWith("## ") || line.startsWith("> \""))
                .map(line -> line.replaceFirst("^## \\d+\\.", "").replaceAll("\\P{L}+", " "))
                .map(String::strip)
                .toList();
    }

    private static String headlines(Ran ran) {
        return ran.out().lines().filter(line -> line.startsWith("## ")).toList().toString();
    }
}

package io.briefcast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.briefcast.app.cli.Cli.Ran;
import io.briefcast.store.SqliteStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people, publishers and machines get wrong: one sentence each, and never a stack trace. */
class BadInputTest {
    private static final String ALLOWED = "--briefcast.fetch.allowed-hosts=127.0.0.1";

    @TempDir
    private Path folder;

    private Cli cli;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(folder.resolve("data"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(
                "/page",
                "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center>"
                        + "<hr><center>nginx</center></body></html>");
        answer("/empty", "");
        answer(
                "/cut",
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Cut</title><item><title>Whole</title>"
                        + "<guid>1</guid><enclosure url=\"https://a.example/1.mp3\" type=\"audio/mpeg\" length=\"1\"/></item>"
                        + "<item><title>Hal");
        answer("/large", "x".repeat(31 * 1024 * 1024));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsNoFeedIsSaidToBeNone() {
        assertThat(problems("inspect", "feed", "not a url")).contains("There is no file 'not a url'");
        assertThat(problems("inspect", "feed", "ftp://a.example/feed")).contains("http:// or https://");
        assertThat(problems("inspect", "feed", at("/page"), ALLOWED)).contains("page");
        assertThat(problems("inspect", "feed", at("/gone"), ALLOWED)).contains("404");
        assertThat(problems("inspect", "feed", at("/empty"), ALLOWED)).contains("empty");
        assertThat(problems("inspect", "feed", at("/large"), ALLOWED)).contains("30 MB");
        assertThat(problems("inspect", "feed", at("/page"))).contains("briefcast.fetch.allowed-hosts");
    }

    @Test
    void aFeedThatWasCutOffKeepsItsWholeItems() {
        assertThat(cli.run("inspect", "feed", at("/cut"), ALLOWED).out())
                .contains("\"title\":\"Whole\"", "\"problems\":[{");
    }

    @Test
    void aTranscriptThatIsAnErrorPageIsNone() {
        assertThat(problems("inspect", "transcript", at("/page"), ALLOWED)).contains("There is no transcript");
    }

    @Test
    void showsThatGiveNothingEndABriefWithASentence() throws IOException {
        Path list = folder.resolve("list.opml");
        Files.writeString(
                list,
                "<opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"%s\"/></body></opml>".formatted(at("/page")));
        assertThat(cli.run("import", list.toString()).out()).isEqualTo("1 shows in the file, 1 new.\n");

        Ran brief = cli.run("brief", ALLOWED);

        assertThat(brief.exitCode()).isEqualTo(1);
        assertThat(brief.out()).isEmpty();
        assertThat(brief.err()).contains("Nothing could be read").doesNotContain("\tat ");
    }

    @Test
    void aListThatIsNoneIsSaidToBeNone() throws IOException {
        Path list = folder.resolve("list.opml");
        Files.writeString(list, "Dear podcast app, please export.");
        Ran ran = cli.run("import", list.toString());
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("OPML").doesNotContain("\tat ");
    }

    @Test
    void aSecondProcessOnTheStoreIsRefused() {
        try (SqliteStore first = SqliteStore.open(folder.resolve("data/briefcast.db"))) {
            assertThat(first.database()).isNotNull();
            Ran ran = cli.run("brief");
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("Another Briefcast is running").doesNotContain("\tat ");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Ran ran = cli.run("brief", "--briefcast.data-dir=" + file.resolve("data"));
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains(file.toString()).doesNotContain("\tat ");
    }

    @Test
    void aFolderWithoutTheRightToWriteIsNamed() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(
                closed.toFile().setWritable(false) && !Files.isWritable(closed),
                "whoever runs this may write everywhere, as root does");
        Ran ran = cli.run("brief", "--briefcast.data-dir=" + closed.resolve("data"));
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains(closed.toString()).doesNotContain("\tat ");
    }

    @Test
    void aFileInTheWayOfTheIndexIsNamed() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Path file = Files.writeString(folder.resolve("data/index"), "in the way");
        Ran ran = cli.run("search", "compute");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains(file.toString(), "is in the way").doesNotContain("\tat ");
        assertThat(file).hasContent("in the way");
    }

    @Test
    void aSettingThatDoesNotExistStopsTheStart() {
        assertThat(cli.run("brief", "--briefcast.fetch.contct=me"))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.err()).contains("'briefcast.fetch.contact'"));
    }

    @Test
    void aWrongValueNamesTheSettingAndWhatIsAllowed() {
        Ran ran = cli.run("brief", "--briefcast.insight.threshold=99");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .contains("briefcast.insight.threshold is 99.0; allowed is 0 to 15")
                .doesNotContain("\tat ");
    }

    /** What is wrong with a file stands in its line; this is the only one. */
    private String problems(String... args) {
        Ran ran = cli.run(args);
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out().lines()).hasSize(1);
        assertThat(ran.err()).isEqualTo("Nothing was understood; the problems in each line say why.\n");
        return ran.out().substring(ran.out().indexOf("\"problems\":"));
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}

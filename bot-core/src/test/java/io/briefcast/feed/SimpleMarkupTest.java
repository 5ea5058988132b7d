package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleMarkupTest {
    private static final String[] PIECES = {
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<ul>",
        "</ul>",
        "<ol>",
        "</ol>",
        "<li>",
        "</li>",
        "<br>",
        "<br/>",
        "<hr>",
        "<blockquote>",
        "</blockquote>",
        "<p/>",
        "<div/>",
        "<li/>",
        "<b>",
        "</b>",
        "<a href=\"https://a.example/\">",
        "</a>",
        "<span class='a>b'>",
        "</span>",
        "<em>",
        "</em>",
        "<img src=a>",
        "Berths",
        "fees ",
        " pilots",
        "\n",
        "\n\n",
        "\t",
        "&amp;",
        "&nbsp;",
        "&copy",
        "&",
        "&#8217;"
    };

    @Test
    void tellsWhatAWholePageWouldTell() {
        Random random = new Random(7);
        int walked = 0;
        for (int i = 0; i < 20_000; i++) {
            String markup = random.ints(1 + random.nextInt(14), 0, PIECES.length)
                    .mapToObj(piece -> PIECES[piece])
                    .collect(Collectors.joining());
            Told told = new Told();
            if (SimpleMarkup.walk(markup, told)) {
                walked++;
                assertThat(told.text()).as(markup).isEqualTo(page(markup));
            }
        }
        assertThat(walked).isGreaterThan(5_000);
    }

    @Test
    void walksThroughUsualNotes() {
        Told told = new Told();

        assertThat(SimpleMarkup.walk(
                        "<p>Two <a href='https://a.example/?a=1&b=2'>pilots</a> &amp; a <B>port</B>.</p><ul><li>00:10 Berths<li>12:30 Fees</ul>",
                        told))
                .isTrue();

        assertThat(told.text()).isEqualTo("Two pilots & a port.\n00:10 Berths\n12:30 Fees");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table><tr><td>a</table>",
                "<pre>\na</pre>",
                "a<!-- <p> -->",
                "<script>1<2</script>",
                "1 < 2",
                "<p",
                "<p title=\"a>b\">",
                "<div>a</span></ul>b</div>",
                "<h1>a</h2>",
                "</br>",
                "<p<b>"
            })
    void givesUpAtWhatOnlyAParserMends(String markup) {
        assertThat(SimpleMarkup.walk(markup, new Told())).isFalse();
    }

    private static String page(String markup) {
        Told told = new Told();
        NodeTraversor.traverse(told, Jsoup.parse(markup).body());
        return told.text();
    }

    /** Words and lines as they come, from a page as well. */
    private static final class Told implements SimpleMarkup.Walker, NodeVisitor {
        private static final Set<String> LINES = Set.of("p", "div", "br", "li", "ul", "ol", "blockquote", "hr");

        private final StringBuilder text = new StringBuilder();

        @Override
        public void words(String words) {
            text.append(words);
        }

        @Override
        public void line() {
            text.append('\n');
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                words(words.getWholeText());
            } else {
                tail(node, depth);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && LINES.contains(element.normalName())) {
                line();
            }
        }

        /** Several breaks are one. */
        private String text() {
            return text.toString().replaceAll("\\s*\\n\\s*", "\n").strip();
        }
    }
}

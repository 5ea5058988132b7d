package io.briefcast.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every sentence in the source that a person can read is there in every language, and nothing is translated that nobody
 * says. A new sentence that fails here wants its lines in {@code phrases.txt}, or in {@code reasons.txt} where it is kept
 * before it is said; one that no person ever reads wants a place below.
 */
class FixedTextsTest {
    /** Calls whose words are said as they are. */
    private static final Set<String> SAYING = Set.of(
            "Phrase.of",
            "sentence",
            "Said.sentence",
            "under",
            "Said.under",
            "and",
            "note",
            "said",
            "Action.press",
            "Action.open",
            "Option.optional",
            "Option.required",
            "Option.choice",
            "InvalidCommand",
            "CommandSpec");

    /** Calls that put a number before their words. */
    private static final Set<String> COUNTING = Set.of("count", "Words.count");

    /** Packages of words that are looked for in podcasts, of SQL, and of what operators read. */
    private static final List<String> OTHER_PACKAGES =
            List.of("io/briefcast/language/", "io/briefcast/store/", "io/briefcast/search/", "io/briefcast/insight/");

    /** What these say of an episode, or of the aliases, is told to people. */
    private static final List<String> TOLD = List.of(
            "language/AliasTable.java",
            "insight/extract/ExtractiveExtractor.java",
            "insight/extract/llm/Budget.java",
            "insight/extract/llm/Calls.java",
            "insight/extract/llm/LangChainModel.java",
            "insight/extract/llm/LlmExtractor.java");

    /** Exceptions whose words reach people. */
    private static final Set<String> SAID_EXCEPTIONS =
            Set.of("InvalidCommand", "DeliveryException", "ServiceException", "UnreadableFeed");

    /** Words of other sorts: patterns, addresses, names, and problems that only {@code inspect} prints. */
    private static final Set<String> OTHER_CALLS = Set.of(
            "Pattern.compile",
            "problems.add",
            "problem",
            "script.problem",
            "draft.problem",
            "Problem",
            "count",
            "refused.merge",
            "report",
            "description",
            "Ids.of",
            "OneShot.Work<>",
            "out.writeCharacters",
            "answer");

    /** Said to nobody: names inside, what is read, and copies in a format of their own. */
    private static final Set<String> NOT_SAID = Set.of(
            "source weight",
            "last week",
            "last month",
            "unknown speaker",
            "unidentified speaker",
            "gzip, x-gzip, br",
            "opening or closing",
            "below the threshold",
            "a better one nearby",
            "said before",
            "too many bytes",
            "it is not well-formed",
            "not well-formed XML, repaired",
            " at column ",
            "*/*;q=",
            "form-data; ",
            "Shows followed by Briefcast",
            "account at");

    private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}{2,}[,;:.]? \\p{L}");
    private static final Pattern PLACE = Pattern.compile("%[,\\d$+.]*[sdf]");
    private static final Pattern BORDERS = Pattern.compile("^[;:,. ]+|[;:,. ]+$");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");

    /** By module. */
    private static final Map<String, List<Literal>> READ = new ConcurrentHashMap<>();

    /** A literal, or a sum of literals with what is put between them left out, and the calls around it. */
    private record Literal(String file, List<String> pieces, List<String> calls) {
        String whole() {
            return String.join("", pieces);
        }

        boolean isSaid() {
            return pieces.size() == 1 && calls.stream().limit(1).anyMatch(SAYING::contains);
        }

        boolean isCounted() {
            return calls.stream().limit(1).anyMatch(COUNTING::contains);
        }

        boolean isIn(Set<String> some) {
            return calls.stream().anyMatch(some::contains);
        }

        boolean isThrown() {
            return calls.stream()
                    .anyMatch(call ->
                            (call.endsWith("Exception") && !SAID_EXCEPTIONS.contains(call)) || call.startsWith("LOG."));
        }
    }

    @Test
    void everySentenceThatAPersonCanReadIsThereInEveryLanguage() {
        List<String> missing = literals("bot-core").stream()
                .filter(FixedTextsTest::reachesPeople)
                .filter(literal -> !isTranslated(literal))
                .map(literal -> literal.file() + ": " + literal.whole() + "  " + literal.calls())
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void everyDeliveryFailureOfDiscordIsThereInEveryLanguage() {
        List<String> missing = literals("discord-adapter").stream()
                .filter(literal -> literal.isIn(Set.of("DeliveryException", "disable", "unknowable")))
                .filter(literal -> !isTranslated(literal))
                .map(literal -> literal.file() + ": " + literal.whole())
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void nothingIsTranslatedThatNobodySays() {
        List<String> said = Stream.of("bot-core", "discord-adapter", "slack-adapter")
                .flatMap(module -> literals(module).stream())
                .flatMap(literal -> Stream.concat(literal.pieces().stream(), Stream.of(literal.whole())))
                .distinct()
                .toList();
        Set<String> exact = Set.copyOf(said);
        List<String> parts =
                said.stream().filter(words -> TWO_WORDS.matcher(words).find()).toList();

        assertThat(Phrasebook.all().keySet())
                .filteredOn(english -> !exact.contains(english)
                        && !exact.contains(counted(english))
                        && parts.stream().noneMatch(part -> english.contains(part) || part.contains(english)))
                .isSubsetOf(languages());
    }

    private static boolean reachesPeople(Literal literal) {
        if (isCommand(literal) || isElsewhere(literal)) {
            return false;
        }
        if (literal.isSaid() || literal.isCounted()) {
            return LETTERS.matcher(PLACE.matcher(literal.whole()).replaceAll(""))
                    .find();
        }
        return TWO_WORDS.matcher(literal.whole()).find()
                && !literal.isThrown()
                && !literal.isIn(OTHER_CALLS)
                && NOT_SAID.stream().noneMatch(literal.whole()::contains);
    }

    private static boolean isElsewhere(Literal literal) {
        return OTHER_PACKAGES.stream().anyMatch(literal.file()::contains)
                && TOLD.stream().noneMatch(literal.file()::endsWith);
    }

    /** As one types it, or as a platform knows it. */
    private static boolean isCommand(Literal literal) {
        return (literal.whole().matches("(?s)/?briefcast .*|/(insights|brief) ?.*|[a-z]+:.*|[a-z]+")
                        && literal.isSaid())
                || literal.whole().matches("/?briefcast [a-z ]+|/briefcast .*|[a-z]+:");
    }

    /** Word for word where it is said so; else as a part of what is said. */
    private static boolean isTranslated(Literal literal) {
        if (literal.isSaid()) {
            return Phrasebook.all().containsKey(literal.whole());
        }
        if (literal.isCounted()) {
            return Phrasebook.all().containsKey("1 " + literal.whole())
                    && Phrasebook.all().containsKey("%,d " + literal.whole() + "s");
        }
        return literal.pieces().stream()
                .flatMap(PLACE::splitAsStream)
                .filter(piece -> TWO_WORDS.matcher(piece).find())
                .map(piece -> BORDERS.matcher(piece).replaceAll(""))
                .allMatch(piece -> Phrasebook.all().keySet().stream().anyMatch(english -> english.contains(piece)));
    }

    /** {@code episode} for {@code 1 episode} and {@code %,d episodes}. */
    private static String counted(String english) {
        return english.replaceFirst("^1 ", "").replaceFirst("^%,d (.*)s$", "$1");
    }

    private static Set<String> languages() {
        return Arrays.stream(Locale.getISOLanguages())
                .map(language -> Locale.of(language).getDisplayLanguage(Locale.ENGLISH))
                .collect(Collectors.toSet());
    }

    private static List<Literal> literals(String module) {
        return READ.computeIfAbsent(module, FixedTextsTest::read);
    }

    private static List<Literal> read(String module) {
        List<Literal> literals = new ArrayList<>();
        for (CompilationUnitTree unit : parsed(Path.of("..", module, "src", "main", "java"))) {
            new Scanner(unit.getSourceFile().getName().replace('\\', '/'), literals).scan(unit, null);
        }
        assertThat(literals).isNotEmpty();
        return literals;
    }

    private static Iterable<? extends CompilationUnitTree> parsed(Path folder) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(folder)) {
            List<Path> sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            return task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final String file;
        private final List<Literal> literals;

        Scanner(String file, List<Literal> literals) {
            this.file = file;
            this.literals = literals;
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
            return null;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (literal.getValue() instanceof String words) {
                literals.add(new Literal(file, List.of(words), calls()));
            }
            return null;
        }

        /** Sums of words are one sentence. */
        @Override
        public @Nullable Void visitBinary(BinaryTree sum, @Nullable Void nothing) {
            List<String> pieces = new ArrayList<>(List.of(""));
            List<ExpressionTree> others = new ArrayList<>();
            gather(sum, pieces, others);
            if (sum.getKind() != Tree.Kind.PLUS || String.join("", pieces).isEmpty()) {
                return super.visitBinary(sum, null);
            }
            literals.add(new Literal(file, List.copyOf(pieces), calls()));
            scan(others, null);
            return null;
        }

        private static void gather(ExpressionTree tree, List<String> pieces, List<ExpressionTree> others) {
            if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                gather(sum.getLeftOperand(), pieces, others);
                gather(sum.getRightOperand(), pieces, others);
            } else if (tree instanceof LiteralTree literal && literal.getValue() instanceof String words) {
                pieces.set(pieces.size() - 1, pieces.getLast() + words);
            } else {
                others.add(tree instanceof ParenthesizedTree inner ? inner.getExpression() : tree);
                pieces.add("");
            }
        }

        /** What it is handed to, the nearest first; what it is formatted with does not count. */
        private List<String> calls() {
            List<String> calls = new ArrayList<>();
            for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof NewClassTree made) {
                    calls.add(made.getIdentifier().toString());
                } else if (path.getLeaf() instanceof MethodInvocationTree call && !isFormatting(call)) {
                    calls.add(name(call));
                }
            }
            return calls;
        }

        private static boolean isFormatting(MethodInvocationTree call) {
            return call.getMethodSelect().toString().endsWith(".formatted");
        }

        /** Of a chain the last name alone. */
        private static String name(MethodInvocationTree call) {
            String select = call.getMethodSelect().toString().replaceAll("\\s+", "");
            return select.contains("(") ? select.substring(select.lastIndexOf('.') + 1) : select;
        }
    }
}

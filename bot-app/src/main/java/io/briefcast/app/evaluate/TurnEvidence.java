package io.briefcast.app.evaluate;

import io.briefcast.insight.extract.ImportantTurns;
import io.briefcast.language.Embedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Meetings in which people marked the turns that answers rest on (QMSum, arXiv 2104.05938, with the evidence of
 * ExplainMeetSum). Where a file holds the whole meeting, all turns are ranked and the marked ones are right. Where it holds
 * the marked turns only, these are ranked, and right are those marked for the summary of the whole meeting.
 */
final class TurnEvidence implements Task {
    private static final int DEPTH = 5;
    private static final int FEWEST_TURNS = 10;
    private static final List<String> QUERIES = List.of("general_query_list", "specific_query_list");

    private final Embedder embedder;

    TurnEvidence(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public String folder() {
        return "qmsum-evidence";
    }

    @Override
    public List<Figure> measure(Labels labels) {
        return Stream.of("val", "train", "test")
                .flatMap(part -> measure(part, labels.files(folder(), part)).stream())
                .toList();
    }

    private List<Figure> measure(String part, List<Path> files) {
        List<Meeting> meetings = files.stream()
                .map(file -> meeting(JsonMapper.shared().readTree(Labels.read(file))))
                .filter(meeting -> meeting.turns().size() >= FEWEST_TURNS && meeting.right() > 0)
                .toList();
        if (meetings.isEmpty()) {
            return List.of();
        }
        Map<String, Function<List<String>, List<Integer>>> systems = new LinkedHashMap<>();
        systems.put("ours", turns -> ImportantTurns.rank(turns, embedder));
        systems.put(
                "longest turn",
                turns -> Measures.best(turns.stream()
                        .mapToDouble(turn -> WordVectors.words(turn).size())
                        .toArray()));
        systems.put("lead", turns -> IntStream.range(0, turns.size()).boxed().toList());
        systems.put("LexRank", turns -> Measures.best(LexRank.of(turns)));
        int turns =
                meetings.stream().mapToInt(meeting -> meeting.turns().size()).sum();
        boolean whole = meetings.stream().allMatch(Meeting::whole);
        String sample = "%s, %d meetings, %d %sturns".formatted(part, meetings.size(), turns, whole ? "" : "marked ");
        return systems.entrySet().stream()
                .map(system -> figure(sample, system.getKey(), meetings, system.getValue()))
                .toList();
    }

    private Figure figure(
            String sample, String system, List<Meeting> meetings, Function<List<String>, List<Integer>> ranking) {
        double precision = 0;
        double average = 0;
        for (Meeting meeting : meetings) {
            List<Boolean> ranked = ranking.apply(meeting.turns()).stream()
                    .map(meeting.marked()::contains)
                    .toList();
            precision += Measures.precisionAt(DEPTH, ranked) / meetings.size();
            average += Measures.averagePrecision(ranked, meeting.right()) / meetings.size();
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("P@5", precision);
        values.put("MAP", average);
        return new Figure("important turns (%s)".formatted(folder()), sample, system, values);
    }

    private static Meeting meeting(JsonNode file) {
        JsonNode judged = file.path("qmsum");
        SortedMap<Integer, SortedMap<Integer, String>> marked = new TreeMap<>();
        Set<Integer> central = new HashSet<>();
        for (String queries : QUERIES) {
            for (JsonNode evidence : evidence(judged.path(queries))) {
                int turn = evidence.path("turn_index").asInt(0);
                marked.computeIfAbsent(turn, t -> new TreeMap<>())
                        .put(
                                evidence.path("sent_index").asInt(0),
                                evidence.path("content").asString(""));
                if (queries.equals(QUERIES.getFirst())) {
                    central.add(turn);
                }
            }
        }
        List<String> all = turns(file);
        return all.isEmpty() ? onlyMarked(marked, central) : new Meeting(all, marked.keySet(), true);
    }

    private static Meeting onlyMarked(SortedMap<Integer, SortedMap<Integer, String>> marked, Set<Integer> central) {
        List<String> texts = new ArrayList<>();
        Set<Integer> right = new HashSet<>();
        marked.forEach((turn, sentences) -> {
            if (central.contains(turn)) {
                right.add(texts.size());
            }
            texts.add(spoken(String.join(" ", sentences.values())));
        });
        return new Meeting(texts, right, false);
    }

    private static List<JsonNode> evidence(JsonNode queries) {
        return queries.valueStream()
                .flatMap(query -> query.path("evidence").valueStream())
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    /** All turns, where the file has them. */
    private static List<String> turns(JsonNode file) {
        for (JsonNode holder : List.of(file, file.path("qmsum"))) {
            for (String name : List.of("meeting_transcripts", "turns")) {
                if (holder.path(name).isArray()) {
                    return holder.path(name)
                            .valueStream()
                            .map(turn -> spoken(turn.path("content").asString("")))
                            .toList();
                }
            }
        }
        return List.of();
    }

    /** Without the marks of the transcribers: {vocalsound}. */
    private static String spoken(String text) {
        return text.replaceAll("\\{[^}]{0,40}\\}", " ").strip();
    }

    private record Meeting(List<String> turns, Set<Integer> marked, boolean whole) {
        int right() {
            return marked.size();
        }
    }
}

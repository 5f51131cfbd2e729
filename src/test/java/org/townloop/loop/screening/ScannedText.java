package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts of a row, searched by looking at every word. */
class ScannedText {

    private static final Map<String, Double> WEIGHTS =
            Map.of("names", 1.0, "words", 0.625, "address", 0.375, "details", 0.25);

    private final Map<String, List<String>> texts;
    private final List<String> heard;
    private final Map<String, List<List<Token>>> tokens = new HashMap<>();
    private final List<String> nameRuns;
    private final List<String> heardRuns;
    private @Nullable Wanted lastQuestion;
    private double lastScore;

    /** @param heard the fields that are found by how they sound, besides the names */
    ScannedText(Map<String, List<String>> texts, List<String> heard) {
        this.texts = texts;
        this.heard = heard;
        texts.forEach((field, values) ->
                tokens.put(field, values.stream().map(Token::of).toList()));
        nameRuns = runsOf("names");
        heardRuns = heard.stream().flatMap(field -> runsOf(field).stream()).toList();
    }

    List<String> all() {
        return texts.values().stream().flatMap(List::stream).toList();
    }

    /** What the question is worth here; 0 if it has no words, -1 if one of them is missing. */
    double score(Wanted wanted) {
        if (wanted != lastQuestion) {
            lastQuestion = wanted;
            lastScore = scored(wanted);
        }
        return lastScore;
    }

    boolean says(Term term) {
        return worth(term) > 0;
    }

    private double scored(Wanted wanted) {
        if (wanted.terms().isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (var term : wanted.terms()) {
            var best = worth(term);
            if (best == 0) {
                return -1;
            }
            sum += best;
        }
        var named = tokens.getOrDefault("names", List.of());
        sum += named.stream().anyMatch(name -> holds(name, wanted.tokens())) ? 0.5 : 0;
        sum += named.stream()
                        .anyMatch(name ->
                                name.stream().map(Token::folded).toList().equals(wanted.tokens()))
                ? 0.25
                : 0;
        return sum / wanted.terms().size();
    }

    private double worth(Term term) {
        var seen = WEIGHTS.entrySet().stream()
                .mapToDouble(field -> field.getValue() * worth(field.getKey(), term))
                .max()
                .orElse(0);
        if (!(term instanceof Term.Word(var folded, var _))) {
            return seen;
        }
        var inNames = nameRuns.stream().anyMatch(run -> Heard.is(run, folded)) ? 0.5 : 0;
        var elsewhere = heardRuns.stream().anyMatch(run -> Heard.is(run, folded)) ? 0.125 : 0;
        return Math.max(seen, Math.max(inNames, elsewhere));
    }

    private double worth(String field, Term term) {
        return tokens.getOrDefault(field, List.of()).stream()
                .mapToDouble(text -> switch (term) {
                    case Term.Run(var characters) ->
                        runs(text).stream().anyMatch(run -> run.contains(characters)) ? 1 : 0;
                    case Term.Slip(var folded, var edits) ->
                        words(text).anyMatch(word -> Heard.isNearly(word, folded, edits)) ? 0.25 : 0;
                    case Term.Word(var folded, var stem) -> {
                        if (words(text).anyMatch(stem::equals)) {
                            yield 1;
                        }
                        yield folded.length() >= 4 && words(text).anyMatch(word -> word.startsWith(folded)) ? 0.5 : 0;
                    }
                })
                .max()
                .orElse(0);
    }

    private static Stream<String> words(List<Token> text) {
        return text.stream().flatMap(token -> Stream.of(token.folded(), token.stem()));
    }

    private List<String> runsOf(String field) {
        return tokens.getOrDefault(field, List.of()).stream()
                .flatMap(text -> runs(text).stream())
                .toList();
    }

    private static List<String> runs(List<Token> tokens) {
        var runs = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); ) {
            var end = Token.endOfRun(tokens, i);
            if (end > i) {
                runs.add(Token.join(tokens.subList(i, end)));
            }
            i = Math.max(end, i + 1);
        }
        return runs;
    }

    private static boolean holds(List<Token> name, List<String> phrase) {
        for (int from = 0; from + phrase.size() <= name.size(); from++) {
            var at = from;
            var fits = true;
            for (int i = 0; i < phrase.size() && fits; i++) {
                fits = name.get(at + i).folded().equals(phrase.get(i))
                        || name.get(at + i).stem().equals(phrase.get(i));
            }
            if (fits) {
                return true;
            }
        }
        return false;
    }
}

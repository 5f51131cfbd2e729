package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * What a question asks for.
 *
 * @param terms all must be found; empty if the question has no words
 * @param tokens the words and characters as typed, for finding them as one phrase
 */
record Wanted(List<Term> terms, List<String> tokens) {

    static final List<String> CHINESE_FILLERS = List.of("的", "了", "在", "和", "与", "及", "附近");

    private static final Wanted NOTHING = new Wanted(List.of(), List.of());

    /** The words that nothing says. */
    List<String> slips() {
        return terms.stream()
                .filter(Term.Slip.class::isInstance)
                .map(term -> ((Term.Slip) term).folded())
                .toList();
    }

    static Wanted in(String question) {
        if (question.isBlank()) {
            return NOTHING;
        }
        var tokens = Token.of(question);
        var terms = new ArrayList<Term>();
        for (int i = 0; i < tokens.size(); ) {
            var end = Token.endOfRun(tokens, i);
            if (end > i) {
                terms.addAll(ChineseWords.of(Token.join(tokens.subList(i, end))));
                i = end;
            } else {
                terms.add(new Term.Word(tokens.get(i).folded(), tokens.get(i).stem()));
                i++;
            }
        }
        return new Wanted(
                withoutFillers(terms), tokens.stream().map(Token::folded).toList());
    }

    /** "The barber near the square" asks for a barber and a square. With nothing else the fillers are what is meant. */
    private static List<Term> withoutFillers(List<Term> terms) {
        var meant = terms.stream().filter(term -> !isFiller(term)).distinct().toList();
        return meant.isEmpty() ? terms.stream().distinct().toList() : meant;
    }

    private static boolean isFiller(Term term) {
        return switch (term) {
            case Term.Word(var folded, var _) ->
                EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(folded) || folded.equals("near");
            case Term.Run(var characters) -> CHINESE_FILLERS.contains(characters);
            case Term.Slip _ -> false;
        };
    }
}

package org.townloop.loop.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** A word or a Chinese character of a question, with where it stands in it. */
record Token(String folded, String stem, boolean isCharacter, int start, int end) {

    private static final Analyzer ANALYZER = WordAnalyzer.forQuestions();
    private static final String IDEOGRAPHIC = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC];

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        try (var stream = ANALYZER.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            var type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                var word = term.toString();
                tokens.add(
                        increment.getPositionIncrement() == 0
                                ? tokens.removeLast().stemmed(word)
                                : new Token(
                                        word,
                                        word,
                                        type.type().equals(IDEOGRAPHIC),
                                        offset.startOffset(),
                                        offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /** The end of the characters that follow each other from there on; the beginning itself if there are none. */
    static int endOfRun(List<Token> tokens, int begin) {
        var end = begin;
        while (end < tokens.size()
                && tokens.get(end).isCharacter
                && (end == begin || tokens.get(end).start == tokens.get(end - 1).end)) {
            end++;
        }
        return end;
    }

    static String join(List<Token> tokens) {
        return tokens.stream().map(Token::folded).collect(Collectors.joining());
    }

    /** What a Chinese character may sound like. */
    Set<String> readings() {
        return isCharacter ? Readings.of(folded.codePointAt(0)) : Set.of();
    }

    private Token stemmed(String stem) {
        return new Token(folded, stem, isCharacter, start, end);
    }
}

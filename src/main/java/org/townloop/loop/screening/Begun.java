package org.townloop.loop.screening;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.townloop.base.kernel.Words;

/**
 * The beginning of a word that somebody is typing.
 *
 * @param tokens what was typed, folded; Chinese by the character
 */
record Begun(List<Token> tokens) {

    /** Fewer letters begin too many names; of Chinese, one character is enough. */
    private static final int FEWEST_LETTERS = 2;

    private static final int MOST_TOKENS = 24;
    private static final int KEPT = 4_000;
    private static final Map<String, List<Token>> KNOWN = new ConcurrentHashMap<>();

    static Begun of(String typed) {
        var tokens = Token.of(typed);
        return new Begun(tokens.size() > MOST_TOKENS ? List.of() : tokens);
    }

    boolean isEmpty() {
        return tokens.isEmpty()
                || (!tokens.getFirst().isCharacter()
                        && tokens.getFirst().folded().length() < FEWEST_LETTERS);
    }

    /** Whether some word of the text begins so, or some part of it in Chinese, as it is written or as it sounds. */
    boolean begins(Words words) {
        return Wordings.both(words).stream().anyMatch(this::begins);
    }

    private boolean begins(String text) {
        var said = said(text);
        for (int from = 0; from < said.size(); from++) {
            if (begins(said.subList(from, said.size())) || sounds(said.subList(from, said.size()))) {
                return true;
            }
        }
        return false;
    }

    /** All documents of the scope whose names have the words, the last of which may be begun only. */
    Query query(Query scope) {
        var query = new BooleanQuery.Builder().add(scope, Occur.FILTER);
        var terms = Wanted.in(
                        String.join(" ", tokens.stream().map(Token::folded).toList()))
                .terms();
        for (var term : terms) {
            query.add(
                    switch (term) {
                        case org.townloop.loop.screening.Term.Run(var characters) ->
                            TextQueries.run(Fields.NAMES, characters);
                        case org.townloop.loop.screening.Term.Word(var folded, var _) -> word(folded);
                        case org.townloop.loop.screening.Term.Slip(var folded, var _) -> word(folded);
                    },
                    Occur.FILTER);
        }
        return query.build();
    }

    private static Query word(String folded) {
        var any = new BooleanQuery.Builder().add(new PrefixQuery(new Term(Fields.NAMES, folded)), Occur.SHOULD);
        SoundQueries.of(Fields.NAME_SOUNDS, folded).forEach(each -> any.add(each, Occur.SHOULD));
        return any.build();
    }

    private boolean begins(List<Token> said) {
        if (said.size() < tokens.size()) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            var typed = tokens.get(i).folded();
            var word = said.get(i).folded();
            if (i == tokens.size() - 1 ? !word.startsWith(typed) : !word.equals(typed)) {
                return false;
            }
        }
        return true;
    }

    private boolean sounds(List<Token> said) {
        if (tokens.size() > 1) {
            return false;
        }
        var typed = tokens.getFirst().folded();
        return typed.length() <= Sounds.LONGEST && (spells(said, 0, typed) || initials(said, typed));
    }

    private static boolean spells(List<Token> said, int at, String letters) {
        if (letters.isEmpty()) {
            return true;
        }
        return at < said.size()
                && said.get(at).readings().stream()
                        .anyMatch(reading -> reading.startsWith(letters)
                                || (letters.startsWith(reading)
                                        && spells(said, at + 1, letters.substring(reading.length()))));
    }

    private static boolean initials(List<Token> said, String letters) {
        if (letters.length() > said.size()) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            var letter = letters.charAt(i);
            if (said.get(i).readings().stream().noneMatch(reading -> reading.charAt(0) == letter)) {
                return false;
            }
        }
        return true;
    }

    /** The labels of packs and landmarks come again with every letter typed. */
    private static List<Token> said(String text) {
        var known = KNOWN.get(text);
        if (known != null) {
            return known;
        }
        var said = Token.of(text);
        if (KNOWN.size() < KEPT) {
            KNOWN.put(text, said);
        }
        return said;
    }
}

package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds words in documents. A term scores the weight of the best field it stands in, half of that if the document's word
 * only begins with it, a quarter if it is only spelled nearly so; Chinese that sounds so scores what {@link
 * Fields#SOUND_WEIGHTS} says; the whole question as a phrase of a name scores {@value #PHRASE} more, a name that is nothing
 * else another {@value #EXACT}. Unlike BM25 this does not depend on what other documents there are, so that a page
 * that is asked for later continues the order of the first.
 */
final class TextQueries {

    /** Shorter ones begin too many words. */
    static final int SHORTEST_PREFIX = 4;

    static final float PHRASE = 0.5f;
    static final float EXACT = 0.25f;

    /** Of no effect where all that match score alike; none of them is left out. */
    private static final int MOST_EXPANSIONS = 50;

    private TextQueries() {}

    static Query all(Wanted wanted) {
        var query = new BooleanQuery.Builder();
        wanted.terms().forEach(term -> query.add(anywhere(term), Occur.MUST));
        query.add(scoring(phrase(wanted.tokens()), PHRASE), Occur.SHOULD);
        query.add(scoring(new TermQuery(new Term(Fields.EXACT, exact(wanted.tokens()))), EXACT), Occur.SHOULD);
        return query.build();
    }

    /** A whole name as the field {@value Fields#EXACT} has it. */
    static String exact(List<String> tokens) {
        return String.join(" ", tokens);
    }

    static Query anywhere(org.townloop.loop.screening.Term term) {
        var fields = new ArrayList<Query>();
        Fields.WEIGHTS.forEach((field, weight) -> {
            switch (term) {
                case org.townloop.loop.screening.Term.Run(var characters) ->
                    fields.add(scoring(run(field, characters), weight));
                case org.townloop.loop.screening.Term.Word(var folded, var stem) -> {
                    fields.add(scoring(new TermQuery(new Term(field, stem)), weight));
                    if (folded.length() >= SHORTEST_PREFIX) {
                        fields.add(scoring(new PrefixQuery(new Term(field, folded)), weight / 2));
                    }
                }
                case org.townloop.loop.screening.Term.Slip(var folded, var edits) ->
                    fields.add(scoring(nearly(new Term(field, folded), edits), weight / 4));
            }
        });
        if (term instanceof org.townloop.loop.screening.Term.Word(var folded, var _)) {
            Fields.SOUND_WEIGHTS.forEach((field, weight) ->
                    SoundQueries.of(field, folded).forEach(sound -> fields.add(scoring(sound, weight))));
        }
        return new DisjunctionMaxQuery(fields, 0);
    }

    /** The first letter is right: with it, only a part of all words is compared. */
    private static Query nearly(Term term, int edits) {
        return new FuzzyQuery(term, edits, 1, MOST_EXPANSIONS, true, MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
    }

    /** Characters that stand together, by the pairs that they form. */
    static Query run(String field, String characters) {
        var points = characters.codePoints().toArray();
        if (points.length == 1) {
            return new TermQuery(new Term(field, characters));
        }
        var phrase = new PhraseQuery.Builder();
        for (int i = 0; i + 1 < points.length; i++) {
            phrase.add(new Term(field, new String(points, i, 2)), i);
        }
        return phrase.build();
    }

    private static Query phrase(List<String> tokens) {
        var phrase = new PhraseQuery.Builder();
        tokens.forEach(token -> phrase.add(new Term(Fields.NAMES, token)));
        return phrase.build();
    }

    private static Query scoring(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}

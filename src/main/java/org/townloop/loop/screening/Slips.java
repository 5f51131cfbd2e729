package org.townloop.loop.screening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;

/**
 * Slips of the pen: a word in letters that nothing in the region says may be spelled a little differently. A word that is
 * there is meant as it stands, or cafes would be found by "cake".
 */
final class Slips {

    /** From so many letters on, one may be wrong, missing, too many, or two neighbours swapped. */
    static final int SHORTEST = 4;

    /** From so many on, two. */
    static final int LONG = 8;

    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

    private Slips() {}

    /** The same question, what nothing says being looked for as it may have been meant. */
    static Wanted in(IndexSearcher searcher, Query scope, Wanted wanted) throws IOException {
        var terms = new ArrayList<Term>();
        for (var term : wanted.terms()) {
            terms.add(
                    term instanceof Term.Word(var folded, var _) && edits(folded) > 0 && !isSaid(searcher, scope, term)
                            ? new Term.Slip(folded, edits(folded))
                            : term);
        }
        return new Wanted(terms, wanted.tokens());
    }

    private static int edits(String folded) {
        if (!LETTERS.matcher(folded).matches() || folded.length() < SHORTEST) {
            return 0;
        }
        return folded.length() < LONG ? 1 : 2;
    }

    private static boolean isSaid(IndexSearcher searcher, Query scope, Term term) throws IOException {
        var both = new BooleanQuery.Builder()
                .add(scope, Occur.FILTER)
                .add(TextQueries.anywhere(term), Occur.FILTER)
                .build();
        var weight = searcher.createWeight(searcher.rewrite(both), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            var live = leaf.reader().getLiveDocs();
            var found = scorer.iterator();
            for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                if (live == null || live.get(doc)) {
                    return true;
                }
            }
        }
        return false;
    }
}

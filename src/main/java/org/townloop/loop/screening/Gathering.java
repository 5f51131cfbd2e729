package org.townloop.loop.screening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;

/** Gathers all documents that fit a query of the index. */
final class Gathering {

    private Gathering() {}

    /**
     * @param terms how many words the question has; its score is shared among them
     * @param numberKeys the attributes whose numbers are wanted
     */
    static List<Candidate> of(IndexSearcher searcher, Query query, int terms, Set<String> numberKeys)
            throws IOException {
        var mode = terms == 0 ? ScoreMode.COMPLETE_NO_SCORES : ScoreMode.COMPLETE;
        var weight = searcher.createWeight(searcher.rewrite(query), mode, 1);
        var candidates = new ArrayList<Candidate>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            var columns = new Columns(leaf.reader(), numberKeys);
            var live = leaf.reader().getLiveDocs();
            var found = scorer.iterator();
            for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                if (live == null || live.get(doc)) {
                    candidates.add(columns.candidate(leaf.docBase, doc, terms == 0 ? 0 : scorer.score() / terms));
                }
            }
        }
        return candidates;
    }
}

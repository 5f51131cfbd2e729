package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That no question that the rules let pass is more than the index takes: counted in clauses, not in time. */
class QuestionCostTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"xianxian ", "gbjd ", "xian ", "liangdian ", "fanganxian ", "haircuts ", "理发", "aiaiai ", "a "})
    void theWorstOfItsKindIsWithinTheBound(String word) {
        assertThat(clauses(word.repeat(QueryRules.LONGEST_TEXT / word.length())))
                .isLessThan(clausesAllowed());
    }

    @Test
    void soArePinyinThatCanBeCutInManyWays() {
        var syllables = List.of("xian", "liang", "fangan", "xi", "an", "ge", "gen", "er", "jiang", "n", "lian");
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            while (text.length() < QueryRules.LONGEST_TEXT - 8) {
                text.append(syllables.get(random.nextInt(syllables.size())))
                        .append(random.nextInt(1 + i % 5) == 0 ? " " : "");
            }
            assertThat(clauses(text.toString())).as("%s", text).isLessThan(clausesAllowed());
        }
    }

    @Test
    void soIsWhateverIsTyped() {
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            while (text.length() < QueryRules.LONGEST_TEXT) {
                text.append(random.nextInt(6) == 0 ? ' ' : "aeiounghzxjlyb".charAt(random.nextInt(14)));
            }
            assertThat(clauses(text.toString())).as("%s", text).isLessThan(clausesAllowed());
        }
    }

    /** A question refused for its many words costs nothing. */
    private static int clauses(String text) {
        var wanted = Wanted.in(text);
        if (wanted.terms().size() > QueryRules.MOST_WORDS) {
            return 0;
        }
        var counter = new Counter();
        TextQueries.all(wanted).visit(counter);
        return counter.clauses;
    }

    private static int clausesAllowed() {
        return IndexSearcher.getMaxClauseCount();
    }

    /** Counts as Lucene does before it refuses. */
    private static final class Counter extends QueryVisitor {

        private int clauses;

        @Override
        public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
        }

        @Override
        public void visitLeaf(Query query) {
            clauses++;
        }

        @Override
        public void consumeTerms(Query query, Term... terms) {
            clauses++;
        }

        @Override
        public void consumeTermsMatching(
                Query query, String field, java.util.function.Supplier<ByteRunAutomaton> automaton) {
            clauses++;
        }
    }
}

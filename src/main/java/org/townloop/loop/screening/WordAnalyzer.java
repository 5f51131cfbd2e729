package org.townloop.loop.screening;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Cuts a text into words: case, width, accents and traditional characters folded away. A word in letters is there as it
 * is and as its English stem; Chinese is there by the character and, in the index, by each two neighbours, so that any
 * part of a name can be found without guessing where its words end. (Lucene's ICU tokenizer would do the first cut as
 * well, but carries rules compiled for an older ICU4J than ours; UAX #29 is the same for these scripts.)
 */
final class WordAnalyzer extends Analyzer {

    /** No phrase reaches from one value of a field into the next. */
    private static final int GAP = 100;

    private final boolean pairs;

    private WordAnalyzer(boolean pairs) {
        this.pairs = pairs;
    }

    static WordAnalyzer forIndex() {
        return new WordAnalyzer(true);
    }

    static WordAnalyzer forQuestions() {
        return new WordAnalyzer(false);
    }

    /** Reads what all analyzers share, so that the first question need not wait for it. */
    static void prepare() {
        Sounds.beginningWith("a");
        try (var analyzer = forIndex();
                var words = analyzer.tokenStream("", "A word, 一家店")) {
            words.reset();
            while (words.incrementToken()) {
                continue;
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokenizer = new StandardTokenizer();
        TokenStream words = new ICUFoldingFilter(new EnglishPossessiveFilter(tokenizer));
        words = new ICUTransformFilter(words, Transliterator.getInstance("Traditional-Simplified"));
        if (pairs) {
            words = new CJKBigramFilter(words, CJKBigramFilter.HAN, true);
        }
        words = new KStemFilter(new KeywordRepeatFilter(words));
        return new TokenStreamComponents(tokenizer, new RemoveDuplicatesTokenFilter(words));
    }
}

package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds a word in letters in the sounds of Chinese. */
final class SoundQueries {

    private SoundQueries() {}

    /** The ways in which it may be meant: as syllables, as initials; none if it is neither. */
    static List<Query> of(String field, String word) {
        var queries = new ArrayList<Query>();
        Sounds.spellings(word).forEach(spelling -> queries.add(spelled(field, spelling)));
        if (Sounds.areInitials(word)) {
            queries.add(initials(field, word));
        }
        return queries;
    }

    private static Query spelled(String field, Sounds.Spelling spelling) {
        var phrase = new MultiPhraseQuery.Builder();
        spelling.syllables().forEach(syllable -> phrase.add(new Term(field, syllable)));
        if (spelling.begun() != null) {
            phrase.add(Sounds.beginningWith(spelling.begun()).stream()
                    .map(syllable -> new Term(field, syllable))
                    .toArray(Term[]::new));
        }
        return phrase.build();
    }

    private static Query initials(String field, String word) {
        if (word.length() == 2) {
            return new TermQuery(new Term(field, SoundStream.WHOLE + word));
        }
        var phrase = new PhraseQuery.Builder();
        for (int i = 0; i + 3 <= word.length(); i++) {
            phrase.add(new Term(field, SoundStream.INITIALS + word.substring(i, i + 3)), i);
        }
        return phrase.build();
    }
}

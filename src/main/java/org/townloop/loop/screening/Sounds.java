package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Chinese sounds, in pinyin without tones: 宫保鸡丁 by "gongbao", and by its initials "gbjd". A character that is
 * read in several ways is there by each of them.
 */
final class Sounds {

    /** Fewer letters begin too much. */
    static final int SHORTEST = 4;

    static final int LONGEST = 24;
    static final int MOST_INITIALS = 12;

    /** "xian" is 先 and 西安; nobody needs more ways of cutting one word than this. */
    private static final int MOST_SPELLINGS = 4;

    private static final Pattern LETTERS = Pattern.compile("[a-z]+");

    /** No syllable begins with one of the others. */
    private static final Pattern INITIALS = Pattern.compile("[a-hj-tw-z]+");

    /**
     * Syllables that follow each other.
     *
     * @param begun the letters of a syllable that may not be finished, the third or a later one; or null
     */
    record Spelling(List<String> syllables, @Nullable String begun) {}

    private static final class Table {

        static final NavigableSet<String> SYLLABLES = syllables();

        private static NavigableSet<String> syllables() {
            var all = new TreeSet<String>();
            for (int character = Readings.FIRST; character <= Readings.LAST; character++) {
                all.addAll(Readings.of(character));
            }
            return all;
        }
    }

    private Sounds() {}

    /** The ways in which the letters are pinyin of at least two syllables, or exactly one; at most four. */
    static List<Spelling> spellings(String word) {
        var found = new ArrayList<Spelling>();
        if (word.length() >= SHORTEST
                && word.length() <= LONGEST
                && LETTERS.matcher(word).matches()) {
            cut(word, 0, new ArrayList<>(), found);
        }
        return found;
    }

    /** Whether the letters may each begin a syllable. */
    static boolean areInitials(String word) {
        return word.length() >= 2
                && word.length() <= MOST_INITIALS
                && INITIALS.matcher(word).matches();
    }

    /** All syllables that begin so. */
    static Set<String> beginningWith(String letters) {
        return Table.SYLLABLES.subSet(letters, true, letters + "zzzz", true);
    }

    private static void cut(String word, int from, List<String> before, List<Spelling> found) {
        if (from == word.length()) {
            found.add(new Spelling(List.copyOf(before), null));
            return;
        }
        var last = before.size() < 2 ? word.length() : word.length() - 1;
        for (int to = Math.min(last, from + 6); to > from && found.size() < MOST_SPELLINGS; to--) {
            var syllable = word.substring(from, to);
            if (Table.SYLLABLES.contains(syllable)) {
                before.add(syllable);
                cut(word, to, before, found);
                before.removeLast();
            }
        }
        var rest = word.substring(from);
        if (before.size() >= 2
                && found.size() < MOST_SPELLINGS
                && !beginningWith(rest).isEmpty()) {
            found.add(new Spelling(List.copyOf(before), rest));
        }
    }
}

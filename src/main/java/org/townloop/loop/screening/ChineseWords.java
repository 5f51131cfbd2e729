package org.townloop.loop.screening;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what somebody typed without spaces into words, by ICU's dictionary: 王府井烤鸭 asks for 王府井 and 烤鸭, which need not
 * stand together. A single character is too little to look for by itself and stays with its neighbour, so that whatever
 * holds the whole text holds all of its words.
 */
final class ChineseWords {

    private ChineseWords() {}

    static List<Term> of(String run) {
        return merged(cut(run)).stream().<Term>map(Term.Run::new).toList();
    }

    private static List<String> cut(String run) {
        var words = BreakIterator.getWordInstance(ULocale.CHINESE);
        words.setText(run);
        var cut = new ArrayList<String>();
        for (int from = words.first(), to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
            cut.add(run.substring(from, to));
        }
        return cut;
    }

    private static List<String> merged(List<String> words) {
        var merged = new ArrayList<String>();
        for (var word : words) {
            var last = merged.isEmpty() ? "" : merged.getLast();
            if (!isFiller(word) && !merged.isEmpty() && !isFiller(last) && (isSingle(word) || isSingle(last))) {
                merged.set(merged.size() - 1, last + word);
            } else {
                merged.add(word);
            }
        }
        return merged;
    }

    private static boolean isSingle(String word) {
        return word.codePointCount(0, word.length()) == 1;
    }

    private static boolean isFiller(String word) {
        return Wanted.CHINESE_FILLERS.contains(word);
    }
}

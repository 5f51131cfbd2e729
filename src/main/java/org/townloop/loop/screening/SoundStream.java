package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The sounds of a text for the index: at the position of each Chinese character its syllables, and the initials of
 * itself and its two followers; two characters that stand alone also by their initials.
 */
final class SoundStream extends TokenStream {

    /** Stands before initials, so that they are no syllables. */
    static final String INITIALS = "#";

    /** Stands before the initials of what is two characters and nothing else. */
    static final String WHOLE = "=";

    /** Nothing reaches from one run of characters into the next. */
    private static final int GAP = 2;

    private record Sound(String term, int increment) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<Sound> sounds;
    private int next;

    SoundStream(String text) {
        this.sounds = sounds(Token.of(text));
    }

    @Override
    public boolean incrementToken() {
        if (next == sounds.size()) {
            return false;
        }
        clearAttributes();
        var sound = sounds.get(next++);
        term.append(sound.term());
        increment.setPositionIncrement(sound.increment());
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }

    private static List<Sound> sounds(List<Token> tokens) {
        var sounds = new ArrayList<Sound>();
        for (int i = 0; i < tokens.size(); ) {
            var end = Token.endOfRun(tokens, i);
            if (end > i) {
                add(Token.join(tokens.subList(i, end)).codePoints().toArray(), sounds);
            }
            i = Math.max(end, i + 1);
        }
        return sounds;
    }

    private static void add(int[] run, List<Sound> sounds) {
        var pending = GAP;
        for (int i = 0; i < run.length; i++) {
            var terms = new LinkedHashSet<>(Readings.of(run[i]));
            terms.addAll(initials(run, i, 3, INITIALS));
            if (i == 0 && run.length == 2) {
                terms.addAll(initials(run, 0, 2, WHOLE));
            }
            for (var each : terms) {
                sounds.add(new Sound(each, pending));
                pending = 0;
            }
            pending++;
        }
    }

    /** What the initials of so many characters may be, with a mark before them; nothing if there are not so many. */
    private static Set<String> initials(int[] run, int from, int count, String mark) {
        var begun = Set.of(mark);
        for (int i = from; i < from + count; i++) {
            var longer = new TreeSet<String>();
            if (i < run.length) {
                for (var reading : Readings.of(run[i])) {
                    begun.forEach(beginning -> longer.add(beginning + reading.charAt(0)));
                }
            }
            begun = longer;
        }
        return begun;
    }
}

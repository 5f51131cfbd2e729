package org.townloop.loop.dispute;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Absent;
import org.townloop.base.media.PictureId;

/**
 * What one of the two said.
 *
 * @param number 1, 2, 3 …
 * @param words null once they are erased
 */
public record Word(int number, Side side, @Nullable String words, Instant at, List<PictureId> pictures) {

    /**
     * A picture that was shown with one of them.
     *
     * @throws Absent if there is none
     */
    public static PictureId picture(List<Word> words, int number, int position) {
        return words.stream()
                .filter(word -> word.number() == number)
                .flatMap(word ->
                        word.pictures().stream().skip(Math.max(0, position - 1)).limit(position < 1 ? 0 : 1))
                .findFirst()
                .orElseThrow(() -> new Absent("picture " + number + "/" + position));
    }
}

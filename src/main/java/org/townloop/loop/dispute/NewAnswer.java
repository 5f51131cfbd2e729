package org.townloop.loop.dispute;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.media.PictureId;

/**
 * What a merchant answers.
 *
 * @param redo that it is done again is offered
 * @param amountMinor what is offered; null if no amount is
 */
public record NewAnswer(
        String words,
        List<PictureId> pictures,
        boolean redo,
        @Nullable Long amountMinor) {

    boolean offersSomething() {
        return redo || amountMinor != null;
    }
}

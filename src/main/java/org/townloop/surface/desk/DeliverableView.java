package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.offer.Online;
import org.townloop.surface.page.Form;

/**
 * What whoever buys an offer opens.
 *
 * @param text as it is now, empty if there is none
 * @param file as it is now, in words; null if there is none
 * @param left codes that can be bought
 * @param sold codes that are bought or held
 * @param versions when it was written and corrected, the newest first
 */
record DeliverableView(
        Desk desk,
        Form form,
        String id,
        String title,
        Online.Gives gives,
        String text,
        @Nullable String file,
        int left,
        int sold,
        List<String> versions) {

    private static final int FEW = 10;

    /** As it was typed, or as it is. */
    String typed() {
        return form.value("text", text);
    }

    /** Whether codes were just taken out, which could be added again. */
    boolean tookOut() {
        return form.refusal() == null && !form.value("codes").isEmpty();
    }

    boolean isText() {
        return gives == Online.Gives.TEXT;
    }

    boolean isFile() {
        return gives == Online.Gives.FILE;
    }

    boolean runsLow() {
        return gives == Online.Gives.CODE && left < FEW;
    }
}

package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.QrCode;

/**
 * One card, as who owns it or who bought it sees it.
 *
 * @param said why what was asked for was not done; null if nothing was
 * @param left what is left, in words; null for who gave it away
 * @param until when it runs out, in words
 * @param keptBy who keeps its money, in words; null if nobody is named any more
 * @param gift how far the gift has come; null if it was bought for who owns it
 * @param withdrawable until when it can be given back, in words; null if it cannot
 * @param showable whether it is its owner's, good, and something is left: they may show it, or leave to
 *     the place what is left
 */
record MyCardView(
        Page page,
        @Nullable String said,
        String href,
        String title,
        String kind,
        String place,
        String state,
        String tone,
        String worth,
        @Nullable String left,
        String until,
        @Nullable String keptBy,
        @Nullable Gift gift,
        @Nullable String withdrawable,
        boolean showable,
        List<Move> moves) {

    /** All of one's cards, and those that were given away. */
    record All(Page page, List<Row> own, List<Row> given) {}

    record Row(String href, String title, String place, String left, String until, String state, String tone) {}

    /**
     * @param words whether it was claimed, and when
     * @param open whether a link can be made for whoever is to have it
     * @param hasLink whether one was made already
     */
    record Gift(String words, boolean open, boolean hasLink) {}

    /** @param href the order that it is about; null if it is not the reader's */
    record Move(
            String what,
            String when,
            String amount,
            @Nullable String href) {}

    /** The sheet that is handed over: the only page on which the secret ever stands. */
    record Sheet(
            Page page, String href, String title, String place, String worth, String until, String link, QrCode code) {}

    /** What a secret opens. */
    record Claimable(
            Page page,
            @Nullable String said,
            String href,
            String title,
            String kind,
            String place,
            String left,
            String until,
            boolean open,
            boolean signedIn,
            @Nullable String own) {}
}

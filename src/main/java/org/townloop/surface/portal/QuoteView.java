package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.QuotationSheet;
import org.townloop.surface.page.Talk;

/**
 * One request for a quotation, as its resident sees it.
 *
 * @param key what makes an acceptance that is sent twice one acceptance
 * @param state in a word, and {@code say} what is to be done now
 * @param quotation the one that counts; null before there is one
 * @param quotationId of the one that can be accepted now; null if none can
 * @param first what the acceptance costs now
 * @param older those that were replaced
 * @param off calling the rest off; null if nothing can be
 */
record QuoteView(
        Page page,
        Form form,
        String key,
        String href,
        String title,
        String place,
        String placeHref,
        String state,
        String tone,
        String say,
        Asked asked,
        List<Time> surveys,
        List<Talk> talk,
        boolean writes,
        boolean withdraws,
        @Nullable QuotationSheet quotation,
        @Nullable String quotationId,
        @Nullable String first,
        List<QuotationSheet> older,
        @Nullable Off off,
        List<String> policies) {

    /** @param backMinor what was shown, so that nobody gets less than they saw */
    record Off(long backMinor, String back, String say) {}

    /** What was asked. */
    record Asked(String when, @Nullable String words, List<Fact> facts, int photos) {}

    record Fact(String label, String value) {}

    /** When somebody could come to look. */
    record Time(int number, String words) {}

    /** A request as a line of the list. */
    record Entry(
            String href,
            String title,
            String place,
            String when,
            @Nullable String total,
            String state,
            String tone) {}

    /** All of one's own. */
    record All(Page page, List<Entry> entries) {}

    /** A quotation as a paper of its own. */
    record Paper(
            Page page,
            String back,
            String title,
            String place,
            String address,
            String resident,
            QuotationSheet sheet) {}
}

package org.townloop.surface.desk;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.quote.NewQuotation;
import org.townloop.supply.merchant.Staff;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.QuotationSheet;
import org.townloop.surface.page.Talk;

/**
 * One request for a quotation, as the place sees it.
 *
 * @param form with what was typed, and why it was not taken
 * @param offers whether a quotation may be written now
 * @param sums what that which is being written comes to; null if nobody asked
 * @param surveys whether somebody may propose to come and look
 * @param say what is to be done now
 * @param running whether it was accepted and is not over
 */
record QuoteView(
        Desk desk,
        Form form,
        String href,
        String title,
        String who,
        String state,
        String tone,
        String say,
        String asked,
        @Nullable String words,
        List<Fact> facts,
        int photos,
        List<Talk> talk,
        boolean writes,
        boolean offers,
        @Nullable Sums sums,
        boolean declines,
        boolean surveys,
        boolean running,
        List<QuotationSheet> sheets,
        List<Staff> staff,
        String currency,
        List<StageField> stages,
        @Nullable String reason) {

    private static final int LINES = 8;
    private static final int MORE_LINES = 4;

    /** @param left what no stage contains yet, or what is too much in them, in words; null if they come to the total */
    record Sums(String total, String stages, @Nullable String left) {}

    record Fact(String label, String value) {}

    /** A row of the form in which a stage is written. */
    record StageField(int number, boolean first) {}

    /** A form that is sent twice writes one offer. */
    String key() {
        return UUID.randomUUID().toString();
    }

    /** Whether somebody is at it. */
    boolean writing() {
        return sheets.isEmpty() || form.refusal() != null || sums != null;
    }

    /** How many lines the form has: a few more than are filled in. */
    int lines() {
        var filled = IntStream.rangeClosed(1, NewQuotation.MOST_LINES)
                .filter(row -> !form.value("line" + row).isBlank()
                        || !form.value("amount" + row).isBlank())
                .max()
                .orElse(0);
        return Math.clamp(filled + MORE_LINES, LINES, NewQuotation.MOST_LINES);
    }

    String name(Staff person) {
        return desk.page().say(person.name());
    }
}

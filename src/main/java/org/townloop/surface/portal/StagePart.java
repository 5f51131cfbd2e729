package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.QuotationSheet;

/**
 * What an order is that is a stage of a quotation.
 *
 * @param quotation where all of it is
 * @param words which of how many stages, of which quotation, and its total
 * @param from where the work is; null once it was forgotten
 * @param to where it goes from there; null if it stays
 * @param next the stages after it
 * @param running whether it is neither done nor called off
 */
record StagePart(
        String quotation,
        String words,
        @Nullable String from,
        @Nullable String to,
        String where,
        List<QuotationSheet.StageRow> next,
        boolean running) {}

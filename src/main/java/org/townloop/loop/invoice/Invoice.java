package org.townloop.loop.invoice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;

/**
 * An invoice, or a credit note that takes one back, or a part of it; never changed once it is issued. The lines add up to
 * the total, in each of its columns.
 *
 * @param number follows upon the one before it of its merchant, kind and year, from 1
 * @param corrects the invoice that a credit note corrects; else null
 * @param paid what was paid for it; of a credit note what of that is taken back
 * @param because why a credit note was written; empty of an invoice
 */
public record Invoice(
        UUID id,
        MerchantId merchant,
        PlaceId place,
        OrderId order,
        UUID request,
        Kind kind,
        int year,
        int number,
        @Nullable UUID corrects,
        Instant issuedAt,
        Tax tax,
        Money paid,
        Tax.Taxed total,
        Seller seller,
        Buyer buyer,
        String because,
        List<Line> lines) {

    /** Which of the two it is; each has numbers of its own. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    /**
     * A line.
     *
     * @param what was sold; null where the kind says all
     * @param paid what it is of what was paid; below zero for what was given back
     */
    public record Line(LineKind kind, @Nullable Words what, int quantity, Money paid, Tax.Taxed taxed) {}

    /** What a line is for. */
    public enum LineKind {
        SALE,
        DELIVERY,
        /** Paid beyond the prices. */
        MORE,
        GIVEN_BACK,
        /** Of the prices, and not paid when the invoice was issued. */
        NOT_PAID,
        /** All that a credit note is about. */
        CORRECTION
    }

    public RegionId region() {
        return RegionId.of(id);
    }

    /** As it stands on the paper: {@code INV-2026-000012}, {@code CN-2026-000003}. */
    public String name() {
        return String.format(Locale.ROOT, "%s-%04d-%06d", kind == Kind.INVOICE ? "INV" : "CN", year, number);
    }
}

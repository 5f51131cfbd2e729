package org.townloop.loop.invoice;

import org.townloop.base.kernel.Reason;

/** Why an invoice or what it needs is refused. */
public enum InvoiceReason implements Reason {
    INVOICE_KIND_UNKNOWN(Kind.INVALID),
    /** Fapiao are of mainland China. */
    FAPIAO_NOT_HERE(Kind.INVALID),
    /** Facts: {@code max} characters. */
    INVOICE_TITLE_INVALID(Kind.INVALID),
    /** Facts: {@code max} characters. */
    INVOICE_ADDRESS_INVALID(Kind.INVALID),
    /** Facts: {@code max} characters. */
    INVOICE_REGISTRATION_INVALID(Kind.INVALID),
    TAX_NUMBER_MISSING(Kind.INVALID),
    /** A 统一社会信用代码 whose check digit is another, an EU number that no member state gives, or neither. */
    TAX_NUMBER_INVALID(Kind.INVALID),
    /** Facts: {@code max} percent. */
    TAX_RATE_INVALID(Kind.INVALID),
    /** Neither the merchant nor its region says one. */
    TAX_RATE_MISSING(Kind.INVALID),
    INVOICE_EMAIL_INVALID(Kind.INVALID),
    INVOICE_NOTHING_PAID(Kind.CONFLICT),
    /** A gift voucher, a pass or a balance was bought: nothing is sold until it is used. */
    INVOICE_OF_CARD(Kind.CONFLICT),
    /** Facts: {@code days}. */
    INVOICE_ASKED_TOO_LATE(Kind.CONFLICT),
    INVOICE_ASKED_ALREADY(Kind.CONFLICT),
    /** The other side has answered, or something changed since the page was shown. */
    INVOICE_CHANGED_MEANWHILE(Kind.CONFLICT),
    /** Facts: {@code max} characters. */
    INVOICE_REASON_INVALID(Kind.INVALID),
    NOTHING_TO_CREDIT(Kind.CONFLICT),
    /** Nothing of the order was had yet. */
    FAPIAO_NOTHING_HAD(Kind.CONFLICT),
    /** Facts: {@code max} characters. */
    FAPIAO_NUMBER_INVALID(Kind.INVALID),
    /** Facts: {@code megabytes}. */
    FAPIAO_FILE_INVALID(Kind.INVALID),
    NOTHING_TO_RED_LETTER(Kind.CONFLICT);

    private final Kind kind;

    InvoiceReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

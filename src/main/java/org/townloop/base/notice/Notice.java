package org.townloop.base.notice;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;

/**
 * A message to a person, put into words by whoever shows it.
 *
 * @param subject the order it is about, or the visit that was replied to
 * @param facts what the words mention
 */
public record Notice(
        UUID id,
        RegionId region,
        PersonId person,
        Kind kind,
        UUID subject,
        Map<String, Object> facts,
        Instant at,
        @Nullable Instant readAt) {

    /** What it tells. */
    public enum Kind {
        /** To the merchant: somebody paid. */
        NEW_ORDER,
        /** To the resident: your payment arrived. */
        PAID,
        /** To the resident: your visit is near. */
        REMINDER,
        /** To who stands in line for a deal, its subject: pieces are kept for you. Facts: pieces, until. */
        YOUR_TURN,
        CANCELLED,
        /** To the resident: money is back, or on its way. The fact {@code by} is {@code bank} if the gateway would not. */
        REFUNDED,
        /** To the resident: a gateway would not pay back; it is owed all the same. */
        REFUND_REFUSED,
        /** To the resident: the merchant answered. */
        REPLY,
        /** Another time was agreed on. */
        CHANGED,
        /** To the resident: you called it off too late, the voucher had been used. */
        WITHDRAWN_USED,
        /** To the merchant: a voucher was scanned that had been used or paid back. */
        CONFLICT,
        /** To the merchant: the payer objects at the bank, or that was decided. Facts: by (open, won, lost), refundMinor. */
        CHARGEBACK,
        /** To the resident: you did not come. */
        NO_SHOW,
        /** To the resident: how was it? The subject is the order. */
        REVIEW_ASKED,
        /** To the merchant: the town has checked who you are. */
        MERCHANT_VERIFIED,
        /** To the merchant, or to who would be one: the town found something to mend. Facts: place, reason, path. */
        MERCHANT_REFUSED,
        /** To the resident: somebody took your order, here you pay. The fact {@code sealed} says where. */
        PAY_LINK,
        /** To the merchant: somebody asks for a quotation. The subject of these is the request. */
        QUOTE_ASKED,
        /** To either: the other has written or done something; the fact {@code reason} says what. */
        QUOTE_NEWS,
        /** To the resident: there is a quotation. */
        QUOTE_ARRIVED,
        /** To the resident: it runs out tomorrow. */
        QUOTE_ENDING,
        /** To the resident: the next part of the price is due; the fact {@code reason} names it. */
        STAGE_DUE,
        /** To who has booked and to the merchant: enough have, or the place says so. Of the merchant's the offer is the subject. */
        TAKES_PLACE,
        /** To who has booked or waits, and to the merchant: too few had booked. Facts: booked, fewest. */
        TOO_FEW,
        /** To the payee: payouts go to another account from now on. The subject is the account; the fact {@code reason} its end. */
        BANK_ACCOUNT_CHANGED,
        /** To the payee: the bank has not paid it. The subject is the payout; the fact {@code reason} is the bank's. */
        PAYOUT_FAILED,
        /** To the payee: the bank had paid it and has it returned. The subject is the payout; the fact {@code reason} says why. */
        PAYOUT_RETURNED,
        /** To the resident: the merchant gives something back; the fact {@code reason} says why. */
        GIVEN_BACK,
        /** To the merchant: what was had and nobody has noted as paid counts as paid soon. Facts: totalMinor, dueAt. */
        COUNTS_SOON,
        /** To the merchant: a resident objects to an order. The subject of these is the dispute, the fact {@code path} leads there. */
        DISPUTE_OPENED,
        /** To either: what has become of it; the fact {@code reason} says what. */
        DISPUTE_NEWS,
        /** To either: they are to answer within a day. */
        DISPUTE_DUE,
        /** To who bought a card: it is there. The subject of these is the card. Facts: title, place, totalMinor. */
        CARD_BOUGHT,
        /** To who bought it for somebody: it was claimed. */
        CARD_CLAIMED,
        /** To who owns it: staff took that much of it. */
        CARD_DRAWN,
        /** To who owns it: it runs out soon. Facts: dueAt, and in totalMinor what is left. */
        CARD_ENDING,
        /** To who owned it: it ran out, and that much was left on it. */
        CARD_RAN_OUT,
        /** To the merchant: somebody wants an invoice or a fapiao. The subject of these is the request. */
        INVOICE_ASKED,
        /** To the resident: it is there, or a credit note is. */
        INVOICE_READY,
        /** To the resident: there is none. Facts: reason. */
        INVOICE_DECLINED
    }

    /**
     * What becomes of the money of which the facts tell.
     *
     * @return {@code all} or {@code part} of it comes back, it is {@code kept}, or {@code none} was paid
     */
    public static String back(Map<String, Object> facts) {
        var isBack = facts.get("refundMinor") instanceof Number refund && refund.longValue() > 0;
        var isKept = facts.get("keptMinor") instanceof Number kept && kept.longValue() > 0;
        return isBack ? isKept ? "part" : "all" : isKept ? "kept" : "none";
    }

    /** The page on which the matter is looked at, without the host. */
    public String path() {
        return path(kind, subject, facts);
    }

    static String path(Kind kind, UUID subject, Map<String, Object> facts) {
        if (facts.get("path") instanceof String path && path.startsWith("/")) {
            return path;
        }
        if (Boolean.TRUE.equals(facts.get("desk"))) {
            return "/desk/notices";
        }
        return switch (kind) {
            case NEW_ORDER, CONFLICT -> "/desk/notices";
            case CHARGEBACK -> "/desk/chargebacks";
            case MERCHANT_VERIFIED -> "/desk";
            case MERCHANT_REFUSED -> "/desk/start";
            case BANK_ACCOUNT_CHANGED, PAYOUT_FAILED, PAYOUT_RETURNED -> "/desk/payouts";
            case COUNTS_SOON -> "/desk/statement";
            case INVOICE_ASKED -> "/desk/invoices";
            case INVOICE_READY, INVOICE_DECLINED -> "/my-loop";
            case REPLY -> facts.get("order") instanceof String order ? "/orders/" + order + "#said" : "/my-loop";
            case REVIEW_ASKED -> "/orders/" + subject + "#said";
            case QUOTE_ASKED, QUOTE_NEWS, QUOTE_ARRIVED, QUOTE_ENDING, STAGE_DUE -> "/quotes/" + subject;
            case PAID,
                    REMINDER,
                    CANCELLED,
                    REFUNDED,
                    REFUND_REFUSED,
                    CHANGED,
                    WITHDRAWN_USED,
                    NO_SHOW,
                    PAY_LINK,
                    TAKES_PLACE,
                    TOO_FEW,
                    GIVEN_BACK -> "/orders/" + subject;
            case DISPUTE_OPENED, DISPUTE_NEWS, DISPUTE_DUE -> "/my-loop";
            case CARD_BOUGHT, CARD_CLAIMED, CARD_DRAWN, CARD_ENDING, CARD_RAN_OUT -> "/my-loop/cards/" + subject;
            case YOUR_TURN -> "/deals/" + subject;
        };
    }
}

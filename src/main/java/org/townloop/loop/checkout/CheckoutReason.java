package org.townloop.loop.checkout;

import org.townloop.base.kernel.Reason;

/** Why a hold, a payment, a cancellation or a redemption is refused. */
public enum CheckoutReason implements Reason {
    OFFER_UNKNOWN(Kind.INVALID),
    /** The gift voucher, pass or balance is not sold any more. */
    CARD_NOT_SOLD(Kind.CONFLICT),
    /** No card of that amount is sold. */
    CARD_AMOUNT_NOT_SOLD(Kind.INVALID),
    /** Something of it is set aside for an order, or it is not good any more. */
    CARD_SET_ASIDE(Kind.CONFLICT),
    /** It is used, set aside, claimed, or was bought too long ago. */
    CARD_NOT_WITHDRAWABLE(Kind.CONFLICT),
    /** What is kept at a place is kept by who pays it. */
    BALANCE_NO_GIFT(Kind.INVALID),
    SLOT_MISSING(Kind.INVALID),
    QUANTITY_INVALID(Kind.INVALID),
    /** Facts: {@code max} characters. */
    PHONE_TOO_LONG(Kind.INVALID),
    /** Too few digits to call. Facts: {@code min}. */
    PHONE_TOO_SHORT(Kind.INVALID),
    /** Who wants to be called says where. */
    PHONE_MISSING(Kind.INVALID),
    ADDRESS_INVALID(Kind.INVALID),
    ANSWERS_TOO_LONG(Kind.INVALID),
    HOLDS_TOO_MANY(Kind.CONFLICT),
    /** Facts: {@code max} orders, {@code units} of all of them together. */
    HOLDS_TOO_MANY_HERE(Kind.CONFLICT),
    /** Too many want something of that place at the same moment. */
    RUSH(Kind.BUSY),
    HOLD_EXPIRED(Kind.CONFLICT),
    ALREADY_PAID(Kind.CONFLICT),
    /** The same card was chosen twice. */
    CARD_TWICE(Kind.INVALID),
    /** It ran out, or was given back. */
    CARD_NOT_GOOD(Kind.CONFLICT),
    /** It is for another place, another offer, or not for what is special about this order. */
    CARD_DOES_NOT_FIT(Kind.INVALID),
    /** Facts: {@code left} on it. */
    CARD_HAS_LESS(Kind.CONFLICT),
    /** Facts: {@code left}, a number of uses. */
    CARD_HAS_FEWER_USES(Kind.CONFLICT),
    /** Nobody shows a card of that place by that code: it was used, is too old, or was never one. */
    CARD_CODE_UNKNOWN(Kind.CONFLICT),
    /** Nothing was typed that could be taken of a card. */
    CARD_DRAW_NOTHING(Kind.INVALID),
    /** Less is left on the card than was to be taken; how much, only its owner sees. */
    CARD_DRAW_TOO_MUCH(Kind.CONFLICT),
    /** What was taken of a card on an earlier day is not undone any more. */
    DRAW_OF_EARLIER_DAY(Kind.CONFLICT),
    /** A pass pays one order, and pays it whole. */
    CARD_PASS_ALONE(Kind.INVALID),
    /** How much of a card is to be used cannot be read. */
    CARD_PART_UNREADABLE(Kind.INVALID),
    /** A gateway has to bring the rest. Facts: {@code rest}. */
    CARDS_PAY_LESS(Kind.INVALID),
    ALREADY_CLOSED(Kind.CONFLICT),
    ALREADY_USED(Kind.CONFLICT),
    CANCELLATION_WAITS(Kind.CONFLICT),
    NOT_MOVABLE(Kind.CONFLICT),
    /** When it is done was agreed in writing. */
    DEAL_STAYS(Kind.CONFLICT),
    AGREED_TIME(Kind.CONFLICT),
    TOO_LATE_TO_MOVE(Kind.CONFLICT),
    SAME_TIME(Kind.INVALID),
    /** It costs something else by now than was shown. Facts: {@code price}, the total. */
    PRICE_CHANGED(Kind.CONFLICT),
    /** Another part of its price is paid when booking by now than was shown. Facts: {@code now}, {@code balance}. */
    DEPOSIT_CHANGED(Kind.CONFLICT),
    /** What was paid is the price of a move; the other time costs more. */
    MOVE_COSTS_MORE(Kind.CONFLICT),
    /** A deposit was paid; the other time costs less than that. Facts: {@code price} there, {@code deposit}. */
    MOVE_COSTS_LESS(Kind.CONFLICT),
    /** The other time costs another balance than was shown. Facts: {@code balance} at the place. */
    MOVE_BALANCE(Kind.CONFLICT),
    /** They have another piece of the same appointment then, and neither is done alongside the other. Facts: {@code what}. */
    GUEST_ELSEWHERE(Kind.CONFLICT),
    /** Nothing of it is to be paid at the place. */
    NO_BALANCE(Kind.CONFLICT),
    /** It is held, and nobody has paid for it: at the place nothing is taken yet. */
    DEPOSIT_UNPAID(Kind.CONFLICT),
    /** Something else is open by now than was shown. Facts: {@code amount}. */
    BALANCE_CHANGED(Kind.CONFLICT),
    /** Something else is to be given back by now than was shown. Facts: {@code amount}. */
    BALANCE_BACK_CHANGED(Kind.CONFLICT),
    /** Somebody else has noted it before. */
    BALANCE_NOTED_ALREADY(Kind.CONFLICT),
    /** Whoever notes it has noted it before, as paid in another way. */
    BALANCE_NOTED_OTHERWISE(Kind.CONFLICT),
    /** It was not said whether it was cash. */
    BALANCE_MEANS(Kind.INVALID),
    /** Of what was noted the last is undone, and that is another by now, or none. */
    BALANCE_NOTED_SINCE(Kind.CONFLICT),
    /** The books of that day are closed. */
    BALANCE_OF_EARLIER_DAY(Kind.CONFLICT),
    /** Whoever paid for it does not say that it is not theirs. */
    PAID_BY_YOU(Kind.CONFLICT),
    /** It is paid online, or not sold in a way that is paid at the shop. */
    NOT_AT_SHOP(Kind.CONFLICT),
    /** It is not paid online. */
    ONLY_AT_SHOP(Kind.CONFLICT),
    /** What is bought in a deal is paid when booking. */
    AT_SHOP_NO_DEAL(Kind.CONFLICT),
    /** Facts: {@code most} that may be left to be paid at the shop. */
    AT_SHOP_TOO_MUCH(Kind.CONFLICT),
    /** They keep as many that are not paid at the place as they may. Facts: {@code max}. */
    AT_SHOP_TOO_MANY(Kind.CONFLICT),
    /** They did not come for too many that were not paid. Facts: {@code count} in so many {@code days}. */
    AT_SHOP_MISSED(Kind.CONFLICT),
    /** Facts: {@code days} for which money may be held, the wait for counters taken off. */
    HELD_TOO_LONG(Kind.INVALID),
    /** The shares of the region are more than any gateway may part off. Facts: {@code most} percent. */
    SHARED_TOO_MUCH(Kind.CONFLICT),
    NOT_MISSED_YET(Kind.CONFLICT),
    NOT_PAID_HERE(Kind.CONFLICT),
    GUEST_NAME_TOO_LONG(Kind.INVALID),
    SCANS_MISSING(Kind.INVALID),
    SCANS_TOO_MANY(Kind.INVALID),
    TOKEN_MISSING(Kind.INVALID),
    NONCE_INVALID(Kind.INVALID),
    NONCE_REUSED(Kind.INVALID),
    UNITS_INVALID(Kind.INVALID),
    SCANNED_AT_INVALID(Kind.INVALID),
    SEQUENCE_INVALID(Kind.INVALID),
    OFFLINE_NOT_ENROLLED(Kind.INVALID),
    DEVICE_REVOKED(Kind.FORBIDDEN),
    DEVICE_NAME_INVALID(Kind.INVALID),
    DEVICE_KEY_INVALID(Kind.INVALID),
    DEVICES_TOO_MANY(Kind.CONFLICT),
    BUNDLE_UNKNOWN(Kind.CONFLICT),
    GUESTS_MISSING(Kind.INVALID),
    /** Who opens what they have bought cannot call it off any more, and must have said so. */
    OPENING_NOT_AGREED(Kind.INVALID),
    NOT_PAID_YET(Kind.CONFLICT),
    /** What was not opened in time counts as delivered. */
    DELIVERED_ALREADY(Kind.CONFLICT),
    /** Nobody buys at a counter what they open at home. */
    ONLY_ONLINE(Kind.INVALID),
    /** Facts: {@code max} items. */
    BASKET_SIZE(Kind.INVALID),
    BASKET_ONE_REGION(Kind.INVALID),
    BASKET_ONE_CURRENCY(Kind.INVALID),
    /** Each of them could wait at some gateway, and all of them at none. */
    BASKET_NO_GATEWAY(Kind.INVALID),
    BASKET_PAID(Kind.CONFLICT),
    /** All of it has begun, was had or was called off before. */
    NOTHING_TO_CALL_OFF(Kind.CONFLICT),
    /** Facts: {@code refund}, what comes back now. */
    REFUND_CHANGED(Kind.CONFLICT),
    /** Lines are for what is at a time and at the place, and sold. */
    NO_LINE_FOR_IT(Kind.INVALID),
    /** Facts: {@code days} ahead, {@code longest} days in all. */
    WAIT_INVALID(Kind.INVALID),
    /** Nobody waits for what can be had. */
    SOMETHING_IS_FREE(Kind.CONFLICT),
    /** Facts: {@code max} wishes. */
    WAITS_TOO_MANY(Kind.CONFLICT),
    /** Something is held for them: it is paid, or let go of. */
    WAIT_OFFERED(Kind.CONFLICT),
    /** Nothing was put on the shopping list. */
    LIST_EMPTY(Kind.INVALID),
    /** How many of an article are wanted is no whole number. Facts: {@code article}, {@code max} in one order. */
    ARTICLE_NUMBER_INVALID(Kind.INVALID),
    /** Facts: {@code max} different articles. */
    ARTICLES_TOO_MANY(Kind.INVALID),
    /** They are not of one place, or not for one window and one door. */
    NOT_TOGETHER(Kind.INVALID),
    /** Somebody is packing it, or has. */
    PACKING_BEGUN(Kind.CONFLICT),
    /** It is packed already, as it stands there. */
    ALREADY_PACKED(Kind.CONFLICT),
    /** Facts: {@code article}, {@code max} that were ordered. */
    PACKED_INVALID(Kind.INVALID),
    /** The resident wants nothing in its place. Facts: {@code article}. */
    NOTHING_INSTEAD(Kind.INVALID),
    /** Goods by the window are a basket of their own. */
    GOODS_APART(Kind.INVALID),
    /** Somebody objects to it: what goes back is agreed there, or decided. */
    ORDER_DISPUTED(Kind.CONFLICT),
    /** Nothing of it was paid through us, or all of it has gone back. */
    NOTHING_TO_GIVE_BACK(Kind.CONFLICT),
    /** Facts: {@code most}, what can go back of it. */
    GIVE_BACK_TOO_MUCH(Kind.CONFLICT),
    GIVE_BACK_INVALID(Kind.INVALID),
    /** Of a line no more is given back than was bought. Facts: {@code left}. */
    GIVE_BACK_UNITS(Kind.CONFLICT),
    /** Facts: {@code max} characters. */
    GIVE_BACK_REASON(Kind.INVALID),
    /** It comes from other pockets by now than was shown. */
    GIVE_BACK_CHANGED(Kind.CONFLICT),
    /** Facts: {@code max} characters. */
    CHARGEBACK_ANSWER_INVALID(Kind.INVALID),
    /** Something was said before, it is decided, or the time is over. */
    CHARGEBACK_ANSWERED(Kind.CONFLICT),
    /** What gateways said is noted in words. Facts: {@code max} characters. */
    NOTE_INVALID(Kind.INVALID),
    /** Facts: {@code max} characters. */
    REFUND_REFERENCE_INVALID(Kind.INVALID),
    /** Not by the operator who has entered it, and once. */
    REFUND_NOT_CONFIRMED(Kind.CONFLICT),
    /** Nobody sees to what is owed to themselves. */
    REFUND_IS_OWN(Kind.CONFLICT);

    private final Kind kind;

    CheckoutReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

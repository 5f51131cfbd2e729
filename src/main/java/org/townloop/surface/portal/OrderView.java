package org.townloop.surface.portal;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ledger.PaidWith;
import org.townloop.loop.ledger.PaidWith.Source;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;
import org.townloop.surface.page.QrCode;
import org.townloop.surface.page.Times;

/**
 * An order after its hold.
 *
 * @param refusal why what was tried did not come about, or null
 * @param payHref where paying goes on, null if there is nothing to pay
 * @param until until when the time is held
 * @param gathering whether it takes place, if it needs people; else null
 * @param together what it was booked together with; null if with nothing that is still to be had
 * @param atHome how they come, null if it is done at the place
 * @param byQuote whether it is a stage of a quotation, and {@code part} of which; null if it lapsed unpaid
 * @param opening where it is opened, null if nothing is opened here
 * @param dishes what was chosen of a set menu
 * @param policies what was agreed on cancelling, coming late and not coming
 * @param parcel what is in it, if it is an order of goods; else null
 * @param price what it costs altogether
 * @param total what is paid through us
 * @param totalLabel whether that is to be paid, or was
 * @param atPlace what is paid at the place; null if nothing
 * @param move null once it cannot be moved any more
 * @param cancel null once it cannot be called off any more
 * @param usedInPart it cannot be called off because some of it was used; the rest is settled by itself
 * @param money where the money is, null while there is none
 * @param objection null if there is nothing to object to, and nobody has
 */
record OrderView(
        Page page,
        @Nullable String refusal,
        String href,
        Standing standing,
        List<Step> line,
        PatternDrawing picture,
        String title,
        String when,
        @Nullable String gathering,
        MyLoopView.@Nullable Together together,
        String place,
        String address,
        @Nullable String phone,
        @Nullable AtHome atHome,
        boolean byQuote,
        @Nullable StagePart part,
        @Nullable Parcel parcel,
        String offerHref,
        List<String> dishes,
        String price,
        String total,
        String totalLabel,
        boolean atShop,
        @Nullable AtPlace atPlace,
        String until,
        @Nullable String payHref,
        @Nullable Opening opening,
        List<Ticket> tickets,
        List<VisitBlock> visits,
        List<String> policies,
        @Nullable Move move,
        @Nullable CancelView cancel,
        boolean usedInPart,
        @Nullable Waits waits,
        @Nullable Money money,
        @Nullable Objection objection) {

    /**
     * Where it is objected to, or how that stands.
     *
     * @param until until when it can be; null if somebody has, or it is over
     */
    record Objection(String href, @Nullable String until) {}

    /**
     * It was called off, and the refund waits until the counters of the place know.
     *
     * @param until when it goes back at the latest
     */
    record Waits(String refund, String until) {

        static Waits of(Page page, Times times, Cancellation off) {
            return new Waits(page.money(off.refund()), times.moment(off.waitsUntil()));
        }
    }

    /**
     * A voucher: its code while it can be used, or what became of it.
     *
     * @param left how many of its units are left, in words; null if it is for one
     * @param blocked the days on which it is not taken, in words; null if there is none
     */
    record Ticket(
            String name,
            @Nullable QrCode code,
            String token,
            String state,
            @Nullable String left,
            String validUntil,
            @Nullable String blocked) {}

    /**
     * Somebody comes to the resident's.
     *
     * @param planned when they are to be at the door; null once nobody is to come
     * @param address null once it was erased
     * @param setOut since when they are on their way; null if they are not yet
     * @param trip where they are taken; null if they stay at home
     */
    record AtHome(
            String window,
            @Nullable String planned,
            String who,
            @Nullable String address,
            @Nullable String setOut,
            @Nullable Trip trip) {}

    /**
     * They are taken along.
     *
     * @param to null once it was erased
     * @param vehicle what the driver drives; null until it is paid
     */
    record Trip(@Nullable String to, @Nullable String vehicle) {}

    /**
     * What is opened on a page.
     *
     * @param delivered whether it was opened, or counts as delivered
     * @param until until when it can be called off as long as it was not
     */
    record Opening(String href, boolean delivered, String until) {}

    /** How its words are told from others: by who comes to whom, if anybody does. */
    String where() {
        if (opening != null) {
            return "online";
        }
        if (byQuote) {
            return "stage";
        }
        if (atShop) {
            return isAtHome() ? "owed" : "shop";
        }
        return isAtHome() ? atHome == null || atHome.trip() == null ? "home" : "ride" : "place";
    }

    /** Whether somebody comes to the resident's. */
    boolean isAtHome() {
        return atHome != null || (parcel != null && !parcel.fetched());
    }

    /** The key of what asks whether it is to be called off. */
    String cancelTitle() {
        if (cancel == null || !cancel.paid()) {
            return "portal.cancel.title-held";
        }
        return switch (where()) {
            case "online" -> "portal.cancel.title-held";
            case "home" -> "portal.cancel.title-home";
            case "ride" -> "portal.cancel.title-ride";
            default -> "portal.cancel.title";
        };
    }

    /** What is not released yet: as long as nothing was had all that was paid. */
    String inEscrow() {
        return money == null || money.escrow() == null ? total : money.escrow();
    }

    /** Whether it is over and the shop has all that was paid here. */
    boolean isKept() {
        return standing == Standing.CANCELLED && money != null && !where().equals("stage");
    }

    /** Where another time is chosen, and until when that costs nothing. */
    record Move(String href, String until) {}

    /**
     * A visit, and what was said or is to be said of it.
     *
     * @param what was had; null where the order is for one thing only
     */
    record VisitBlock(
            String id,
            @Nullable String what,
            String when,
            @Nullable Voice voice,
            Draft draft) {}

    /** A review as it was typed. */
    record Draft(@Nullable UUID visit, int rating, String text) {

        static final Draft EMPTY = new Draft(null, 0, "");
    }

    /** Where the money of the order is; amounts that are nothing are null. */
    record Money(
            String captured,
            @Nullable String escrow,
            @Nullable String released,
            @Nullable String refunded,
            @Nullable String withCards,
            @Nullable String backOnCards,
            @Nullable String byCoupon,
            @Nullable String couponBack,
            @Nullable OwedBack owed) {

        static @Nullable Money of(
                Page page, OrderMoney money, List<Source> cards, PaidWith.Coupon coupon, @Nullable OwedBack owed) {
            return money.captured().isZero()
                    ? null
                    : new Money(
                            page.money(money.captured()),
                            amount(page, money.held()),
                            amount(page, money.released()),
                            amount(page, money.refunded()),
                            amount(page, sum(money, cards, Source::paid)),
                            amount(page, sum(money, cards, Source::back)),
                            amount(page, minor(money, coupon.paid())),
                            amount(page, minor(money, coupon.back())),
                            owed);
        }

        private static org.townloop.base.kernel.Money sum(
                OrderMoney money, List<Source> cards, Function<Source, org.townloop.base.kernel.Money> amount) {
            return cards.stream().map(amount).reduce(money.captured().times(0), org.townloop.base.kernel.Money::plus);
        }

        private static org.townloop.base.kernel.Money minor(OrderMoney money, long minor) {
            return new org.townloop.base.kernel.Money(minor, money.captured().currency());
        }

        private static @Nullable String amount(Page page, org.townloop.base.kernel.Money money) {
            return money.isZero() ? null : page.money(money);
        }
    }
}

package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Site;
import org.townloop.loop.checkout.CardSales;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.checkout.WantedCoupon;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.RequestReason;

/**
 * What is wanted; whatever else the body says (a price, say) is not read.
 *
 * @param destination of a ride, which begins at the site
 * @param quoted the price that was shown, with what is paid at the place; if it is another by now, nothing is held
 * @param dueNow what of it was shown to be paid when booking; if it is another by now, nothing is held
 * @param quantity 1 if not given
 * @param pays SHOP to book it now and pay at the shop, where the offer says so; ESCROW, or nothing, to pay online
 * @param coupon a code, or the id of a coupon that is open to all: it is had with the coupon, or not at all
 * @param couponOff what the coupon was shown to take off; if it is another amount, nothing is held
 * @param items several things that are wanted at once, all of them or none, instead of the other fields
 * @param card what a card is to be worth, if the offer is one: a gift voucher, a pass or a balance
 * @param combined whether the items are pieces of one appointment: one guest has all of them; said of nothing else
 */
record NewOrder(
        @Nullable UUID offerId,
        @Nullable OffsetDateTime slotStart,
        @Nullable OffsetDateTime slotEnd,
        @Nullable Integer quantity,
        @Nullable SiteJson site,
        @Nullable SiteJson destination,
        @Nullable AmountJson quoted,
        @Nullable AmountJson dueNow,
        @Nullable Map<String, String> answers,
        @Nullable String pays,
        @Nullable String coupon,
        @Nullable AmountJson couponOff,
        @Nullable List<NewOrder> items,
        @Nullable CardJson card,
        @Nullable Boolean combined) {

    /**
     * A card that is bought.
     *
     * @param amount what it is to be worth, as it is sold; of a pass its price
     * @param gift whether somebody else is to have it: then it is nobody's until it is claimed
     */
    record CardJson(@Nullable AmountJson amount, @Nullable Boolean gift) {}

    /**
     * Where it is to be done.
     *
     * @param lat degrees north, WGS 84
     * @param lon degrees east
     */
    record SiteJson(
            @Nullable String address,
            @Nullable Double lat,
            @Nullable Double lon) {

        private Site read(String field, @Nullable Site to) {
            if (address == null || lat == null || lon == null) {
                var missing = address == null ? ".address" : lat == null ? ".lat" : ".lon";
                throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, field + missing));
            }
            if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
                throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, field));
            }
            return new Site(address.strip(), new Point(lat, lon), to);
        }
    }

    /** @param minor none is below zero, or above what a number of JSON says exactly everywhere: 2^53 - 1 */
    record AmountJson(
            @JsonProperty(required = true) @Schema(minimum = "0", maximum = "9007199254740991")
            long minor,

            @Nullable String currency) {

        AmountJson {
            if (minor < 0 || minor > 9_007_199_254_740_991L) {
                throw new IllegalArgumentException("no amount: " + minor);
            }
        }
    }

    /** The one thing that is wanted. */
    HoldOrder read() {
        if (pays != null && !pays.equals(Pays.SHOP.name()) && !pays.equals(Pays.ESCROW.name())) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, "pays"));
        }
        return Pays.SHOP.name().equals(pays) ? read("").paid(Pays.SHOP) : read("");
    }

    /** Null if it is wanted without one. */
    @Nullable
    WantedCoupon readCoupon() {
        if (couponOff != null && couponOff.minor() == 0) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, "couponOff"));
        }
        if (coupon == null && couponOff != null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "coupon"));
        }
        return coupon == null ? null : new WantedCoupon(coupon, couponOff == null ? null : couponOff.minor());
    }

    /** The several things; that they are there was seen. Nothing stands beside them, and none is several things itself. */
    List<HoldOrder> readItems() {
        var all = items == null ? List.<NewOrder>of() : items;
        if (Stream.of(offerId, slotStart, slotEnd, quantity, site, destination, quoted, dueNow, answers, pays, card)
                .anyMatch(Objects::nonNull)) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, "items"));
        }
        if (all.size() > Checkouts.MOST_ITEMS) {
            throw Refused.with(
                    Refusal.of(CheckoutReason.ARTICLES_TOO_MANY, "items", Map.of("max", Checkouts.MOST_ITEMS)));
        }
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).read("items[" + i + "]."))
                .toList();
    }

    /** @param path of the fields, as refusals name them: empty, or that of an item with a dot */
    private HoldOrder read(String path) {
        if (offerId == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, path + "offerId"));
        }
        if (items != null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, path + "items"));
        }
        if (pays != null && !path.isEmpty()) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, path + "pays"));
        }
        if (card != null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, path + "card"));
        }
        if ((coupon != null || couponOff != null) && !path.isEmpty()) {
            throw Refused.with(
                    Refusal.of(RequestReason.FIELD_UNREADABLE, path + (coupon != null ? "coupon" : "couponOff")));
        }
        refuseCombined(path);
        return new HoldOrder(
                new OfferId(offerId),
                Moments.read(slotStart, path + "slotStart"),
                Moments.read(slotEnd, path + "slotEnd"),
                quantity == null ? 1 : quantity,
                readSite(path),
                answers == null ? Map.of() : answers,
                quoted == null ? null : quoted.minor(),
                dueNow == null ? null : dueNow.minor());
    }

    /**
     * The one card that is wanted: neither when nor how many is said of it, and nothing is bought beside it.
     *
     * @param minor what it is to be worth
     */
    CardSales.Wish readCard(CardJson wanted, long minor) {
        if (offerId == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "offerId"));
        }
        if (Stream.of(
                        slotStart,
                        slotEnd,
                        quantity,
                        site,
                        destination,
                        quoted,
                        dueNow,
                        answers,
                        pays,
                        coupon,
                        items,
                        combined)
                .anyMatch(Objects::nonNull)) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, "card"));
        }
        return new CardSales.Wish(new OfferId(offerId), minor, Boolean.TRUE.equals(wanted.gift()));
    }

    /**
     * One thing is not combined with any other.
     *
     * @param path as of {@link #read}
     */
    void refuseCombined(String path) {
        if (isCombined()) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, path + "combined"));
        }
    }

    boolean isCombined() {
        return Boolean.TRUE.equals(combined);
    }

    private @Nullable Site readSite(String path) {
        var to = destination == null ? null : destination.read(path + "destination", null);
        if (site == null && to != null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, path + "site"));
        }
        return site == null ? null : site.read(path + "site", to);
    }
}

package org.townloop.loop.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Site;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.offer.OfferId;

/**
 * What a resident wants to have kept.
 *
 * @param slotStart when it begins; for a walk-in the beginning of the day
 * @param slotEnd when a stay ends; null where the offer says how long it takes
 * @param quantity how many at that time, 1 to 20
 * @param site where it is to be done, or from where to be taken to where; null for at the place
 * @param answers what the resident has to say to it, by question; the dishes of a set menu by course
 * @param quoted the total that was shown, in minor units; if it is another by now, nothing is held. Null if nothing was. Of
 *     goods that become one order it is what was shown for all of it with its way: said with one of them, or as a sum
 * @param dueNow what of it was shown to be paid when booking, in minor units, in the same way. Null if nothing was
 * @param pays at the shop, or null for online; of staff's orders it is said elsewhere
 */
public record HoldOrder(
        OfferId offer,
        @Nullable Instant slotStart,
        @Nullable Instant slotEnd,
        int quantity,
        @Nullable Site site,
        Map<String, String> answers,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long quoted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long dueNow,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pays pays) {

    /** Paid online. */
    public HoldOrder(
            OfferId offer,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            int quantity,
            @Nullable Site site,
            Map<String, String> answers,
            @Nullable Long quoted,
            @Nullable Long dueNow) {
        this(offer, slotStart, slotEnd, quantity, site, answers, quoted, dueNow, null);
    }

    /** The same, paid so. */
    public HoldOrder paid(Pays how) {
        return new HoldOrder(offer, slotStart, slotEnd, quantity, site, answers, quoted, dueNow, how);
    }

    boolean isAtShop() {
        return pays == Pays.SHOP;
    }

    /** At the price that was shown, whatever of it is paid when booking. */
    public HoldOrder(
            OfferId offer,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            int quantity,
            @Nullable Site site,
            Map<String, String> answers,
            @Nullable Long quoted) {
        this(offer, slotStart, slotEnd, quantity, site, answers, quoted, null);
    }

    /** At the price that it has, whatever was shown. */
    public HoldOrder(
            OfferId offer,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            int quantity,
            @Nullable Site site,
            Map<String, String> answers) {
        this(offer, slotStart, slotEnd, quantity, site, answers, null);
    }

    /** At the place, for as long as the offer takes. */
    public HoldOrder(OfferId offer, @Nullable Instant slotStart, int quantity, Map<String, String> answers) {
        this(offer, slotStart, null, quantity, null, answers, null);
    }

    /** How many there may be at one time. */
    public static final int MOST = 20;

    /** How the answer is called that says how many people sleep there, or ride along. */
    public static final String GUESTS = "guests";

    /** So many more of the same. */
    HoldOrder and(HoldOrder more) {
        var all = quotedFor(List.of(this, more));
        var now = dueNowFor(List.of(this, more));
        return new HoldOrder(
                offer,
                slotStart,
                slotEnd,
                quantity + more.quantity,
                site,
                answers,
                all.isEmpty() ? null : all.getAsLong(),
                now.isEmpty() ? null : now.getAsLong(),
                pays);
    }

    /** What was shown for all of them, in minor units; nothing if nothing was. */
    static OptionalLong quotedFor(List<HoldOrder> together) {
        return sum(together.stream().flatMap(wish -> Stream.ofNullable(wish.quoted())));
    }

    /** What of that was shown to be paid when booking; nothing if nothing was. */
    static OptionalLong dueNowFor(List<HoldOrder> together) {
        return sum(together.stream().flatMap(wish -> Stream.ofNullable(wish.dueNow())));
    }

    private static OptionalLong sum(Stream<Long> amounts) {
        return amounts.mapToLong(Long::longValue).reduce(Long::sum);
    }

    /** The refusal of an item, with the item before the field: the first that wants what the line of the order is of. */
    static Refusal named(Refusal refusal, List<HoldOrder> items) {
        if (!(refusal.facts().get(HoldRequest.LINE) instanceof Integer line)) {
            return refusal;
        }
        var offers = items.stream().map(HoldOrder::offer).toList();
        var wanted = offers.stream().distinct().toList().get(line - 1);
        return at(offers.indexOf(wanted), refusal);
    }

    /** The same refusal, of one of several items. */
    static Refusal at(int item, Refusal refusal) {
        var path = "items[" + item + "]";
        return new Refusal(
                refusal.reason(), refusal.field() == null ? path : path + "." + refusal.field(), refusal.facts());
    }

    Wish wish(Instant start) {
        return new Wish(start, slotEnd, quantity, site, guests());
    }

    /** Zero, which is refused with a sentence, for what is no number. */
    private @Nullable Integer guests() {
        var said = answers.get(GUESTS);
        return said == null || said.isBlank()
                ? null
                : said.strip().matches("[0-9]{1,4}") ? Integer.valueOf(said.strip()) : 0;
    }

    /**
     * Letters that no database keeps are not kept, and a question without an answer was not answered. The order is as it
     * was sent: the same request has the same hash in every process.
     */
    public HoldOrder {
        var kept = new LinkedHashMap<String, String>();
        answers.forEach((question, answer) -> {
            if (answer != null) {
                kept.put(question.replace("\u0000", ""), answer.replace("\u0000", ""));
            }
        });
        answers = Collections.unmodifiableMap(kept);
    }
}

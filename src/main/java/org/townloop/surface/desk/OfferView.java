package org.townloop.surface.desk;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.Resource;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.DepositRange;
import org.townloop.supply.pack.Mode;
import org.townloop.supply.pack.Pack;
import org.townloop.surface.page.Form;
import tools.jackson.databind.JsonNode;

/**
 * The form of an offer.
 *
 * @param form with what stands in the fields, typed or not
 * @param id null for a new offer
 * @param version what the save must name
 * @param things what there is at the place
 * @param currency the region's, by its name
 */
record OfferView(
        Desk desk,
        Form form,
        @Nullable String id,
        int version,
        Pack pack,
        Mode mode,
        List<Staff> staff,
        List<Resource> things,
        String currency,
        boolean start) {

    boolean stays() {
        return mode.booking() instanceof BookingMode.Stay;
    }

    /** Whether guests may arrive on that day of the week only, as far as it is ticked. */
    boolean arrivesOn(DayOfWeek day) {
        return form.ticked("arrivalDays", Integer.toString(day.getValue()), false);
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, desk.page().locale());
    }

    boolean walksIn() {
        return mode.booking().isWalkIn();
    }

    boolean isAppointment() {
        return mode.booking() instanceof BookingMode.Appointment;
    }

    boolean isClass() {
        return mode.booking() instanceof BookingMode.Session;
    }

    boolean isArticle() {
        return mode.booking() instanceof BookingMode.Delivery;
    }

    boolean isTable() {
        return mode.booking() instanceof BookingMode.Table;
    }

    /** How long after the beginning of the window they may still arrive, in minutes; null if nobody travels. */
    @Nullable
    Long arrivesWithin() {
        return mode.booking() instanceof BookingMode.HomeVisit(var _, var window) ? window.toMinutes() : null;
    }

    /** How long after the time that is asked for they may still be picked up, in minutes; null if it is no ride. */
    @Nullable
    Long pickedUpWithin() {
        return mode.booking() instanceof BookingMode.Ride(var _, var window, var _) ? window.toMinutes() : null;
    }

    /** How many days an ad stands at most; null if it is none. */
    @Nullable
    Integer adStands() {
        return mode.booking() instanceof BookingMode.Ad(var days) ? days : null;
    }

    /** Within how many days the place has to answer at most; null if it sells nothing by quotations. */
    @Nullable
    Integer answersWithin() {
        return mode.booking() instanceof BookingMode.ByQuote(var days) ? days : null;
    }

    /** What the price of the offer is called in that mode; its hint is called so, too. */
    String priceLabel() {
        return switch (mode.booking()) {
            case BookingMode.Ride _ -> "desk.offer.ride.base";
            case BookingMode.Ad _ -> "desk.offer.price-ad";
            case BookingMode.ByQuote _ -> "desk.offer.price-from";
            case BookingMode.Appointment _,
                    BookingMode.WalkIn _,
                    BookingMode.Session _,
                    BookingMode.Table _,
                    BookingMode.Stay _,
                    BookingMode.HomeVisit _,
                    BookingMode.Online _,
                    BookingMode.Delivery _ -> "desk.offer.price";
        };
    }

    boolean isOnline() {
        return mode.booking() instanceof BookingMode.Online;
    }

    /** How much may be asked for when booking; null if all of the price is. */
    @Nullable
    DepositRange deposits() {
        return mode.deposit();
    }

    /** Whether somebody is there at a time, who may pay then. */
    boolean mayBePaidThere() {
        return switch (mode.booking()) {
            case BookingMode.Appointment _,
                    BookingMode.Session _,
                    BookingMode.Table _,
                    BookingMode.Stay _,
                    BookingMode.HomeVisit _ -> true;
            case BookingMode.WalkIn _,
                    BookingMode.Ride _,
                    BookingMode.Ad _,
                    BookingMode.ByQuote _,
                    BookingMode.Online _,
                    BookingMode.Delivery _ -> false;
        };
    }

    /** Whether it is had at no time and done by nobody in particular: nothing is asked about either. */
    boolean isTimeless() {
        return adStands() != null || isOnline();
    }

    String action() {
        return id == null ? "/desk/offers" : "/desk/offers/" + id;
    }

    /** To the same form for another of the pack's modes. */
    String modeLink(Mode other) {
        return desk.to("/desk/offers/new") + "&from=none&mode=" + other.key() + (start ? "&start=yes" : "");
    }

    String name(Attribute attribute) {
        return AttributeFields.name(attribute);
    }

    String say(Attribute attribute) {
        return desk.page().say(attribute.label());
    }

    /** What must be said; the rest is folded. */
    List<Attribute> first() {
        var required = pack.schema()
                .path("required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return pack.attributesOfMerchants().stream()
                .filter(attribute -> required.contains(attribute.key()))
                .toList();
    }

    List<Attribute> rest() {
        return pack.attributesOfMerchants().stream()
                .filter(attribute -> attribute.type() != Attribute.Type.FLAG && !first().contains(attribute))
                .toList();
    }

    List<Attribute> flags() {
        return pack.attributesOfMerchants().stream()
                .filter(attribute -> attribute.type() == Attribute.Type.FLAG)
                .toList();
    }

    boolean restIsOpen() {
        return Stream.of(
                        "attributes",
                        "windowDays",
                        "nights",
                        "checkIn",
                        "seasons",
                        "lastSaleDay",
                        "menu",
                        "dishes",
                        "dishesLeast",
                        "blockedDays",
                        "nightPercent",
                        "nightFrom",
                        "nightUntil",
                        "largeFrom",
                        "bufferBefore",
                        "bufferAfter",
                        "resourceKind")
                .anyMatch(form::wrong);
    }
}

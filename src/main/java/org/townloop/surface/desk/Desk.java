package org.townloop.surface.desk;

import java.util.List;
import java.util.stream.Stream;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.Place;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/**
 * What all pages of a place's desk share.
 *
 * @param places those to choose from, if there is a choice
 * @param times on the clocks of the place
 * @param unread how many notices were not read yet
 * @param waiting how many reviews wait for an answer
 * @param disputed how many scans of its counters are not paid, and nobody has looked into them
 * @param lets whether it lets rooms by the night
 * @param quotes whether its trade sells by quotations
 * @param asked how many requests for one wait for an answer
 * @param delivers whether it brings goods in windows
 * @param objected how many disputes wait for an answer
 * @param whole whether all of it is seen; else only what those who pack need
 */
record Desk(
        Page page,
        Place place,
        MerchantId merchant,
        List<Choice> places,
        Tab tab,
        Times times,
        int unread,
        int waiting,
        int disputed,
        boolean lets,
        boolean quotes,
        int asked,
        boolean delivers,
        int objected,
        boolean whole) {

    /** A place to choose. */
    record Choice(String name, String id, boolean chosen) {}

    /** The pages of the desk. */
    enum Tab {
        DAY("/desk"),
        ROOMS("/desk/rooms"),
        QUOTES("/desk/quotes"),
        DELIVERY("/desk/delivery"),
        OFFERS("/desk/offers"),
        COUNTERS("/desk/counters"),
        REVIEWS("/desk/reviews"),
        DISPUTES("/desk/disputes"),
        STATEMENT("/desk/statement"),
        PAYOUTS("/desk/payouts"),
        INVOICES("/desk/invoices"),
        PLACE("/desk/place"),
        NOTICES("/desk/notices");

        private final String path;

        Tab(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /** The pages that it has. */
    List<Tab> tabs() {
        return Stream.of(Tab.values())
                .filter(each -> whole || each == Tab.DELIVERY)
                .filter(each -> each != Tab.ROOMS || lets)
                .filter(each -> each != Tab.QUOTES || quotes)
                .filter(each -> each != Tab.DELIVERY || delivers)
                .toList();
    }

    String id() {
        return place.id().value().toString();
    }

    String name() {
        return page.say(place.name());
    }

    boolean several() {
        return !places.isEmpty();
    }

    /** The address of a page of this place's desk, to which more parameters may be added with an ampersand. */
    String to(Tab other) {
        return to(other.path());
    }

    String to(String path) {
        return path + "?place=" + id();
    }

    /** How many things wait there, 0 for none. */
    int count(Tab other) {
        return switch (other) {
            case DAY, ROOMS, DELIVERY, OFFERS, STATEMENT, PAYOUTS, INVOICES, PLACE -> 0;
            case QUOTES -> asked;
            case COUNTERS -> disputed;
            case REVIEWS -> waiting;
            case DISPUTES -> objected;
            case NOTICES -> unread;
        };
    }
}

package org.townloop.surface.portal;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.offer.ByQuote;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Photo;

/**
 * An offer: what it is, when it is free, what is promised and who says so.
 *
 * @param refusal why the hold that was tried did not come about, or null
 * @param key what makes a hold that is sent twice one hold
 * @param several how often a time that is chosen goes in the basket; null if it is held at once
 * @param more the pictures after the first
 * @param fresh whether nobody has verified the merchant yet
 * @param practised what is asked before a booking, and how it is done
 * @param since since when the shop says what it says
 * @param free the free times, null if it is not booked at a time
 * @param people for how many it is asked
 * @param perPerson how the price is meant where several come together, null where it is plain
 * @param deal at which it is sold now, or will be; null if there is none
 * @param deposit what of the price is paid when booking, in words; null if all of it
 * @param atShop that it is paid at the shop, or may be, in words; null if it is paid online
 * @param days the days on which it is had, null if it is not had on a day
 * @param stay the nights, null if it is none
 * @param dishes that can be ordered ahead; null if none can
 * @param door how they come to the resident's, null if it is done at the place
 * @param quote how it is asked for, if it is priced by a quotation; else null
 * @param ad until when it stands, if it is told of and not sold here; else null
 * @param online what is opened, null if somebody comes for it or to them
 * @param line how one waits for it, null if there is no line for it
 * @param shop the place's shopping list with this in it, if it is an article; else null
 * @param together where it is booked with other services in one appointment, null if there is nothing to combine it with
 * @param policies what becomes of who cancels, comes late or does not come, a sentence or two each
 * @param others what else the place sells
 */
record OfferView(
        Page page,
        Ask ask,
        @Nullable String refusal,
        String key,
        String href,
        @Nullable Several several,
        boolean active,
        Content picture,
        List<Photo> more,
        boolean fresh,
        String title,
        String description,
        String price,
        String duration,
        @Nullable FreeDays free,
        HowMany people,
        @Nullable String perPerson,
        @Nullable DealWords deal,
        @Nullable String deposit,
        @Nullable String atShop,
        @Nullable DishesToOrder dishes,
        @Nullable DayChoice days,
        @Nullable StayChoice stay,
        @Nullable Door door,
        @Nullable ByQuote quote,
        @Nullable String ad,
        @Nullable Online online,
        @Nullable Line line,
        @Nullable String shop,
        @Nullable String together,
        Score score,
        List<Claim> claims,
        Practised practised,
        String since,
        List<String> policies,
        List<Voice> voices,
        PlaceBlock place,
        String staffWord,
        List<String> staff,
        List<Other> others) {

    boolean picking() {
        return several != null;
    }

    /** Where a quotation is asked for. */
    String quoteHref() {
        return "/quotes/new/" + href.substring(href.lastIndexOf('/') + 1);
    }

    /**
     * How often what is put in the basket is wanted.
     *
     * @param every as {@link Repeat} reads it
     * @param times the first time included
     */
    record Several(String every, int times) {}

    /**
     * How they come.
     *
     * @param href where the address is given
     * @param arrival how long the window is
     * @param distance how far they go, in kilometres
     * @param trip what is reckoned, if it is a ride; null if they stay
     * @param soonest when a team may be free next, for whoever lives near; null if none is
     */
    record Door(
            String href,
            String arrival,
            double distance,
            @Nullable String soonest,
            @Nullable Trip trip) {}

    /**
     * What a ride costs.
     *
     * @param longest how long a ride may be, in kilometres
     */
    record Trip(double longest, List<Part> parts) {}

    /** A part of the fare. */
    record Part(String name, String amount) {}

    /**
     * What is opened on a page.
     *
     * @param gives in words
     * @param sold why nothing of it can be bought now, null if it can
     * @param few how many are left where they are few; null where there are enough
     */
    record Online(
            String gives, @Nullable String sold, @Nullable String few) {}

    /**
     * Waiting for a day that is full.
     *
     * @param day that is asked for
     * @param minutes for how long something is held then
     * @param part of the day that was asked for, as it is sent
     * @param open whether it is just being asked for
     */
    record Line(String day, int minutes, String part, boolean open) {}

    /** Where it is. */
    record PlaceBlock(
            String name,
            String href,
            String address,
            @Nullable String phone,
            Week week,
            @Nullable TownMap map,
            List<Other> cards) {}

    /** Another offer of the place. */
    record Other(String title, String price, String duration, String href) {}
}

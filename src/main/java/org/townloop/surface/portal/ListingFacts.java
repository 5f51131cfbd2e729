package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.townloop.base.kernel.Money;
import org.townloop.surface.page.Page;
import tools.jackson.databind.JsonNode;

/** What the source of a listing says of it, in the source's own words. */
final class ListingFacts {

    private static final int MOST_THINGS = 6;

    private ListingFacts() {}

    /** At most what fits on a card: price, rating, hours, metro, dishes or facilities. */
    static List<Claim> of(Page page, JsonNode details) {
        var facts = new ArrayList<Claim>();
        var price = details.path("listedPrice");
        if (price.path("minor").isNumber() && price.path("currency").isString()) {
            var amount = page.money(
                    Money.of(price.get("minor").asLong(), price.get("currency").asString()));
            facts.add(new Claim(page.text("portal.listing.price"), amount));
        }
        if (details.path("rating").isNumber()) {
            facts.add(new Claim(
                    page.text("portal.listing.rating"),
                    page.formats().score(details.get("rating").asDouble())));
        }
        addText(facts, page.text("portal.listing.hours"), details.path("hours"));
        addText(facts, page.text("portal.listing.hours"), details.path("opening_hours"));
        addText(facts, page.text("portal.listing.metro"), details.path("metro"));
        addThings(facts, page, page.text("portal.listing.dishes"), details.path("dishes"));
        addThings(facts, page, page.text("portal.listing.facilities"), details.path("facilities"));
        return facts;
    }

    private static void addText(List<Claim> facts, String label, JsonNode value) {
        if (value.isString()) {
            facts.add(new Claim(label, value.asString()));
        }
    }

    private static void addThings(List<Claim> facts, Page page, String label, JsonNode things) {
        if (things.isArray() && !things.isEmpty()) {
            var said = things.valueStream()
                    .limit(MOST_THINGS)
                    .map(JsonNode::asString)
                    .collect(Collectors.joining(page.text("portal.comma")));
            facts.add(new Claim(label, things.size() > MOST_THINGS ? said + " …" : said));
        }
    }
}

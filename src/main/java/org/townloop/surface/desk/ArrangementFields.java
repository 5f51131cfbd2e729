package org.townloop.surface.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;

/** How an offer is had, as it stands in the fields of the form; {@link ArrangementForm} reads them. */
final class ArrangementFields {

    /** How long before a session it is usually decided whether it takes place. */
    private static final int USUAL_HOURS = 24;

    private ArrangementFields() {}

    /** What an empty form begins with, in any mode. */
    static void putUsual(Map<String, List<String>> fields) {
        fields.put("windowDays", List.of("1"));
        fields.put("seats", List.of("10"));
        fields.put("quorumHours", List.of(Integer.toString(USUAL_HOURS)));
        put(fields, new Table(1, 8, 5, 30));
        fields.put("dishesHours", List.of("3"));
        put(fields, new HomeVisit(1, 5_000, 0));
        put(fields, new ByQuote(true, true, false, 2));
        fields.putAll(RideForm.usual());
    }

    static void put(Map<String, List<String>> fields, Offer offer, Locale locale) {
        if (offer.arrangement() instanceof Table) {
            AheadLines.put(fields, offer.menu(), offer.price());
        } else {
            fields.put("menu", List.of(MenuLines.written(offer.menu(), offer.price())));
        }
        switch (offer.arrangement()) {
            case WalkIn walkIn -> put(fields, walkIn);
            case Session session -> put(fields, session, locale);
            case Table table -> put(fields, table);
            case Stay stay -> fields.putAll(StayForm.of(stay, offer.price()));
            case HomeVisit visit -> put(fields, visit);
            case Ride ride -> fields.putAll(RideForm.of(ride, offer.price().exponent()));
            case Article article -> put(fields, article);
            case Ad ad -> fields.put("until", List.of(ad.until().toString()));
            case ByQuote quote -> put(fields, quote);
            case Online online -> fields.put("gives", List.of(online.gives().code()));
            case Stored _ -> {} // written on a page of its own
            case Appointment(var alongside) -> fields.put("alongside", alongside ? List.of("yes") : List.of());
        }
    }

    private static void put(Map<String, List<String>> fields, WalkIn walkIn) {
        fields.put("dailyCapacity", List.of(Integer.toString(walkIn.dailyCapacity())));
        fields.put("windowDays", List.of(Integer.toString(walkIn.windowDays())));
        var last = walkIn.lastSaleDay();
        fields.put("lastSaleDay", last == null ? List.of() : List.of(last.toString()));
        fields.put(
                "blockedDays",
                List.of(walkIn.blockedDays().stream()
                        .sorted()
                        .map(Object::toString)
                        .collect(Collectors.joining(" "))));
    }

    private static void put(Map<String, List<String>> fields, Session session, Locale locale) {
        fields.put("seats", List.of(Integer.toString(session.seats())));
        fields.put("weekly", List.of(SessionLines.weekly(session.weekly(), locale)));
        fields.put("once", List.of(SessionLines.once(session.once())));
        fields.put("without", List.of(SessionLines.once(session.without())));
        var quorum = session.quorum();
        fields.put("quorum", quorum == null ? List.of() : List.of(Integer.toString(quorum.people())));
        fields.put("quorumHours", List.of(Integer.toString(quorum == null ? USUAL_HOURS : quorum.hours())));
    }

    private static void put(Map<String, List<String>> fields, Table table) {
        fields.put("fewest", List.of(Integer.toString(table.fewest())));
        fields.put("most", List.of(Integer.toString(table.most())));
        fields.put("largeFrom", List.of(Integer.toString(table.largeFrom())));
        fields.put("longer", List.of(Integer.toString(table.longerMinutes())));
    }

    private static void put(Map<String, List<String>> fields, Article article) {
        fields.put("most", List.of(Integer.toString(article.most())));
        var perDay = article.perDay();
        fields.put("perDay", perDay == null ? List.of() : List.of(Integer.toString(perDay)));
    }

    private static void put(Map<String, List<String>> fields, HomeVisit visit) {
        fields.put("team", List.of(Integer.toString(visit.team())));
        var kilometres = BigDecimal.valueOf(visit.withinMetres(), 3);
        fields.put("within", List.of(kilometres.stripTrailingZeros().toPlainString()));
    }

    private static void put(Map<String, List<String>> fields, ByQuote quote) {
        fields.put("photos", quote.photos() ? List.of("yes") : List.of());
        fields.put("survey", quote.survey() ? List.of("yes") : List.of());
        fields.put("destination", quote.destination() ? List.of("yes") : List.of());
        fields.put("answerDays", List.of(Integer.toString(quote.answerDays())));
    }
}

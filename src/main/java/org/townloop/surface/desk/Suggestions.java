package org.townloop.surface.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.supply.offer.Session;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import org.townloop.supply.pack.StartingPoint;
import org.townloop.supply.pack.StartingPoints;

/** What places of a trade usually sell, to begin an offer with. */
@Component
class Suggestions {

    private final StartingPoints startingPoints;
    private final Packs packs;

    Suggestions(StartingPoints startingPoints, Packs packs) {
        this.startingPoints = startingPoints;
        this.packs = packs;
    }

    boolean has(Desk desk) {
        return !services(desk).isEmpty();
    }

    SuggestionsView of(Desk desk, boolean start) {
        return new SuggestionsView(
                desk,
                services(desk).stream()
                        .map(service -> new SuggestionsView.Suggestion(
                                service.key(), desk.page().say(service.title()), extent(desk, service)))
                        .toList(),
                start);
    }

    /** What stands in the form of an offer that begins with that suggestion; nothing if there is none of that name. */
    Map<String, List<String>> fields(Desk desk, String key) {
        return services(desk).stream()
                .filter(service -> service.key().equals(key))
                .findFirst()
                .map(service -> fields(desk, service))
                .orElse(Map.of());
    }

    private String extent(Desk desk, StartingPoint.Usual service) {
        var page = desk.page();
        var duration = page.formats().duration(service.duration());
        return switch (packs.current(trade(desk)).usualMode().booking()) {
            case BookingMode.WalkIn _ -> page.text("desk.offers.a-day", "count", service.dailyCapacity());
            case BookingMode.Stay _ -> page.text("desk.offers.sleeps", "count", service.people());
            case BookingMode.Delivery _ -> page.text("desk.offers.goods");
            case BookingMode.Ad _ -> page.text("page.arrangement.ad");
            case BookingMode.ByQuote _ -> page.text("page.arrangement.quote");
            case BookingMode.Online _ -> page.text("page.arrangement.online");
            case BookingMode.Session _ ->
                page.text("desk.offers.seats", "count", service.people(), "duration", duration);
            case BookingMode.Appointment _, BookingMode.Table _, BookingMode.HomeVisit _ -> duration;
            case BookingMode.Ride _ -> page.text("desk.offers.rides", "count", service.people());
        };
    }

    private Map<String, List<String>> fields(Desk desk, StartingPoint.Usual service) {
        var fields = new LinkedHashMap<String, List<String>>();
        OfferForms.words(fields, "title", service.title());
        OfferForms.words(fields, "description", service.description());
        fields.put("minutes", List.of(Long.toString(service.duration().toMinutes())));
        fields.put("after", List.of(Long.toString(service.after().toMinutes())));
        fields.put("dailyCapacity", List.of(Integer.toString(service.dailyCapacity())));
        if (service.people() > 0) {
            fields.put("seats", List.of(Integer.toString(service.people())));
            fields.put("sleeps", List.of(Integer.toString(service.people())));
        }
        fields.put("weekly", List.of(weekly(desk, service)));
        packs.current(trade(desk))
                .attributes()
                .forEach(attribute -> fields.put(
                        AttributeFields.name(attribute), AttributeFields.values(service.attributes(), attribute)));
        return fields;
    }

    private static String weekly(Desk desk, StartingPoint.Usual service) {
        return SessionLines.weekly(
                service.weekly().stream()
                        .map(time -> new Session.Weekly(time.day(), time.at(), null, null))
                        .toList(),
                desk.page().locale());
    }

    private List<StartingPoint.Usual> services(Desk desk) {
        return startingPoints.of(trade(desk)).services();
    }

    private static PackId trade(Desk desk) {
        return new PackId(desk.place().trade());
    }
}

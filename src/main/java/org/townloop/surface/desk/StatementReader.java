package org.townloop.surface.desk;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Statement;
import org.townloop.loop.ledger.TransferKind;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.merchant.Merchant;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;

/** Reads a merchant's statement, with the words for what was sold. */
@Component
class StatementReader {

    /** What the entries are about. */
    record Read(
            Statement statement, Map<OrderId, Order> orders, Map<PersonId, Person> people, Map<PlaceId, Place> places) {

        @Nullable
        Order order(Statement.Entry entry) {
            return orders.get(new OrderId(entry.order()));
        }

        String resident(Statement.Entry entry) {
            var order = order(entry);
            var person = order == null ? null : people.get(order.resident());
            return person == null ? "" : person.name();
        }

        /** What was sold, and where if the merchant has several places. */
        String title(Statement.Entry entry, Desk desk) {
            var order = order(entry);
            if (order == null) {
                return DRAWS.contains(entry.kind()) ? desk.page().text("desk.statement.draw") : "";
            }
            var title = desk.page().say(order.title());
            var place = desk.several() ? places.get(order.place()) : null;
            return place == null ? title : title + " · " + desk.page().say(place.name());
        }
    }

    /** What is released, or taken back, of no order was drawn of a card at the counter. */
    private static final Set<TransferKind> DRAWS = Set.of(TransferKind.RELEASE, TransferKind.CLAW_BACK);

    private final Ledger ledger;
    private final Orders orders;
    private final People people;
    private final Places places;
    private final Regions regions;

    StatementReader(Ledger ledger, Orders orders, People people, Places places, Regions regions) {
        this.ledger = ledger;
        this.orders = orders;
        this.people = people;
        this.places = places;
        this.regions = regions;
    }

    /** Whose statement it is. */
    Merchant merchant(Desk desk) {
        return places.merchant(desk.merchant());
    }

    Read read(Desk desk, Period period) {
        var region = desk.place().region();
        var zone = desk.times().zone();
        var statement = ledger.statement(
                desk.merchant().value(),
                region,
                regions.get(region).currency(),
                period.begins(zone),
                period.ends(zone));
        var sold = sold(statement);
        return new Read(
                statement,
                sold,
                people.get(sold.values().stream().map(Order::resident).collect(Collectors.toSet())),
                places.get(sold.values().stream().map(Order::place).collect(Collectors.toSet())));
    }

    private Map<OrderId, Order> sold(Statement statement) {
        Collection<OrderId> ids = statement.entries().stream()
                .map(entry -> new OrderId(entry.order()))
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : orders.get(ids);
    }
}

package org.townloop.surface.desk;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Statement;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;

/** Reads a merchant's statement, with the words for what was sold. */
@Component
class StatementReader {

    /** What the entries are about. */
    record Read(Statement statement, Map<OrderId, Order> orders, Map<PersonId, Person> people) {

        @Nullable
        Order order(Statement.Entry entry) {
            return orders.get(new OrderId(entry.order()));
        }

        String resident(Statement.Entry entry) {
            var order = order(entry);
            var person = order == null ? null : people.get(order.resident());
            return person == null ? "" : person.name();
        }

        String title(Statement.Entry entry, Desk desk) {
            var order = order(entry);
            return order == null ? "" : desk.page().say(order.first().title());
        }
    }

    private final Ledger ledger;
    private final Orders orders;
    private final People people;
    private final Regions regions;

    StatementReader(Ledger ledger, Orders orders, People people, Regions regions) {
        this.ledger = ledger;
        this.orders = orders;
        this.people = people;
        this.regions = regions;
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
                people.get(sold.values().stream().map(Order::resident).collect(Collectors.toSet())));
    }

    private Map<OrderId, Order> sold(Statement statement) {
        Collection<OrderId> ids = statement.entries().stream()
                .map(entry -> new OrderId(entry.order()))
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : orders.get(ids);
    }
}

package org.townloop.surface.portal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.townloop.loop.ordering.Order;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** What becomes of who cancels what was booked together: what is agreed of several in the same words is said once. */
final class SharedPolicies {

    private final Page page;
    private final Times times;
    private final List<Order> orders;

    private SharedPolicies(Page page, Times times, List<Order> orders) {
        this.page = page;
        this.times = times;
        this.orders = orders;
    }

    /** All that is agreed, and of what it is: of nothing in particular if of all. */
    static List<CheckoutView.Row> of(Page page, Times times, List<Order> orders) {
        return new SharedPolicies(page, times, orders).rows();
    }

    private List<CheckoutView.Row> rows() {
        var agreed = orders.stream()
                .collect(Collectors.groupingBy(
                        order -> Policies.of(page, times, order), LinkedHashMap::new, Collectors.toList()));
        return agreed.entrySet().stream()
                .map(each -> new CheckoutView.Row(label(each.getValue()), String.join(page.gap(), each.getKey())))
                .toList();
    }

    /** What is said of a deposit is said in its amounts: of several they are those of each. */
    private String label(List<Order> some) {
        var inAmounts = some.size() > 1 && some.getFirst().terms().deposit() != null;
        if (some.size() == orders.size() && !inAmounts) {
            return "";
        }
        var names = some.stream()
                .map(order -> name(order, some))
                .distinct()
                .collect(Collectors.joining(page.text("portal.comma")));
        return inAmounts ? page.text("portal.booked.each", "titles", names) : names;
    }

    /** With its time if something else is agreed of another one of that title. */
    private String name(Order order, List<Order> some) {
        var title = page.say(order.title());
        var when = OrderViews.when(times, order);
        return when.isEmpty() || count(title, some) == count(title, orders)
                ? title
                : page.text("portal.booked.one-of", "title", title, "when", when);
    }

    private long count(String title, Collection<Order> among) {
        return among.stream()
                .filter(order -> page.say(order.title()).equals(title))
                .count();
    }
}

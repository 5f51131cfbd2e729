package org.townloop.surface.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.Order;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/**
 * A step on an order's line from hold to review.
 *
 * @param when when it was, or will be; null if nobody knows
 */
record Step(String name, @Nullable String when, State state) {

    /** How far the order is with it. */
    enum State {
        DONE,
        NOW,
        TODO,
        /** Here the line ends. */
        OFF;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The order's whole line. */
    static List<Step> line(Page page, Times times, Order order, Standing standing) {
        var line = new ArrayList<Step>();
        line.add(step(page, times, "held", order.createdAt(), State.DONE));
        switch (standing) {
            case HELD, WAITING, DECLINED -> {
                line.add(step(page, times, "paid", null, State.NOW));
                addVisit(line, page, times, order, State.TODO, State.TODO);
            }
            case PAID -> {
                line.add(step(page, times, "paid", order.paidAt(), State.DONE));
                addVisit(line, page, times, order, State.NOW, State.TODO);
            }
            case VISITED, REVIEWED, DISPUTED -> {
                line.add(step(page, times, "paid", order.paidAt(), State.DONE));
                addVisit(line, page, times, order, State.DONE, standing == Standing.REVIEWED ? State.DONE : State.NOW);
            }
            case EXPIRED, LATE -> line.add(step(page, times, "expired", order.holdExpiresAt(), State.OFF));
            case CANCELLED -> line.add(step(page, times, "cancelled", order.closedAt(), State.OFF));
            case REFUNDING, REFUNDED -> {
                line.add(step(page, times, "paid", order.paidAt(), State.DONE));
                line.add(step(page, times, "cancelled", order.closedAt(), State.OFF));
                line.add(step(page, times, "refunded", null, standing == Standing.REFUNDED ? State.DONE : State.NOW));
            }
        }
        return line;
    }

    private static void addVisit(List<Step> line, Page page, Times times, Order order, State visit, State review) {
        var when = order.fulfilledAt() != null ? order.fulfilledAt() : order.startsAt();
        line.add(step(page, times, "visited", when, visit));
        line.add(step(page, times, "reviewed", null, review));
    }

    private static Step step(Page page, Times times, String name, @Nullable Instant when, State state) {
        return new Step(page.text("portal.step." + name), when == null ? null : times.moment(when), state);
    }
}

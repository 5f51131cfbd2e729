package org.townloop.surface.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.Order;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/**
 * A step on an order's line from hold to review.
 *
 * @param when when it was, or will be; null if nobody knows
 */
record Step(String name, @Nullable String when, Progress progress) {

    /** How far the order is with it. */
    enum Progress {
        PAST,
        PRESENT,
        AHEAD,
        /** Here the line ends. */
        END;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The order's whole line. */
    static List<Step> line(Page page, Times times, Order order, Standing standing) {
        return line(page, times, order, standing, had(order));
    }

    /** The same of a stage of a quotation. */
    static List<Step> lineOfStage(Page page, Times times, Order order, Standing standing) {
        return line(page, times, order, standing, "worked");
    }

    /** What its resident calls having it: they come, are come to, are taken along, or open it. */
    private static String had(Order order) {
        var site = order.first().site();
        if (order.isByOpening()) {
            return "opened";
        }
        return site == null ? "visited" : site.to() == null ? "at-home" : "driven";
    }

    private static List<Step> line(Page page, Times times, Order order, Standing standing, String had) {
        var line = new ArrayList<Step>();
        line.add(step(page, times, "held", order.createdAt(), Progress.PAST));
        switch (standing) {
            case HELD, WAITING, DECLINED -> {
                line.add(step(page, times, "pay", null, Progress.PRESENT));
                addVisit(line, page, times, order, had, Progress.AHEAD, Progress.AHEAD);
            }
            case PAID -> {
                line.add(step(page, times, order.isNotedAtShop() ? "booked" : "paid", order.paidAt(), Progress.PAST));
                addVisit(line, page, times, order, had, Progress.PRESENT, Progress.AHEAD);
            }
            case VISITED, REVIEWED, DISPUTED -> {
                line.add(step(page, times, order.isNotedAtShop() ? "booked" : "paid", order.paidAt(), Progress.PAST));
                addVisit(
                        line,
                        page,
                        times,
                        order,
                        had,
                        Progress.PAST,
                        standing == Standing.REVIEWED ? Progress.PAST : Progress.PRESENT);
            }
            case EXPIRED, LATE -> line.add(step(page, times, "expired", order.holdExpiresAt(), Progress.END));
            case CANCELLED -> line.add(step(page, times, "cancelled", order.closedAt(), Progress.END));
            case REFUNDING, REFUNDED -> {
                line.add(step(page, times, "paid", order.paidAt(), Progress.PAST));
                line.add(step(page, times, "cancelled", order.closedAt(), Progress.END));
                line.add(step(
                        page,
                        times,
                        "refunded",
                        null,
                        standing == Standing.REFUNDED ? Progress.PAST : Progress.PRESENT));
            }
        }
        return line;
    }

    private static void addVisit(
            List<Step> line, Page page, Times times, Order order, String had, Progress visit, Progress review) {
        var fulfilled = order.fulfilledAt();
        var when = fulfilled == null ? expected(times, order) : times.brief(fulfilled);
        line.add(new Step(page.text("portal.step." + had), when, visit));
        line.add(step(page, times, "reviewed", null, review));
    }

    /** What is had on a day, from midnight to midnight, has no time. */
    private static @Nullable String expected(Times times, Order order) {
        var start = order.startsAt();
        var end = order.first().endsAt();
        if (start == null) {
            return null;
        }
        return end != null && isMidnight(times, start) && isMidnight(times, end)
                ? times.relative(times.day(start))
                : times.brief(start);
    }

    private static boolean isMidnight(Times times, Instant instant) {
        return times.day(instant).atStartOfDay(times.zone()).toInstant().equals(instant);
    }

    private static Step step(Page page, Times times, String name, @Nullable Instant when, Progress progress) {
        return new Step(page.text("portal.step." + name), when == null ? null : times.brief(when), progress);
    }
}

package org.townloop.surface.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.visit.Returned;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Rules;

/**
 * The loop as a ring of four stations. The bands between them are as wide as what flows, the red branches are what is
 * lost on the way.
 *
 * @param bands outlines of what flows, as paths
 * @param cameBack the share of guests who came again, in words; null while nobody's time to do so is over
 * @param more what the share is of
 */
record LoopPicture(
        List<Station> stations,
        List<String> bands,
        List<Leak> leaks,
        @Nullable String cameBack,
        String more,
        boolean empty) {

    /** A circle with a number, at its centre. */
    record Station(String x, String y, String count, String label, String href) {}

    /**
     * A branch out of the ring.
     *
     * @param path the line
     * @param x where its words begin, from the centre, in the picture's units
     * @param y where their first line stands
     * @param right whether the words go on to the right
     */
    record Leak(String path, int x, int y, boolean right, String share, String words, String detail, String href) {

        /** The name of the rule that says where its words stand. */
        String place() {
            return "leak-%d-%d".formatted(x + Ring.CENTRE, y + Ring.CENTRE);
        }
    }

    /** Where the words of the leaks stand, for the style sheet. */
    Rules rules(Page page) {
        var rules = new Rules(page);
        leaks.forEach(leak -> rules.add(".leaks ." + leak.place(), "--x:%d;--y:%d".formatted(leak.x(), leak.y())));
        return rules;
    }

    /** The way on from having spoken to holding again, which no number measures. */
    static String wayBack() {
        return Ring.wayBack();
    }

    static String arrow() {
        return Ring.arrow();
    }

    static LoopPicture of(Office office, Flow flow, Returned returned) {
        var stations = new ArrayList<Station>();
        var bands = new ArrayList<String>();
        var most =
                Math.max(1, Flow.Kind.STATIONS.stream().mapToInt(flow::of).max().orElse(1));
        for (int i = 0; i < Flow.Kind.STATIONS.size(); i++) {
            var kind = Flow.Kind.STATIONS.get(i);
            stations.add(station(office, flow, kind, Ring.angleOf(i)));
            if (i > 0) {
                var before = Flow.Kind.STATIONS.get(i - 1);
                bands.add(Ring.band(i - 1, (double) flow.of(before) / most, (double) flow.of(kind) / most));
            }
        }
        return new LoopPicture(
                stations,
                bands,
                Flow.Kind.LEAKS.stream().map(leak -> leak(office, flow, leak)).toList(),
                returned.guests() == 0 ? null : percent(office, returned),
                office.page()
                        .text(
                                returned.guests() == 0 ? "office.back.not-yet" : "office.back",
                                "again",
                                returned.again(),
                                "guests",
                                returned.guests()),
                flow.isEmpty());
    }

    private static String percent(Office office, Returned returned) {
        return office.page().formats().percent((double) returned.again() / returned.guests());
    }

    private static Station station(Office office, Flow flow, Flow.Kind kind, double angle) {
        return new Station(
                Ring.number(Ring.x(angle, Ring.RADIUS)),
                Ring.number(Ring.y(angle, Ring.RADIUS)),
                office.page().formats().count(flow.of(kind)),
                office.page().text("office.flow." + kind.code()),
                FlowRow.href(office, kind, ""));
    }

    private static Leak leak(Office office, Flow flow, Flow.Kind kind) {
        var angle = switch (kind) {
            case EXPIRED -> -48.0;
            case CANCELLED -> 30.0;
            case MISSED -> 60.0;
            default -> 132.0;
        };
        var page = office.page();
        var outOf = Objects.requireNonNull(kind.outOf(), "a leak leaks from something");
        return new Leak(
                Ring.branch(angle),
                (int) Math.round(Ring.x(angle, Ring.WORDS) - Ring.CENTRE),
                (int) Math.round(Ring.y(angle, Ring.WORDS) - Ring.CENTRE),
                Math.abs(angle) < 90,
                page.formats().percent(flow.share(kind)),
                page.text("office.leak." + kind.code()),
                page.text("office.of", "count", flow.of(kind), "whole", flow.of(outOf)),
                FlowRow.href(office, kind, ""));
    }
}

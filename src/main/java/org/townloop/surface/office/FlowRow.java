package org.townloop.surface.office;

import java.util.Arrays;
import java.util.List;

/** A row of the table behind the picture; each number leads to its list. */
record FlowRow(String name, List<Cell> cells) {

    /**
     * A number.
     *
     * @param label of its column
     * @param share of what it leaks from, empty for a station
     */
    record Cell(String label, String count, String share, String href, boolean leak) {}

    /** @param filter more parameters of the lists, each beginning with an ampersand */
    static FlowRow of(Office office, String name, Flow flow, String filter) {
        return new FlowRow(
                name,
                Arrays.stream(Flow.Kind.values())
                        .map(kind -> cell(office, kind, flow, filter))
                        .toList());
    }

    static String href(Office office, Flow.Kind kind, String filter) {
        return office.to(kind.path()) + "&state=" + kind.code() + filter;
    }

    private static Cell cell(Office office, Flow.Kind kind, Flow flow, String filter) {
        var formats = office.page().formats();
        var leak = kind.outOf() != null;
        return new Cell(
                office.page().text("office.flow." + kind.code()),
                formats.count(flow.of(kind)),
                leak && flow.of(kind) > 0 ? formats.percent(flow.share(kind)) : "",
                href(office, kind, filter),
                leak);
    }
}

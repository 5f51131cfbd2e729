package org.townloop.surface;

import java.util.List;

/** How many were held, paid, visited and reviewed, as the office's picture says. */
record LoopCount(List<Integer> stations) {

    LoopCount plusOne() {
        return new LoopCount(stations.stream().map(count -> count + 1).toList());
    }
}
